package org.deepsparse.decider;

import java.util.Optional;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;

/// Fuchs' choice of a dual point: `nu = A_S (A_S^T A_S)^{-1} t`, the shortest nu with `<a_i, nu> = t_i` on S,
/// in exact rationals. **Cost** s^3 + s^2 m rational operations. **Source** Fuchs, IEEE Trans. IT 50(6),
/// 2004.
final class LeastNormDual {

    private LeastNormDual() {}

    /// nu; empty if A_S is dependent.
    ///
    /// @param supported A_S: the columns of the support
    /// @param targets t, one a column
    static Optional<RationalVector> of(RationalMatrix supported, RationalVector targets) {
        RationalMatrix gram = supported.gram();
        return gram.rank() < gram.columns() ? Optional.empty() : gram.solve(targets).map(supported::times);
    }
}
