package org.deepsparse.instance.family;

import java.util.List;
import java.util.Set;
import org.deepsparse.dictionary.Dictionary;

/// The incidence matrix of the Fano plane, the projective plane of order 2: 7 points x 7 lines of 3 points
/// each.
///
/// Two lines meet in exactly one point, so mu = 1/3. All norms are sqrt(3). The matrix is invertible, so the
/// spark is infinite.
public record FanoPlane() implements Determined {

    static final Form FORM = new Form("fano", 0, parameters -> new FanoPlane());

    static final int POINTS = 7;

    static final List<Set<Integer>> LINES = List.of(
            Set.of(0, 1, 2),
            Set.of(0, 3, 4),
            Set.of(0, 5, 6),
            Set.of(1, 3, 5),
            Set.of(1, 4, 6),
            Set.of(2, 3, 6),
            Set.of(2, 4, 5));

    @Override
    public int rows() {
        return POINTS;
    }

    @Override
    public int atoms() {
        return LINES.size();
    }

    @Override
    public int columnSparsity() {
        return 3;
    }

    @Override
    public Dictionary dictionary() {
        return Formula.dictionary(POINTS, LINES.size(),
                (point, line) -> LINES.get(line).contains(point) ? 1 : 0);
    }

    @Override
    public List<FanoPlane> smaller() {
        return List.of();
    }

    @Override
    public String text() {
        return FORM.text();
    }
}
