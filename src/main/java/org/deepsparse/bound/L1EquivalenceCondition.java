package org.deepsparse.bound;

import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The condition `2 lambda mu C < (1 + mu) c` under which basis pursuit finds every lambda-sparse code (paper
/// Thm 2), c and C the smallest and largest atom norm. For C = c it is `lambda < (1 + 1/mu)/2`.
public final class L1EquivalenceCondition {

    private L1EquivalenceCondition() {}

    /// Encloses `(1 + mu) c - 2 lambda mu C` divided by c; its sign is exact, and 0 is the point 0.
    ///
    /// The sign is that of `c - mu (2 lambda C - c)`. For lambda >= 1 the bracket is positive, so squares may
    /// be compared: with M = mu^2, Q = c^2, P = C^2 the sign is that of `4 lambda M sqrt(PQ) - R`,
    /// `R = M (4 lambda^2 P + Q) - Q`; it is positive for R < 0, else that of `16 lambda^2 M^2 PQ - R^2`.
    /// Proof: proofs-notes/l1-equivalence.md, section 3.
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

    /// The largest lambda <= atoms inside the condition.
    public static int largestSparsity(Rational squaredCoherence, Rational squaredSmallest,
            Rational squaredLargest, int atoms) {
        int lambda = 0;
        while (lambda < atoms && sign(lambda + 1, squaredCoherence, squaredSmallest, squaredLargest) > 0) {
            lambda++;
        }
        return lambda;
    }
}
