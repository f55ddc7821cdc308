package org.deepsparse.instance.family;

import java.util.List;
import org.deepsparse.dictionary.Dictionary;

/// The vertices of a regular simplex: `(n + 1) I - 1 1^T`, (n + 1) x (n + 1), of rank n.
///
/// mu = 1/n. The atoms add up to 0 and any n of them are independent, so the spark is n + 1. All norms are
/// sqrt(n (n + 1)).
///
/// @param n the dimension of the simplex, 1..1023
public record Simplex(int n) implements Determined {

    static final Form FORM = new Form("simplex", 1, parameters -> new Simplex(parameters.get(0)));

    /// @throws IllegalArgumentException if n is not in that range
    public Simplex {
        Parameter.requireBetween("simplex", "n", n, 1, Parameter.LARGEST - 1);
    }

    @Override
    public int rows() {
        return n + 1;
    }

    @Override
    public int atoms() {
        return n + 1;
    }

    @Override
    public Dictionary dictionary() {
        return Formula.dictionary(n + 1, n + 1, (i, j) -> i == j ? n : -1);
    }

    @Override
    public List<Simplex> smaller() {
        return Parameter.below(n, 1).map(Simplex::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(n);
    }
}
