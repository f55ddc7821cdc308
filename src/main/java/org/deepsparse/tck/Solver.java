package org.deepsparse.tck;

import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;

/// The forms in which a sparse-coding solver is handed to a [Promise]: a function of arrays, usually a lambda
/// around the real one.
///
/// Signals come as a copy of their own in every call; dictionaries, layers and parameters are immutable. What
/// is returned is read at once and not changed.
public sealed interface Solver {

    /// Codes one signal in one dictionary.
    @FunctionalInterface
    non-sealed interface OfLayer extends Solver {

        /// @param signal y, one entry a row
        /// @param sparsity s: the number of nonzeros for [Promise#greedy], the budget lambda for the others
        /// @return z, one entry an atom
        double[] code(Dictionary dictionary, double[] signal, int sparsity);
    }

    /// Codes one noisy signal in one dictionary.
    @FunctionalInterface
    non-sealed interface OfNoisySignal extends Solver {

        /// @param signal y, one entry a row
        /// @param sparsity lambda, the largest number of nonzeros
        /// @param tolerance eps: some code within the budget is as near, `norm2(y - D x) <= eps`
        /// @return z, one entry an atom
        double[] code(Dictionary dictionary, double[] signal, int sparsity, double tolerance);
    }

    /// Codes one signal in a chain of layers.
    @FunctionalInterface
    non-sealed interface OfChain extends Solver {

        /// @param layers first layer first, each with its dictionary, activation and budget
        /// @param signal y, one entry a row of the first dictionary
        /// @return z_1, ..., z_J
        List<double[]> codes(List<Layer> layers, double[] signal);
    }

    /// An unrolled network of LISTA-CP type: K steps `x <- T_theta(x + W^T (y - A x))` from 0, theta =
    /// theta_0, ..., theta_{K-1}.
    @FunctionalInterface
    non-sealed interface Unrolled extends Solver {

        /// @return x^K, one entry an atom
        double[] code(UnrolledParameters parameters, double[] signal);
    }

    /// One unrolled network a layer, each on `rho_j^{-1}` of the code below it.
    @FunctionalInterface
    non-sealed interface UnrolledChain extends Solver {

        /// @param parameters one a layer
        /// @return x~_1, ..., x~_J
        List<double[]> codes(List<Layer> layers, List<UnrolledParameters> parameters, double[] signal);
    }

    /// One unrolled network on the product D[1..J], then synthesis `x~_j = D_{j+1} x~_{j+1}` downwards, layer
    /// after layer.
    @FunctionalInterface
    non-sealed interface UnrolledProduct extends Solver {

        /// @param parameters those of the network on the product
        /// @return x~_1, ..., x~_J
        List<double[]> codes(List<Layer> layers, UnrolledParameters parameters, double[] signal);
    }
}
