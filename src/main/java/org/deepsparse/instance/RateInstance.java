package org.deepsparse.instance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.activation.Identity;
import org.deepsparse.bound.LayerByLayerBounds;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.RationalVector;

/// A chain with noise outside its activations, `x_{j-1} = rho_j(D_j x_j) + e_j`, and what unrolled solvers
/// are given for it.
///
/// @param chain the problem and its true chain
/// @param signal y in doubles; its rounding is part of e_1
/// @param weights W_j, one a layer
/// @param magnitudes B_j >= normInf(x_j), one a layer
/// @param iterations K, at most
public record RateInstance(
        ChainInstance chain, double[] signal, List<AnalysisWeights> weights, double[] magnitudes, int iterations) {

    public RateInstance {
        signal = signal.clone();
        weights = List.copyOf(weights);
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
    public static RateInstance of(ChainInstance chain, List<AnalysisWeights> weights, int iterations) {
        double[] signal = chain.problem().signal().nearest();
        double[] magnitudes = chain.truth().codes().stream()
                .mapToDouble(code -> Math.max(1, code.entries().normInf().enclosure().upper()))
                .toArray();
        return new RateInstance(chain, signal, weights, magnitudes, iterations);
    }

    /// What the recipe describes. It takes a seed, K, noise, and weights on its layers.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys, no K or no layer, or there is no such
    ///     example
    public static RateInstance of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> drawn(drawn.taking(Key.SEED, Key.COUNT, Key.NOISE, Key.LAYER_WEIGHTS));
            case NamedExample example -> RateExamples.named(example);
        };
    }

    /// The chain of the theorems without iterations, with the weights of each layer.
    static RateInstance drawn(DrawnRecipe recipe) {
        ChainInstance chain = ChainInstance.drawn(recipe);
        List<AnalysisWeights> weights = IntStream.rangeClosed(1, chain.problem().depth())
                .mapToObj(j -> Weighting.of(recipe.layers().get(j - 1), chain.problem().layer(j).dictionary()))
                .toList();
        return of(chain, weights, recipe.count());
    }

    public int depth() {
        return chain.problem().depth();
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

    /// The bounds of the layer-by-layer method, and with them the thresholds.
    public LayerByLayerBounds bounds() {
        return bounds(IntStream.rangeClosed(1, depth()).mapToDouble(this::noise).toArray());
    }

    /// The same as if there were no noise.
    public LayerByLayerBounds boundsWithoutNoise() {
        return bounds(new double[depth()]);
    }

    private LayerByLayerBounds bounds(double[] noises) {
        return new LayerByLayerBounds(chain.problem().layers(), weights, magnitudes, noises, signalMagnitude());
    }

    /// normInf(y).
    public double signalMagnitude() {
        return Arrays.stream(signal).map(Math::abs).max().orElse(0);
    }

    /// s_j, upward: `max_i abs(w_i^T e_j)` where rho_j is the identity, else `om1(W_j) normInf(e_j)/l_j`.
    private double noise(int j) {
        RationalVector error = error(j);
        AnalysisWeights analysis = weights.get(j - 1);
        if (error.isZero() || layer(j).activation() instanceof Identity) {
            return analysis.response(error);
        }
        Interval slope = layer(j).activation().lowerLipschitz();
        return Interval.of(analysis.norm1()).times(error.normInf().enclosure()).dividedBy(slope).upper();
    }
}
