package org.deepsparse.bound;

import java.util.Optional;
import org.deepsparse.exact.Rational;

/// The least coherence that n atoms in R^m can have: `mu^2 >= (n - m)/(m (n - 1))` for n > m, with equality
/// exactly for equiangular tight frames (Welch 1974).
public final class WelchLowerBound {

    private WelchLowerBound() {}

    /// The bound squared; 0 for n <= m, where it says nothing.
    public static Rational squared(int rows, int atoms) {
        return atoms <= rows ? Rational.ZERO : Rational.of(atoms - rows, (long) rows * (atoms - 1));
    }

    /// Whether some real dictionary of this shape attains it: no for n > m (m + 1)/2 (Gerzon), yes for
    /// orthogonal atoms, simplices, the frames of the families `steiner(7)` and `harmonic` with the one that
    /// completes `steiner(7)`, and n = 2 m for a prime power n - 1 that is 1 modulo 4 (Paley's conference
    /// matrices; the smallest gives the icosahedron, 3 x 6), else not known.
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
