package org.deepsparse.instance;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.activation.Identity;
import org.deepsparse.bound.LayerByLayerBounds;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.RationalVector;

/// A noisy chain together with weights for each of its dictionaries, for the solver that goes layer by layer.
///
/// @param chain the chain, with its noise e_j
/// @param weights W_j, one a layer
public record RateInstance(NoisyChain chain, List<AnalysisWeights> weights) {

    public RateInstance {
        weights = List.copyOf(weights);
    }

    /// What the recipe describes. It takes a seed, K, noise, and weights on its layers.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys, no K or no layer, or there is no such
    ///     example
    public static RateInstance of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> drawn(drawn.taking(Key.SEED, Key.COUNT, Key.NOISE, Key.LAYER_WEIGHTS));
            case NamedExample example -> scaled(RateExamples.named(example));
        };
    }

    private static RateInstance drawn(DrawnRecipe recipe) {
        NoisyChain chain = NoisyChain.drawn(recipe);
        List<AnalysisWeights> weights = IntStream.rangeClosed(1, chain.depth())
                .mapToObj(j -> Weighting.of(recipe.layers().get(j - 1), chain.layer(j).dictionary()))
                .toList();
        return new RateInstance(chain, weights);
    }

    private static RateInstance scaled(NoisyChain chain) {
        return new RateInstance(chain,
                chain.layers().stream().map(layer -> AnalysisWeights.scaled(layer.dictionary())).toList());
    }

    /// The bounds of the layer-by-layer method, and with them the thresholds.
    public LayerByLayerBounds bounds() {
        return bounds(IntStream.rangeClosed(1, chain.depth()).mapToDouble(this::noise).toArray());
    }

    /// The same as if there were no noise.
    public LayerByLayerBounds boundsWithoutNoise() {
        return bounds(new double[chain.depth()]);
    }

    private LayerByLayerBounds bounds(double[] noises) {
        return new LayerByLayerBounds(chain.layers(), weights, chain.magnitudes(), noises,
                chain.signalMagnitude());
    }

    /// s_j, upward: `max_i abs(w_i^T e_j)` where rho_j is the identity, else `om1(W_j) normInf(e_j)/l_j`.
    private double noise(int j) {
        RationalVector error = chain.error(j);
        AnalysisWeights analysis = weights.get(j - 1);
        if (error.isZero() || chain.layer(j).activation() instanceof Identity) {
            return analysis.response(error);
        }
        Interval slope = chain.layer(j).activation().lowerLipschitz();
        return Interval.of(analysis.norm1()).times(error.normInf().enclosure()).dividedBy(slope).upper();
    }
}
