package org.deepsparse.pursuit;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.exact.RationalVector;

/// The deepest-sparsity-first method: LISTA-CP on the product dictionary D[1..J], then down by synthesis
/// (paper Thm 5).
public final class DeepestFirst {

    private DeepestFirst() {}

    /// x~_1, ..., x~_J from the deepest code in doubles: exact products `x~_j = D[j+1..J] x~_J`.
    ///
    /// @param deepest x~_J, by [ListaCp] on D[1..J]
    public static List<RationalVector> codes(double[] deepest, List<Layer> layers) {
        List<RationalVector> codes = new ArrayList<>();
        RationalVector code = RationalVector.of(deepest);
        codes.add(code);
        for (int j = layers.size(); j > 1; j--) {
            code = layers.get(j - 1).dictionary().times(code);
            codes.add(0, code);
        }
        return codes;
    }
}
