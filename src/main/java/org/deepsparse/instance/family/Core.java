package org.deepsparse.instance.family;

import java.util.List;
import org.deepsparse.dictionary.Dictionary;

/// The Hadamard core: the Sylvester Hadamard matrix of order n + 1 without its row of ones, n x (n + 1). A
/// simplex with entries +-1.
///
/// mu = 1/n. The atoms add up to 0 and any n of them are independent, so the spark is n + 1. All norms are
/// sqrt(n).
///
/// @param n the number of rows, one less than a power of two: 3, 7, 15, ..., 1023
public record Core(int n) implements Determined {

    static final Form FORM = new Form("core", 1, parameters -> new Core(parameters.get(0)));

    private static final List<Integer> KNOWN = List.of(3, 7, 15, 31, 63, 127, 255, 511, 1023);

    /// @throws IllegalArgumentException if n is none of those
    public Core {
        Parameter.requireOneOf("core", "n", n, KNOWN);
    }

    @Override
    public int rows() {
        return n;
    }

    @Override
    public int atoms() {
        return n + 1;
    }

    @Override
    public Dictionary dictionary() {
        return Formula.dictionary(n, n + 1, (i, j) -> Hadamard.entry(i + 1, j));
    }

    @Override
    public List<Core> smaller() {
        return Parameter.below(n, KNOWN).map(Core::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(n);
    }
}
