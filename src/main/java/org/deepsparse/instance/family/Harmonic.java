package org.deepsparse.instance.family;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.dictionary.Dictionary;

/// A real harmonic equiangular tight frame with entries +-1: rows x 16 for 6 or 10 rows, rows x 64 for 28 or
/// 36 (Xia, Zhou, Giannakis 2005).
///
/// The columns are the characters of the group Z_2^4 or Z_2^6, restricted to a difference set. The difference
/// set is where the bent function `x_1 x_2 + x_3 x_4 (+ x_5 x_6)` is 1 for 6 or 28 rows, and where it is 0
/// for 10 or 36.
///
/// mu = 1/3, 1/5, 1/7, 1/9 for 6, 10, 28, 36 rows: the Welch bound. All norms are sqrt(rows). 6 x 16 has
/// spark 4, 10 x 16 has spark 6.
///
/// @param rows 6, 10, 28 or 36
public record Harmonic(int rows) implements Determined {

    static final Form FORM = new Form("harmonic", 1, parameters -> new Harmonic(parameters.get(0)));

    private static final List<Integer> KNOWN = List.of(6, 10, 28, 36);

    /// @throws IllegalArgumentException for another number of rows
    public Harmonic {
        Parameter.requireOneOf("harmonic", "rows", rows, KNOWN);
    }

    @Override
    public int atoms() {
        return rows <= 10 ? 16 : 64;
    }

    @Override
    public Dictionary dictionary() {
        int value = rows == 6 || rows == 28 ? 1 : 0;
        int[] differenceSet = IntStream.range(0, atoms()).filter(x -> bent(x) == value).toArray();
        return Formula.dictionary(rows, atoms(), (i, j) -> Hadamard.entry(differenceSet[i], j));
    }

    /// `x_1 x_2 + x_3 x_4 + ...` over the field of two elements.
    private static int bent(int x) {
        return Integer.bitCount(x & x >> 1 & 0x5555_5555) & 1;
    }

    @Override
    public List<Harmonic> smaller() {
        return Parameter.below(rows, KNOWN).map(Harmonic::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(rows);
    }
}
