package org.deepsparse.bound;

import java.util.List;
import java.util.Optional;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// How far two sparse chains with small residuals can be apart (`stability`, paper Thm 3).
///
/// There are two forms. [#distance] encloses the bound by intervals. [#squaredDistance] gives its exact
/// square where that is rational, so that a case in which the bound is attained can be told from one in which
/// it is exceeded. Proof: proofs-notes/stability.md.
public final class StabilityBound {

    private StabilityBound() {}

    /// `Delta_j = (eps_j + r_j + Delta_{j-1}) / (l_j c_j sqrt(1 - (2 lambda_j - 1) mu_j))`.
    ///
    /// The numerator bounds the distance of `rho_j(D_j x_j)` and `rho_j(D_j x^_j)`. That distance is at least
    /// the denominator times the distance of the two codes, which differ in at most 2 lambda_j places.
    ///
    /// A numerator that is exactly 0 gives 0, whatever the denominator. Inside the hypotheses denominators
    /// are positive and this is plain arithmetic. Outside it says what the theorem would say for every
    /// admissible denominator: chains without residual are equal. A denominator that may be 0 under a
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

    /// `Delta_j^2`, where it is rational: where mu_j is, and where eps_j, r_j and Delta_{j-1} are rational
    /// multiples of one square root. Empty elsewhere, and where the denominator is not positive under a
    /// positive numerator.
    ///
    /// @param squares eps_j^2, r_j^2 and Delta_{j-1}^2
    /// @param lowerSlope l_j
    /// @param squaredNorm c_j^2
    /// @param sparsityBudget lambda_j
    /// @param squaredCoherence mu_j^2
    public static Optional<Rational> squaredDistance(List<Rational> squares, Rational lowerSlope,
            Rational squaredNorm, int sparsityBudget, Rational squaredCoherence) {
        Optional<Rational> numerator = Optional.of(Rational.ZERO);
        for (Rational square : squares) {
            numerator = numerator.flatMap(sum -> squaredSum(sum, square));
        }
        if (numerator.filter(Rational::isZero).isPresent()) {
            return numerator;
        }
        Optional<Rational> denominator = squaredCoherence.sqrt()
                .map(mu -> Rational.ONE.minus(mu.times(2L * sparsityBudget - 1)))
                .map(gap -> gap.times(squaredNorm).times(lowerSlope.square()))
                .filter(product -> product.signum() > 0);
        return numerator.flatMap(sum -> denominator.map(sum::dividedBy));
    }

    /// `(sqrt(a) + sqrt(b))^2`, if it is rational. It is `a (1 + sqrt(b/a))^2`, so b/a must be a square.
    private static Optional<Rational> squaredSum(Rational a, Rational b) {
        return a.isZero()
                ? Optional.of(b)
                : b.dividedBy(a).sqrt().map(root -> a.times(Rational.ONE.plus(root).square()));
    }
}
