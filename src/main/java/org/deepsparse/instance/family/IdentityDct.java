package org.deepsparse.instance.family;

import java.util.List;
import org.deepsparse.dictionary.Dictionary;

/// Two orthogonal bases: `[I, C]` with the orthonormal discrete cosine transform of type II, n x 2n. The
/// entries of C are rounded to doubles.
///
/// Up to that rounding mu = `sqrt(2/n) cos(pi/(2n))` for n a power of two, n >= 4, and all norms are 1.
///
/// @param n the order of the bases, 2..1024
public record IdentityDct(int n) implements Determined {

    static final Form FORM = new Form("identity-dct", 1, parameters -> new IdentityDct(parameters.get(0)));

    /// @throws IllegalArgumentException if n is not in that range
    public IdentityDct {
        Parameter.requireBetween("identity-dct", "n", n, 2, Parameter.LARGEST);
    }

    @Override
    public int rows() {
        return n;
    }

    @Override
    public int atoms() {
        return 2 * n;
    }

    @Override
    public Dictionary dictionary() {
        return Formula.dictionary(n, 2 * n, (i, j) -> j < n ? (i == j ? 1 : 0) : cosine(i, j - n));
    }

    /// `sqrt(2/n) cos(pi (2i + 1) k/(2n))`, and `sqrt(1/n)` for k = 0. Strict arithmetic gives the same bits
    /// on every machine.
    private double cosine(int i, int k) {
        return k == 0
                ? Math.sqrt(1.0 / n)
                : Math.sqrt(2.0 / n) * StrictMath.cos(Math.PI * (2 * i + 1) * k / (2.0 * n));
    }

    @Override
    public List<IdentityDct> smaller() {
        return Parameter.below(n, 2).map(IdentityDct::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(n);
    }
}
