package org.deepsparse.instance.family;

import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.deepsparse.dictionary.Dictionary;

/// The incidence matrix of an affine plane of order q: q^2 points x (q^2 + q) lines of q points each.
///
/// Two lines meet in at most one point, so mu = 1/q. All norms are sqrt(q). The spark is 2q for q = 2, 3: two
/// parallel classes of q lines have the same sum.
///
/// More rows than points are rows of zeros at the end. They change none of these facts, and let the plane
/// stand on a layer that has more atoms than it has points: `affine(4,17)` fits on `simplex(16)`.
///
/// @param order q, 2..5
/// @param rows at least q^2, at most 1024; recipes leave it out where it is q^2
public record AffinePlane(int order, int rows) implements Determined {

    static final Form FORM = new Form("affine", 1, 2, parameters -> parameters.size() == 1
            ? new AffinePlane(parameters.get(0))
            : new AffinePlane(parameters.get(0), parameters.get(1)));

    private static final List<Integer> KNOWN = List.of(2, 3, 4, 5);

    /// @throws IllegalArgumentException for another order, or a number of rows out of its range
    public AffinePlane {
        Parameter.requireOneOf("affine", "order", order, KNOWN);
        Parameter.requireBetween("affine", "rows", rows, order * order, Parameter.LARGEST);
    }

    /// Without rows of zeros.
    public AffinePlane(int order) {
        this(order, order * order);
    }

    @Override
    public int atoms() {
        return order * order + order;
    }

    @Override
    public int columnSparsity() {
        return order;
    }

    /// The points (x, y) over the field of q elements; the lines y = slope x + offset, then the lines x =
    /// constant.
    @Override
    public Dictionary dictionary() {
        int q = order;
        IntBinaryOperator times = q == 4 ? AffinePlane::timesInFieldOfFour : (a, b) -> a * b % q;
        IntBinaryOperator plus = q == 4 ? (a, b) -> a ^ b : (a, b) -> (a + b) % q;
        return Formula.dictionary(rows, atoms(), (point, line) -> {
            if (point >= q * q) {
                return 0;
            }
            int x = point / q;
            int y = point % q;
            boolean vertical = line >= q * q;
            boolean on = vertical
                    ? x == line - q * q
                    : y == plus.applyAsInt(times.applyAsInt(line / q, x), line % q);
            return on ? 1 : 0;
        });
    }

    /// The elements 0, 1, a, a + 1 as 0..3, with a^2 = a + 1. Nonzero elements multiply by adding their
    /// logarithms.
    private static int timesInFieldOfFour(int a, int b) {
        int[] logarithm = {0, 0, 1, 2};
        int[] power = {1, 2, 3};
        return a == 0 || b == 0 ? 0 : power[(logarithm[a] + logarithm[b]) % 3];
    }

    @Override
    public List<AffinePlane> smaller() {
        return Stream.concat(
                Parameter.below(order, KNOWN).map(lower -> new AffinePlane(lower, rows)),
                Parameter.below(rows, order * order).map(fewer -> new AffinePlane(order, fewer)))
                .toList();
    }

    @Override
    public String text() {
        return rows == order * order ? FORM.text(order) : FORM.text(order, rows);
    }
}
