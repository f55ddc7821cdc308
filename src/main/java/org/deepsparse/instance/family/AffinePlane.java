package org.deepsparse.instance.family;

import java.util.List;
import java.util.function.IntBinaryOperator;
import org.deepsparse.dictionary.Dictionary;

/// The incidence matrix of an affine plane of order q: q^2 points x (q^2 + q) lines of q points each.
///
/// Two lines meet in at most one point, so mu = 1/q. All norms are sqrt(q). The spark is 2q for q = 2, 3: two
/// parallel classes of q lines have the same sum.
///
/// @param order q, 2..5
public record AffinePlane(int order) implements Determined {

    static final Form FORM = new Form("affine", 1, parameters -> new AffinePlane(parameters.get(0)));

    private static final List<Integer> KNOWN = List.of(2, 3, 4, 5);

    /// @throws IllegalArgumentException for another order
    public AffinePlane {
        Parameter.requireOneOf("affine", "order", order, KNOWN);
    }

    @Override
    public int rows() {
        return order * order;
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
        return Formula.dictionary(rows(), atoms(), (point, line) -> {
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
        return Parameter.below(order, KNOWN).map(AffinePlane::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(order);
    }
}
