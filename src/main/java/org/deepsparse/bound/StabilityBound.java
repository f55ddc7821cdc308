package org.deepsparse.bound;

import org.deepsparse.exact.Interval;

/// How far two sparse chains with small residuals can be apart (paper Thm 3).
public final class StabilityBound {

    private StabilityBound() {}

    /// `Delta_j = (eps_j + r_j + Delta_{j-1}) / (l_j c_j sqrt(1 - (2 lambda_j - 1) mu_j))`.
    ///
    /// A numerator that is exactly 0 gives 0 whatever the denominator: that is the limit along all admissible
    /// denominators, and says that chains without residual are equal. A denominator that may be 0 under a
    /// positive numerator gives an infinite upper end.
    ///
    /// @param tolerance eps_j
    /// @param residual r_j
    /// @param below Delta_{j-1}
    /// @param lowerLipschitz l_j
    /// @param smallestNorm c_j
    /// @param sparsityBudget lambda_j
    /// @param coherence mu_j
    public static Interval distance(
            Interval tolerance,
            Interval residual,
            Interval below,
            Interval lowerLipschitz,
            Interval smallestNorm,
            int sparsityBudget,
            Interval coherence) {
        Interval numerator = tolerance.plus(residual).plus(below);
        if (numerator.upper() == 0) {
            return Interval.ZERO;
        }
        Interval gap = Interval.ONE.minus(coherence.times(2.0 * sparsityBudget - 1));
        Interval root = gap.upper() < 0 ? Interval.ZERO : gap.sqrt();
        return numerator.dividedBy(lowerLipschitz.times(smallestNorm).times(root));
    }
}
