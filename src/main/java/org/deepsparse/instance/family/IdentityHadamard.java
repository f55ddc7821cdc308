package org.deepsparse.instance.family;

import java.util.List;
import org.deepsparse.dictionary.Dictionary;

/// Two orthogonal bases: `[sqrt(n) I, H_n]` with the Sylvester Hadamard matrix, n x 2n. For n a power of four
/// the root is an integer.
///
/// mu = 1/sqrt(n). The spark is 2 sqrt(n), attained by a subgroup and its annihilator (Donoho & Stark 1989;
/// Elad & Bruckstein 2002). All norms are sqrt(n).
///
/// @param n the order of the bases: 4, 16, 64, 256 or 1024
public record IdentityHadamard(int n) implements Determined {

    static final Form FORM = new Form("identity-hadamard", 1,
            parameters -> new IdentityHadamard(parameters.get(0)));

    private static final List<Integer> KNOWN = List.of(4, 16, 64, 256, 1024);

    /// @throws IllegalArgumentException if n is none of those
    public IdentityHadamard {
        Parameter.requireOneOf("identity-hadamard", "n", n, KNOWN);
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
        int root = (int) Math.sqrt(n);
        return Formula.dictionary(n, 2 * n, (i, j) -> j >= n ? Hadamard.entry(i, j - n) : i == j ? root : 0);
    }

    @Override
    public List<IdentityHadamard> smaller() {
        return Parameter.below(n, KNOWN).map(IdentityHadamard::new).toList();
    }

    @Override
    public String text() {
        return FORM.text(n);
    }
}
