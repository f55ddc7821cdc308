package org.deepsparse.instance.family;

import java.util.List;
import org.deepsparse.dictionary.Dictionary;

/// A maximal set of real mutually unbiased bases of R^n: `sqrt(n) I` and n/2 bases with entries +-1, n x n
/// (n/2 + 1). [KerdockBases] says how they are found.
///
/// Vectors of different bases have inner product +-sqrt(n) at norms sqrt(n), so mu = 1/sqrt(n). The 4 x 12
/// dictionary has spark 3: twice a unit vector is the sum of two others.
///
/// @param n 4 or 16
public record MutuallyUnbiasedBases(int n) implements Determined {

    static final Form FORM = new Form("mub", 1, parameters -> new MutuallyUnbiasedBases(parameters.get(0)));

    private static final List<Integer> KNOWN = List.of(4, 16);

    /// @throws IllegalArgumentException for another n
    public MutuallyUnbiasedBases {
        Parameter.requireOneOf("mub", "n", n, KNOWN);
    }

    @Override
    public int rows() {
        return n;
    }

    @Override
    public int atoms() {
        return n * (n / 2 + 1);
    }

    @Override
    public Dictionary dictionary() {
        int root = n == 4 ? 2 : 4; // of n, and its binary logarithm as well
        KerdockBases bases = new KerdockBases(root);
        List<Integer> forms = bases.kerdockSet();
        return Formula.dictionary(n, atoms(), (x, column) -> {
            if (column < n) {
                return x == column ? root : 0;
            }
            int form = forms.get(column / n - 1);
            return (bases.quadratic(form, x) == 0 ? 1 : -1) * Hadamard.entry(x, column % n);
        });
    }

    @Override
    public List<MutuallyUnbiasedBases> smaller() {
        return Parameter.below(n, KNOWN).map(MutuallyUnbiasedBases::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(n);
    }
}
