package org.deepsparse.coding;

import org.deepsparse.activation.Activation;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;

/// One layer of the model: `x_{j-1} ~ rho_j(D_j x_j)` with `norm0(x_j) <= lambda_j`.
///
/// @param sparsityBudget lambda_j, in 0..atoms
public record Layer(Dictionary dictionary, Activation activation, int sparsityBudget) {

    /// @throws IllegalArgumentException if the budget is outside 0..atoms
    public Layer {
        if (sparsityBudget < 0 || sparsityBudget > dictionary.atoms()) {
            throw new IllegalArgumentException(
                    "sparsity budget " + sparsityBudget + " for a dictionary of " + dictionary.atoms() + " atoms");
        }
    }

    /// `rho_j(D_j x)`, exactly.
    ///
    /// @throws IllegalArgumentException if the code has not one entry an atom
    public RationalVector synthesize(SparseCode x) {
        Rational[] signal = linear(x).toArray();
        for (int i = 0; i < signal.length; i++) {
            signal[i] = activation.apply(signal[i]);
        }
        return RationalVector.of(signal);
    }

    /// `D_j x`, exactly.
    ///
    /// @throws IllegalArgumentException if the code has not one entry an atom
    public RationalVector linear(SparseCode x) {
        if (x.size() != dictionary.atoms()) {
            throw new IllegalArgumentException(
                    "dictionary has " + dictionary.atoms() + " atoms but the code has " + x.size() + " entries");
        }
        Rational[] signal = RationalVector.zero(dictionary.rows()).toArray();
        for (int atom : x.support()) {
            for (int i = 0; i < signal.length; i++) {
                double entry = dictionary.matrix().get(i, atom);
                if (entry != 0) {
                    signal[i] = signal[i].plus(Rational.of(entry).times(x.entries().get(atom)));
                }
            }
        }
        return RationalVector.of(signal);
    }

    /// `rho_j^{-1}(previous)`: what `D_j x_j` has to equal in the exact model.
    ///
    /// @throws ArithmeticException if there is none
    public RationalVector preimage(RationalVector previous) {
        Rational[] target = previous.toArray();
        for (int i = 0; i < target.length; i++) {
            target[i] = activation.inverse(target[i]);
        }
        return RationalVector.of(target);
    }
}
