package org.deepsparse.instance;

import java.util.Arrays;
import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.RationalVector;

/// A chain with noise outside its activations, `x_{j-1} = rho_j(D_j x_j) + e_j`, and what every unrolled
/// solver is told about it.
///
/// @param chain the problem and its true chain
/// @param signal y in doubles; its rounding is part of e_1
/// @param magnitudes B_j >= normInf(x_j), one a layer
/// @param iterations K, at most
public record NoisyChain(ChainInstance chain, double[] signal, double[] magnitudes, int iterations) {

    public NoisyChain {
        signal = signal.clone();
        magnitudes = magnitudes.clone();
    }

    @Override
    public double[] signal() {
        return signal.clone();
    }

    @Override
    public double[] magnitudes() {
        return magnitudes.clone();
    }

    /// B_j = normInf(x_j), at least 1.
    public static NoisyChain of(ChainInstance chain, int iterations) {
        double[] signal = chain.problem().signal().nearest();
        double[] magnitudes = chain.truth().codes().stream()
                .mapToDouble(code -> Math.max(1, code.entries().normInf().enclosure().upper()))
                .toArray();
        return new NoisyChain(chain, signal, magnitudes, iterations);
    }

    /// The chain of the theorems without iterations.
    static NoisyChain drawn(DrawnRecipe recipe) {
        return of(ChainInstance.drawn(recipe), recipe.count());
    }

    public int depth() {
        return layers().size();
    }

    public List<Layer> layers() {
        return chain.problem().layers();
    }

    public Layer layer(int j) {
        return chain.problem().layer(j);
    }

    /// x_j.
    public SparseCode truth(int j) {
        return chain.truth().code(j);
    }

    /// lambda_j as the iterations take it: at least 1.
    public int sparsity(int j) {
        return Math.max(1, layer(j).sparsityBudget());
    }

    /// e_j = x_{j-1} - rho_j(D_j x_j), exactly; x_0 is the signal in doubles.
    public RationalVector error(int j) {
        RationalVector below = j == 1 ? RationalVector.of(signal) : truth(j - 1).entries();
        return below.minus(layer(j).synthesize(truth(j)));
    }

    /// normInf(y).
    public double signalMagnitude() {
        return Arrays.stream(signal).map(Math::abs).max().orElse(0);
    }
}
