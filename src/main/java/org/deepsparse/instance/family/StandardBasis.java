package org.deepsparse.instance.family;

import java.util.List;
import org.deepsparse.dictionary.Dictionary;

/// The identity matrix, n x n; recipes call it `identity`. mu = 0, the spark is infinite, all norms are 1.
///
/// @param n 1..1024
public record StandardBasis(int n) implements Determined {

    static final Form FORM = new Form("identity", 1, parameters -> new StandardBasis(parameters.get(0)));

    /// @throws IllegalArgumentException if n is not in that range
    public StandardBasis {
        Parameter.requireBetween("identity", "n", n, 1, Parameter.LARGEST);
    }

    @Override
    public int rows() {
        return n;
    }

    @Override
    public int atoms() {
        return n;
    }

    @Override
    public int columnSparsity() {
        return 1;
    }

    @Override
    public Dictionary dictionary() {
        return Formula.dictionary(n, n, (i, j) -> i == j ? 1 : 0);
    }

    @Override
    public List<StandardBasis> smaller() {
        return Parameter.below(n, 1).map(StandardBasis::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(n);
    }
}
