package org.deepsparse.coding;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;

/// One layer of the model: `x_{j-1} ~ rho_j(D_j x_j)` with `norm0(x_j) <= lambda_j`.
///
/// @param sparsityBudget lambda_j, in 0..atoms
public record Layer(Dictionary dictionary, PiecewiseLinear activation, int sparsityBudget) {

    /// @throws IllegalArgumentException if the budget is outside 0..atoms
    public Layer {
        if (sparsityBudget < 0 || sparsityBudget > dictionary.atoms()) {
            throw new IllegalArgumentException(
                    "sparsity budget " + sparsityBudget + " for a dictionary of " + dictionary.atoms()
                            + " atoms");
        }
    }

    /// `rho_j(D_j x)`, exactly.
    ///
    /// @throws IllegalArgumentException if the code has not one entry an atom
    public RationalVector synthesize(SparseCode x) {
        return each(dictionary.times(x.entries()), activation::apply);
    }

    /// `rho_j^{-1}(previous)`: what `D_j x_j` has to equal in the exact model.
    ///
    /// @throws ArithmeticException if there is none
    public RationalVector preimage(RationalVector previous) {
        return each(previous, activation::inverse);
    }

    private static RationalVector each(RationalVector vector, UnaryOperator<Rational> function) {
        return RationalVector.of(Arrays.stream(vector.toArray()).map(function).toArray(Rational[]::new));
    }
}
