package org.deepsparse.bound;

import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The condition `2 lambda mu C < (1 + mu) c` of `l1-equivalence` (paper Thm 2), under which minimising norm1
/// finds every lambda-sparse code.
///
/// `lambda` is the sparsity budget, `mu` the mutual coherence, `c` the smallest and `C` the largest norm of
/// an atom. For equal norms, C = c, it is the coherence threshold `lambda < (1 + 1/mu)/2`.
public final class L1EquivalenceCondition {

    private L1EquivalenceCondition() {}

    /// Encloses `(1 + mu) c - 2 lambda mu C` divided by c. The sign of the enclosure is exact, and equality
    /// in the condition gives the point 0.
    ///
    /// mu, c and C are roots of the rationals M = mu^2, Q = c^2 and P = C^2. The sign is decided on these:
    /// * It is the sign of `c - mu (2 lambda C - c)`. For lambda >= 1 the bracket is positive, because
    ///   C >= c. So `c^2` and `mu^2 (2 lambda C - c)^2` may be compared.
    /// * Their difference is `4 lambda M sqrt(PQ) - R` with `R = M (4 lambda^2 P + Q) - Q`.
    /// * That is positive for R < 0. Else it has the sign of `16 lambda^2 M^2 PQ - R^2`, which is rational.
    ///
    /// Proof: proofs-notes/l1-equivalence.md, lemma B.
    public static Interval margin(int lambda, Rational squaredCoherence, Rational squaredSmallest,
            Rational squaredLargest) {
        int sign = sign(lambda, squaredCoherence, squaredSmallest, squaredLargest);
        Interval mu = squaredCoherence.sqrtEnclosure();
        Interval spread = squaredLargest.dividedBy(squaredSmallest).sqrtEnclosure();
        Interval margin = Interval.ONE.plus(mu).minus(mu.times(spread).times(2.0 * lambda));
        return margin.withSign(sign);
    }

    private static int sign(int lambda, Rational m, Rational q, Rational p) {
        if (lambda == 0) {
            return 1;
        }
        Rational fourLambdaSquared = Rational.of(2L * lambda).square();
        Rational rest = m.times(fourLambdaSquared.times(p).plus(q)).minus(q);
        if (rest.signum() < 0) {
            return 1;
        }
        return fourLambdaSquared.times(4).times(m.square()).times(p).times(q).compareTo(rest.square());
    }

    /// The largest lambda <= atoms inside the condition; 0 if 1 is outside, because 0 always is inside.
    public static int largestSparsity(Rational squaredCoherence, Rational squaredSmallest,
            Rational squaredLargest, int atoms) {
        int lambda = 0;
        while (lambda < atoms && sign(lambda + 1, squaredCoherence, squaredSmallest, squaredLargest) > 0) {
            lambda++;
        }
        return lambda;
    }
}
