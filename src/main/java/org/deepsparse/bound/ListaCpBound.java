package org.deepsparse.bound;

import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.exact.Interval;
import org.deepsparse.kernel.ErrorBound;

/// How far perturbed LISTA-CP can be from the true code after k steps, and which thresholds that takes: the
/// formulas of the theorem `lista-cp`, with the roundoff of a run in doubles included.
///
/// The network is `x^{k+1} = T_theta_k( x^k + W^T (y - A x^k) + p ) + r_k` with `x^0 = 0`. Let
/// `b = (n - s) r` and `E_0 = s B`. If
/// ```
/// theta_k >= mut (E_k + b) + sigma + tau_k
/// E_{k+1}  = (s - 1) mut E_k + s mut b + s (sigma + tau_k) + s theta_k + s r
/// ```
/// then norm1 of the error is at most E_k on S and at most b off S, for every k. The perturbation tau_k is
/// the sum of `normInf(p)`, the rounding of one step, and `delta (E_k + b)` for weights that are not quite
/// feasible. In E_{k+1} and in the closed form it holds [#UPWARD_UNITS] more; the threshold need not cover
/// those.
///
/// All inputs are upper bounds and everything is computed upward, so the results are upper bounds as well.
/// Proof: `proofs-notes/lista-cp.md`.
///
/// @param weights W, with mut, delta, `om1 = max_i norm1(w_i)` and the largest row norm1 of A
/// @param sparsity s, the size of S
/// @param signalMagnitude normInf(y)
/// @param magnitude B >= normInf(x*)
/// @param noise sigma >= abs(w_i^T e) for all i
/// @param inner at least normInf(p); p is added in front of the threshold
/// @param outer r, at least normInf(r_k); r_k is added behind the threshold
public record ListaCpBound(
        AnalysisWeights weights,
        int sparsity,
        double signalMagnitude,
        double magnitude,
        double noise,
        double inner,
        double outer) {

    private static final Interval UNIT = Interval.of(Interval.UNIT_ROUNDOFF);

    /// How many units u = 2^-53 of `theta + r` are added to tau for computing theta and E upward.
    ///
    /// The closed form is derived from the exact recursion. The computed theta and E are a little larger, and
    /// the closed form has to cover that. Steps 14 to 20 of the page need 55 theta + 8 r; of the other 12
    /// theta, step 21 covers underflow.
    private static final double UPWARD_UNITS = 67;

    /// Where the recursion stands after k steps.
    ///
    /// @param k number of steps done
    /// @param error E_k
    /// @param threshold the least theta_k that is known to suffice for the next step
    /// @param perturbation tau_k at that threshold without its part in delta; it includes what computing
    ///     theta and E upward has added
    /// @param largestPerturbation the largest perturbation so far; a threshold above the least one counts
    ///     with half of its excess
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

    /// Before the first step: `E_0 = s B`.
    public State start() {
        return at(0, product(sparsity, magnitude), 0, 0);
    }

    /// After one more step with the least threshold, that of the state.
    public State next(State state) {
        return next(state, state.threshold);
    }

    /// After one more step with this threshold.
    ///
    /// A threshold above the least one, by an excess x, moves every entry of S by up to x more: E_{k+1} grows
    /// by s x. The closed form has no place for thresholds. It counts 2 s tau, so it is told x/2 more in tau,
    /// which is s x again.
    ///
    /// The rounding in tau is the larger of two: what the least threshold was made for, which that threshold
    /// contains, and what this threshold causes. Step 20 of the page uses the first for thresholds up to
    /// twice the guess and the second for larger ones.
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

    /// The state after k steps with this E_k: chooses theta_k, and tau_k with it.
    ///
    /// The threshold must cover the rounding of the step, and that rounding contains the threshold itself,
    /// because subtracting it rounds. So a first guess is made as if it were 0, and the rounding is then
    /// evaluated at twice that guess. The final threshold is not above that while gamma <= 1/4; where it is,
    /// no threshold is promised.
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

    /// tau_k without its part in delta: normInf(p), the rounding of one step, and [#UPWARD_UNITS].
    private double perturbation(double rounding, double threshold) {
        double upward = up(UNIT.times(UPWARD_UNITS).times(Interval.of(threshold).plus(Interval.of(outer))));
        return up(Interval.of(inner).plus(Interval.of(rounding)).plus(Interval.of(upward)));
    }

    /// `delta (E_k + b)`: what weights with `abs(w_i^T a_i - 1) <= delta` add to tau_k.
    private Interval driftOf(double error) {
        return Interval.of(infeasibility()).times(Interval.of(error).plus(Interval.of(offSupport())));
    }

    /// How far an entry of `x + W^T (y - A x) + p - theta`, computed in doubles, may be from the exact one.
    /// It holds for any order of summation, with or without fused multiply-adds:
    /// ```
    /// gamma_{m+n+4} (normInf(x) + om1 (normInf(y) + nInf(A) normInf(x)) + normInf(p) + theta)
    ///     + (n om1 + m) 2^-1074
    /// ```
    /// where nInf(A) is the largest norm1 of a row of A. For normInf(x) stands `B + E + b`, which is known
    /// before the run.
    public double roundoff(double error, double threshold) {
        Interval x = Interval.of(magnitude).plus(Interval.of(error)).plus(Interval.of(offSupport()));
        Interval residual = Interval.of(signalMagnitude).plus(Interval.of(weights.dictionaryNorm()).times(x));
        Interval sizes = x.plus(Interval.of(weights.norm1()).times(residual)).plus(Interval.of(inner))
                .plus(Interval.of(threshold));
        Interval underflow = Interval.of(atoms()).times(weights.norm1()).plus(Interval.of(rows()))
                .times(Double.MIN_VALUE);
        return up(Interval.of(ErrorBound.gammaUp(rows() + atoms() + 4L)).times(sizes).plus(underflow));
    }

    /// `b = (n - s) r`, upward: bounds norm1 of the error off S for every k.
    public double offSupport() {
        return product(atoms() - sparsity, outer);
    }

    /// `q = (2s - 1) mut + 2 s delta`: the factor by which the error shrinks in a step.
    public double contraction() {
        return contraction(weights, sparsity);
    }

    /// The same for weights and s alone, upward. It may be 1 or more although q < 1, where 1 - q is lost in
    /// that rounding.
    public static double contraction(AnalysisWeights weights, int sparsity) {
        return up(Interval.of(2.0 * sparsity - 1)
                .times(weights.coherence().upper())
                .plus(Interval.of(2.0 * sparsity).times(weights.infeasibility().upper())));
    }

    /// The closed form `q^k s B + floor`, which bounds norm1 of the whole error after the k steps of the
    /// state.
    public double closedForm(State state) {
        return up(Interval.of(contraction())
                .power(state.k)
                .times(product(sparsity, magnitude))
                .plus(Interval.of(floor(state))));
    }

    /// What is left of the closed form when the geometric part is gone:
    /// `[2 s (mut + delta) b + 2 s (sigma + tau) + s r]/(1 - q) + b`. Infinite if q is 1 or more.
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

    /// The smallest k with `q^k <= 1/2`, or `limit + 1` if there is none up to `limit`. There is none for
    /// q >= 1, which never halves anything.
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
