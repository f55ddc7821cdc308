package org.deepsparse.bound;

import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.exact.Interval;
import org.deepsparse.kernel.ErrorBound;

/// The error of perturbed LISTA-CP (the lemma behind paper Thms 5 to 9): thresholds, recursion, closed form,
/// roundoff included. Inputs are upper bounds, so are results; everything is computed upward.
///
/// With b = (n - s) r: `theta_k >= mut (E_k + b) + sigma + tau_k`,
/// `E_{k+1} = (s - 1) mut E_k + s mut b + s (sigma + tau_k) + s theta_k + s r`, E_0 = s B. Then norm1 of the
/// error is at most E_k on S and at most b off S. Proof: proofs-notes/lista-cp.md.
///
/// @param weights W with mut, delta, om1 and the norm of A
/// @param sparsity s, the size of S
/// @param signalMagnitude normInf(y)
/// @param magnitude B >= normInf(x*)
/// @param noise sigma >= abs(w_i^T e) for all i
/// @param inner normInf(p), added before the threshold
/// @param outer r = normInf of what is added behind it
public record ListaCpBound(
        AnalysisWeights weights,
        int sparsity,
        double signalMagnitude,
        double magnitude,
        double noise,
        double inner,
        double outer) {

    private static final Interval UNIT = Interval.of(Interval.UNIT_ROUNDOFF);

    /// Rounding theta and E upward is a perturbation too. Each takes fewer than 16 directed operations on
    /// nonnegative numbers, each adding less than 2u relatively: at most 33 u theta, and at most 33 u E_{k+1}
    /// <= 33 u (2 s theta + s r), which is 33 u (theta + r/2) once shared among the 2 s terms in which tau
    /// enters. Together less than 67 u (theta + r).
    private static final double UPWARD_UNITS = 67;

    /// Where the recursion stands.
    ///
    /// @param k number of steps done
    /// @param error E_k
    /// @param threshold the least theta_k for the next step
    /// @param perturbation tau_k at that threshold, without its part in delta, what rounding the threshold
    ///     and E up has added included
    /// @param largestPerturbation the largest so far, that of larger thresholds included
    /// @param largestOuter the largest r on S so far, the rounding of that addition included
    public record State(
            int k, double error, double threshold, double perturbation, double largestPerturbation,
            double largestOuter) {}

    private int rows() {
        return weights.matrix().rows();
    }

    private int atoms() {
        return weights.matrix().columns();
    }

    private double coherence() {
        return weights.coherence().upper();
    }

    private double infeasibility() {
        return weights.infeasibility().upper();
    }

    public State start() {
        return at(0, product(sparsity, magnitude), 0, 0);
    }

    /// After one more step with the threshold of the state.
    public State next(State state) {
        return next(state, state.threshold);
    }

    /// After one more step with this threshold.
    ///
    /// A threshold above that of the state moves every entry of S by as much more. In the closed form, where
    /// tau counts twice for the threshold and for the rest, it is half of that excess on top of tau.
    ///
    /// @param threshold theta_k, at least that of the state; nothing is promised for a smaller one
    public State next(State state, double threshold) {
        Interval s = Interval.of(sparsity);
        Interval error = Interval.of(state.error);
        Interval leakage = s.times(coherence()).times(offSupport());
        double excess = threshold > state.threshold
                ? up(Interval.of(threshold).minus(Interval.of(state.threshold)))
                : 0;
        double perturbation = excess == 0
                ? state.perturbation
                : Math.max(state.perturbation,
                        perturbation(roundoff(state.error, threshold), threshold));
        double counted = up(Interval.of(perturbation).plus(Interval.of(excess).times(0.5)));
        Interval tau = Interval.of(perturbation).plus(driftOf(state.error));
        Interval beforeOuter = Interval.of(sparsity - 1.0)
                .times(coherence())
                .times(error)
                .plus(leakage)
                .plus(s.times(Interval.of(noise).plus(tau).plus(Interval.of(threshold))));
        double outerOnSupport = outer == 0
                ? 0
                : up(Interval.of(outer)
                        .plus(UNIT.times(Interval.of(magnitude).plus(beforeOuter).plus(Interval.of(outer)))));
        double next = up(beforeOuter.plus(s.times(outerOnSupport)));
        return at(state.k + 1, next, Math.max(state.largestPerturbation, counted),
                Math.max(state.largestOuter, outerOnSupport));
    }

    /// Chooses the least theta_k that is known to suffice, and accounts for everything that rounding adds.
    ///
    /// The rounding bound contains theta_k itself; it is evaluated at twice a first guess, which the final
    /// threshold does not exceed while gamma <= 1/4.
    private State at(int k, double error, double largestPerturbation, double largestOuter) {
        Interval clean = Interval.of(coherence())
                .times(Interval.of(error).plus(Interval.of(offSupport())))
                .plus(Interval.of(noise))
                .plus(Interval.of(inner))
                .plus(driftOf(error));
        double guess = up(clean.plus(Interval.of(roundoff(error, 0))));
        double rounding = roundoff(error, 2 * guess);
        double threshold = up(clean.plus(Interval.of(rounding)));
        if (!(threshold <= 2 * guess)) {
            return new State(k, error, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
                    Double.POSITIVE_INFINITY, largestOuter);
        }
        double perturbation = perturbation(rounding, threshold);
        return new State(k, error, threshold, perturbation, Math.max(largestPerturbation, perturbation),
                largestOuter);
    }

    /// p, the rounding of one step, and what rounding the threshold and E up adds.
    private double perturbation(double rounding, double threshold) {
        double upward = up(UNIT.times(UPWARD_UNITS).times(Interval.of(threshold).plus(Interval.of(outer))));
        return up(Interval.of(inner).plus(Interval.of(rounding)).plus(Interval.of(upward)));
    }

    /// delta (E + b): what a W with w_i^T a_i = 1 + delta_i adds to tau.
    private Interval driftOf(double error) {
        return Interval.of(infeasibility()).times(Interval.of(error).plus(Interval.of(offSupport())));
    }

    /// Rounding of `x + W^T (y - A x) + p - theta` in any order of summation, with or without FMA:
    /// `gamma_{m+n+4} (normInf(x) + om1 (normInf(y) + nInf(A) normInf(x)) + normInf(p) + theta) + (n om1 + m)
    /// 2^-1074`, normInf(x) <= B + E + b.
    public double roundoff(double error, double threshold) {
        Interval x = Interval.of(magnitude).plus(Interval.of(error)).plus(Interval.of(offSupport()));
        Interval residual = Interval.of(signalMagnitude).plus(Interval.of(weights.dictionaryNorm()).times(x));
        Interval sizes = x.plus(Interval.of(weights.norm1()).times(residual)).plus(Interval.of(inner))
                .plus(Interval.of(threshold));
        Interval underflow = Interval.of(atoms()).times(weights.norm1()).plus(Interval.of(rows()))
                .times(Double.MIN_VALUE);
        return up(Interval.of(ErrorBound.gammaUp(rows() + atoms() + 4L)).times(sizes).plus(underflow));
    }

    /// b = (n - s) r: norm1 of the error off S, for every k.
    public double offSupport() {
        return product(atoms() - sparsity, outer);
    }

    /// `q + 2 s delta`, q = (2s - 1) mut: the factor by which the error shrinks.
    public double contraction() {
        return contraction(weights, sparsity);
    }

    /// The same, upward, for weights and s alone. Where 1 - q is positive but lost in that rounding this is 1
    /// or more.
    public static double contraction(AnalysisWeights weights, int sparsity) {
        return up(Interval.of(2.0 * sparsity - 1)
                .times(weights.coherence().upper())
                .plus(Interval.of(2.0 * sparsity).times(weights.infeasibility().upper())));
    }

    /// The closed form `q^k s B + floor`, with what the steps up to `state` have added.
    public double closedForm(State state) {
        return up(Interval.of(contraction())
                .power(state.k)
                .times(product(sparsity, magnitude))
                .plus(Interval.of(floor(state))));
    }

    /// `[2 s (mut + delta) b + 2 s (sigma + tau) + s r]/(1 - q) + b`; infinite for a contraction of 1 or
    /// more.
    public double floor(State state) {
        double q = contraction();
        if (!(q < 1)) {
            return Double.POSITIVE_INFINITY;
        }
        Interval twoS = Interval.of(2.0 * sparsity);
        Interval b = Interval.of(offSupport());
        Interval numerator = twoS.times(Interval.of(coherence()).plus(Interval.of(infeasibility())))
                .times(b)
                .plus(twoS.times(Interval.of(noise).plus(Interval.of(state.largestPerturbation))))
                .plus(Interval.of(sparsity).times(state.largestOuter));
        return up(numerator.dividedBy(Interval.ONE.minus(Interval.of(q))).plus(b));
    }

    /// The smallest k with q^k <= 1/2; `limit + 1` if there is none up to `limit` (a contraction of 1 or more
    /// never halves anything).
    public int halvingTime(int limit) {
        Interval q = Interval.of(contraction());
        int k = 0;
        while (k <= limit && q.power(k).upper() > 0.5) {
            k++;
        }
        return k;
    }

    private static double product(double a, double b) {
        return up(Interval.of(a).times(b));
    }

    private static double up(Interval interval) {
        return interval.upper();
    }
}
