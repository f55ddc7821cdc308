package org.deepsparse.bound;

import java.math.BigInteger;
import org.deepsparse.exact.Rational;

/// The coherence threshold `lambda < (1 + 1/mu)/2` (paper Thm 1), decided on `mu^2`, which is rational.
public final class UniquenessCondition {

    private UniquenessCondition() {}

    /// A number with the sign of `(1 + 1/mu)/2 - lambda`: `1 - (2 lambda - 1)^2 mu^2` for lambda >= 1, and 1
    /// for lambda = 0, which always passes (the only 0-sparse code is 0; squaring would be wrong there).
    /// Exact.
    public static Rational margin(int lambda, Rational squaredCoherence) {
        if (lambda == 0) {
            return Rational.ONE;
        }
        return Rational.ONE.minus(squaredCoherence.times(Rational.of(2L * lambda - 1).square()));
    }

    /// The largest lambda <= atoms with `lambda < (1 + 1/mu)/2`, exact: 2 lambda - 1 <= ceil(1/mu) - 1.
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
