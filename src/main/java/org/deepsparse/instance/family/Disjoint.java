package org.deepsparse.instance.family;

import java.util.List;
import java.util.stream.Stream;
import org.deepsparse.dictionary.Dictionary;

/// Atoms with disjoint supports: `floor(rows/ones)` columns of consecutive ones. mu = 0, the spark is
/// infinite, all norms are sqrt(ones).
///
/// @param rows 1..1024
/// @param ones the number of ones in an atom, 1..rows
public record Disjoint(int rows, int ones) implements Determined {

    static final Form FORM = new Form("disjoint", 2,
            parameters -> new Disjoint(parameters.get(0), parameters.get(1)));

    /// @throws IllegalArgumentException if a parameter is out of its range
    public Disjoint {
        Parameter.requireBetween("disjoint", "rows", rows, 1, Parameter.LARGEST);
        Parameter.requireBetween("disjoint", "ones", ones, 1, rows);
    }

    @Override
    public int atoms() {
        return rows / ones;
    }

    @Override
    public int columnSparsity() {
        return ones;
    }

    @Override
    public Dictionary dictionary() {
        return Formula.dictionary(rows, atoms(), (i, j) -> i / ones == j ? 1 : 0);
    }

    @Override
    public List<Disjoint> smaller() {
        return Stream.concat(
                Parameter.below(rows, ones).map(fewer -> new Disjoint(fewer, ones)),
                Parameter.below(ones, 1).map(fewer -> new Disjoint(rows, fewer)))
                .toList();
    }

    @Override
    public String text() {
        return FORM.text(rows, ones);
    }
}
