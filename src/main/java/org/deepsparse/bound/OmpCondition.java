package org.deepsparse.bound;

import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.exact.Interval;

/// The Babel condition `mu1(s - 1) + mu1(s) < 1` under which orthogonal matching pursuit finds every s-sparse
/// code (Tropp 2004, Thm 3.5).
public final class OmpCondition {

    private OmpCondition() {}

    /// Encloses `1 - mu1(s - 1) - mu1(s)` with the exact sign; the point 0 at equality; an enclosure around 0
    /// where the sign stays open. 1 for s = 0.
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
