package org.deepsparse.pursuit;

import java.util.Optional;
import org.deepsparse.exact.Bareiss;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;

/// Fuchs' choice of a dual point: `nu = D_S (D_S^T D_S)^{-1} t`, the shortest nu with `<d_i, nu> = t_i` on S, in exact rationals. **Cost** s^3 + s^2 m
/// rational operations. **Source** Fuchs, IEEE Trans. IT 50(6), 2004.
final class LeastNormDual {

    private LeastNormDual() {}

    /// nu; empty if D_S is dependent.
    ///
    /// @param columns the atoms, all of them
    /// @param support S, ascending
    /// @param targets t, one for each element of S
    static Optional<RationalVector> of(Rational[][] columns, int[] support, Rational[] targets) {
        int s = support.length;
        Rational[][] gram = new Rational[s][s];
        for (int a = 0; a < s; a++) {
            for (int b = 0; b < s; b++) {
                gram[a][b] = RationalVector.of(columns[support[a]]).dot(RationalVector.of(columns[support[b]]));
            }
        }
        if (Bareiss.rank(gram) < s) {
            return Optional.empty();
        }
        return Bareiss.solve(gram, targets).map(weights -> {
            RationalVector nu = RationalVector.zero(columns[0].length);
            for (int a = 0; a < s; a++) {
                nu = nu.plus(RationalVector.of(columns[support[a]]).times(weights[a]));
            }
            return nu;
        });
    }
}
