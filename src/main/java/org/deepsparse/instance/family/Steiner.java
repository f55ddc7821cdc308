package org.deepsparse.instance.family;

import java.util.List;
import java.util.Set;
import org.deepsparse.dictionary.Dictionary;

/// The Steiner equiangular tight frames 6 x 16, from all pairs of four points, and 7 x 28, from the Fano
/// plane (Fickus, Mixon, Tremain 2012).
///
/// Rows are the blocks of a Steiner system. Each point lies in r blocks and becomes r + 1 columns: row by row
/// the Hadamard matrix of order r + 1 without its row of ones, spread over the blocks of the point. Entries
/// are 0 and +-1.
///
/// mu = 1/3, which is the Welch bound. The spark is 4. All norms are sqrt(r) = sqrt(3).
///
/// @param rows 6 or 7
public record Steiner(int rows) implements Determined {

    static final Form FORM = new Form("steiner", 1, parameters -> new Steiner(parameters.get(0)));

    private static final List<Integer> KNOWN = List.of(6, 7);

    /// Each point of either system lies in so many blocks.
    private static final int REPLICATION = 3;

    private static final List<Set<Integer>> PAIRS = List.of(Set.of(0, 1), Set.of(2, 3), Set.of(0, 2),
            Set.of(1, 3), Set.of(0, 3),
            Set.of(1, 2));

    /// @throws IllegalArgumentException for another number of rows
    public Steiner {
        Parameter.requireOneOf("steiner", "rows", rows, KNOWN);
    }

    @Override
    public int atoms() {
        int points = rows == PAIRS.size() ? 4 : FanoPlane.POINTS;
        return points * (REPLICATION + 1);
    }

    @Override
    public Dictionary dictionary() {
        List<Set<Integer>> blocks = rows == PAIRS.size() ? PAIRS : FanoPlane.LINES;
        return Formula.dictionary(rows, atoms(), (row, column) -> {
            int point = column / (REPLICATION + 1);
            if (!blocks.get(row).contains(point)) {
                return 0;
            }
            int before = (int) blocks.subList(0, row).stream().filter(block -> block.contains(point)).count();
            return Hadamard.entry(before + 1, column % (REPLICATION + 1));
        });
    }

    @Override
    public List<Steiner> smaller() {
        return Parameter.below(rows, KNOWN).map(Steiner::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(rows);
    }
}
