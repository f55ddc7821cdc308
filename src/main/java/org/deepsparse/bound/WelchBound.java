package org.deepsparse.bound;

import java.util.Optional;
import org.deepsparse.exact.Rational;

/// The least coherence that n atoms in R^m can have: `mu^2 >= (n - m)/(m (n - 1))` for n > m, with equality exactly for equiangular tight frames
/// (Welch 1974).
public final class WelchBound {

    private WelchBound() {}

    /// The bound squared; 0 for n <= m, where it says nothing.
    public static Rational squared(int rows, int atoms) {
        return atoms <= rows ? Rational.ZERO : Rational.of(atoms - rows, (long) rows * (atoms - 1));
    }

    /// Whether some real dictionary of this shape attains it: no for n > m (m + 1)/2 (Gerzon), yes for orthogonal atoms, simplices and the frames 6 x 16 and
    /// 7 x 28 known here, else not known.
    public static Optional<Boolean> isAttainable(int rows, int atoms) {
        if (rows == 1) {
            return Optional.of(true); // all atoms are parallel: mu = 1 is the bound
        }
        if (2L * atoms > (long) rows * (rows + 1)) {
            return Optional.of(false);
        }
        boolean known = atoms <= rows + 1 || (rows == 6 && atoms == 16) || (rows == 7 && atoms == 28);
        return known ? Optional.of(true) : Optional.empty();
    }
}
