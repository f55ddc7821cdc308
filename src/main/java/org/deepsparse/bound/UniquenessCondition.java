package org.deepsparse.bound;

import java.math.BigInteger;
import org.deepsparse.exact.Rational;

/// The coherence threshold `lambda < (1 + 1/mu)/2` of `uniqueness` (paper Thm 1).
///
/// `lambda` is the sparsity budget and `mu` the mutual coherence of one dictionary. mu itself is often
/// irrational, because it contains norms. Its square contains inner products only and is rational, so the
/// condition is decided on the square. Proof: proofs-notes/uniqueness.md, lemma A.
public final class UniquenessCondition {

    private UniquenessCondition() {}

    /// A number with the sign of `(1 + 1/mu)/2 - lambda`, exactly.
    ///
    /// For lambda >= 1 it is `1 - (2 lambda - 1)^2 mu^2`. The condition says `(2 lambda - 1) mu < 1`, both
    /// sides are not negative, and so they may be squared.
    ///
    /// For lambda = 0 it is 1: the only code without nonzeros is 0, so the condition always holds. There
    /// `2 lambda - 1` is negative, and squaring would ask for mu < 1.
    public static Rational margin(int lambda, Rational squaredCoherence) {
        if (lambda == 0) {
            return Rational.ONE;
        }
        return Rational.ONE.minus(squaredCoherence.times(Rational.of(2L * lambda - 1).square()));
    }

    /// The largest lambda <= atoms with `lambda < (1 + 1/mu)/2`, exactly.
    ///
    /// The condition says `2 lambda - 1 < 1/mu`. An integer is below 1/mu if and only if it is at most
    /// `ceil(1/mu) - 1`. So lambda is at most `ceil(1/mu)/2`, rounded down.
    public static int largestSparsity(Rational squaredCoherence, int atoms) {
        if (squaredCoherence.isZero()) {
            return atoms;
        }
        BigInteger reciprocal = ceilingOfReciprocal(squaredCoherence);
        BigInteger largest = reciprocal.shiftRight(1); // floor(((c - 1) + 1) / 2)
        return largest.min(BigInteger.valueOf(atoms)).intValueExact();
    }

    /// `ceil(1/mu)` for mu > 0: the smallest integer c with `c^2 mu^2 >= 1`.
    static BigInteger ceilingOfReciprocal(Rational squaredCoherence) {
        BigInteger[] quotient = squaredCoherence.denominator()
                .divideAndRemainder(squaredCoherence.numerator());
        BigInteger ceiling = quotient[1].signum() == 0 ? quotient[0] : quotient[0].add(BigInteger.ONE);
        BigInteger[] root = ceiling.sqrtAndRemainder();
        return root[1].signum() == 0 ? root[0] : root[0].add(BigInteger.ONE);
    }
}
