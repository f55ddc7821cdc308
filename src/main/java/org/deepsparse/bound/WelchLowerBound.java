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
    /// No for n > m (m + 1)/2: so many lines cannot be equiangular (Gerzon). Yes for orthogonal atoms, for
    /// simplices, and for the frames of the families `steiner(6)`, `steiner(7)` and `harmonic`. For m = 1 yes
    /// always, because parallel atoms have mu = 1, which is the bound.
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
                    case 28 -> rows == 7;
                    case 64 -> rows == 28 || rows == 36;
                    default -> false;
                };
        return known ? Optional.of(true) : Optional.empty();
    }
}
