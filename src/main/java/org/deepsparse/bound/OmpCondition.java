package org.deepsparse.bound;

import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.exact.Interval;

/// The condition `mu1(s - 1) + mu1(s) < 1` of `omp-exact`, under which orthogonal matching pursuit finds
/// every code with s nonzeros (Tropp 2004, Thm 3.5).
///
/// `mu1` is the Babel function of the dictionary. Of all atoms of the code, take the one with the largest
/// coefficient in the residual. The other s - 1 hide at most the share `mu1(s - 1)` of it. An atom outside
/// the code sees at most the share `mu1(s)`. Under the condition the first is seen better than the second.
/// Proof: proofs-notes/omp-exact.md, steps 2 and 3.
public final class OmpCondition {

    private OmpCondition() {}

    /// Encloses `1 - mu1(s - 1) - mu1(s)`; 1 for s = 0, where there is nothing to find.
    ///
    /// The values of mu1 are sums of roots. Where they are rational the sign is exact and equality gives the
    /// point 0. Else more and more bits decide; an enclosure around 0 says that they did not.
    public static Interval margin(BabelFunction babel, int sparsity) {
        if (sparsity == 0) {
            return Interval.ONE;
        }
        Interval margin = Interval.ONE.minus(babel.value(sparsity - 1)).minus(babel.value(sparsity));
        return babel.signOfOneMinus(sparsity - 1, sparsity).map(margin::withSign).orElse(margin);
    }

    /// The largest s <= atoms inside the condition.
    public static int largestSparsity(BabelFunction babel, int atoms) {
        int s = 0;
        while (s < atoms && margin(babel, s + 1).lower() > 0) {
            s++;
        }
        return s;
    }
}
