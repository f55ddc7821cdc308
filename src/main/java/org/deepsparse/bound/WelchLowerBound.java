package org.deepsparse.bound;

import java.util.Optional;
import org.deepsparse.exact.Rational;

/// The least mutual coherence mu that n atoms in R^m can have (Welch 1974):
/// ```
/// mu^2 >= (n - m)/(m (n - 1))    for n >= m and n >= 2
/// ```
/// with equality exactly for equiangular tight frames. Proof: `proofs-notes/welch-bound.md`.
public final class WelchLowerBound {

    private WelchLowerBound() {}

    /// The bound squared; 0 for n <= m, where it says nothing.
    public static Rational squared(int rows, int atoms) {
        return atoms <= rows ? Rational.ZERO : Rational.of(atoms - rows, (long) rows * (atoms - 1));
    }

    /// Whether some real dictionary of this shape attains the bound, as far as this class knows; empty where
    /// it does not.
    ///
    /// * No for n > m (m + 1)/2: so many lines cannot be equiangular (Gerzon).
    /// * Yes for m = 1, because parallel atoms have mu = 1, which is the bound.
    /// * Yes for orthogonal atoms and for simplices, n <= m + 1.
    /// * Yes for the frames of the families `steiner(6)`, `steiner(7)` and `harmonic`, and for the one that
    ///   completes `steiner(7)`.
    /// * Yes for n = 2 m where n - 1 is a prime power that is 1 modulo 4 (Paley's conference matrices; the
    ///   smallest gives the icosahedron, 3 x 6).
    public static Optional<Boolean> isAttainable(int rows, int atoms) {
        if (rows == 1) {
            return Optional.of(true); // all atoms are parallel: mu = 1 is the bound
        }
        if (2L * atoms > (long) rows * (rows + 1)) {
            return Optional.of(false);
        }
        boolean known = atoms <= rows + 1
                || switch (atoms) {
                    case 16 -> rows == 6 || rows == 10;
                    case 28 -> rows == 7 || rows == 21;
                    case 64 -> rows == 28 || rows == 36;
                    default -> false;
                }
                || (atoms == 2 * rows && atoms % 4 == 2 && isPrimePower(atoms - 1));
        return known ? Optional.of(true) : Optional.empty();
    }

    private static boolean isPrimePower(int q) {
        int prime = 2;
        while (q % prime != 0) {
            prime++;
        }
        int rest = q;
        while (rest % prime == 0) {
            rest /= prime;
        }
        return rest == 1;
    }
}
