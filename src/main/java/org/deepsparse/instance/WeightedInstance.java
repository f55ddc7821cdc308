package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.bound.WeightedL1Condition;
import org.deepsparse.coding.Layer;
import org.deepsparse.exact.Rational;

/// An exact chain and weights om_1, ..., om_J for the joint problem `min sum_j om_j norm1(x_j)`.
///
/// @param chain the chain that is supposed to be the minimiser
/// @param weights om_j, one a layer
public record WeightedInstance(ChainInstance chain, List<Rational> weights) {

    private static final int WEIGHTS = -10;
    private static final int TOO_SMALL_ONE_IN = 12;

    /// @throws IllegalArgumentException if there is not one weight a layer
    public WeightedInstance {
        weights = List.copyOf(weights);
        if (weights.size() != chain.problem().depth()) {
            throw new IllegalArgumentException(
                    chain.problem().depth() + " layers but " + weights.size() + " weights");
        }
    }

    /// What the recipe describes. It takes a seed and noise, as the chain does.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys or has no layer, or there is no such
    ///     example
    public static WeightedInstance of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> drawn(drawn);
            case NamedExample example -> named(example);
        };
    }

    /// Weights that suffice, each by a random margin; in a few cases the first is far too small.
    private static WeightedInstance drawn(DrawnRecipe recipe) {
        UniformRandomProvider random = recipe.random(WEIGHTS);
        ChainInstance chain = ChainInstance.of(recipe);
        List<Rational> weights = new ArrayList<>(sufficient(chain).weights());
        // a weight may only grow together with all below it, which keeps the condition
        long factor = 1;
        for (int j = weights.size() - 1; j >= 0; j--) {
            factor *= 1 + random.nextInt(2);
            weights.set(j, weights.get(j).times(factor));
        }
        if (random.nextInt(TOO_SMALL_ONE_IN) == 0) {
            weights.set(0, weights.get(0).dividedBy(Rational.of(64)));
        }
        return new WeightedInstance(chain, weights);
    }

    /// The chain with om_J = 1 and below it the least powers of two that meet the condition.
    public static WeightedInstance sufficient(ChainInstance chain) {
        return new WeightedInstance(chain, WeightedL1Condition.sufficientWeights(data(chain)));
    }

    /// The numbers at the end of a name are its weights; every other name is a chain with sufficient weights.
    private static WeightedInstance named(NamedExample recipe) {
        return switch (recipe.name()) {
            case "equal-norm-chain-1-1" -> equalNormChain(1, 1);
            case "equal-norm-chain-1-2" -> equalNormChain(1, 2);
            case "equal-norm-chain-1-3" -> equalNormChain(1, 3);
            // atoms four times as long at the top: without m in the condition, 9 looks small enough
            case "long-atoms-1-9" -> new WeightedInstance(ChainExamples.equalNormChain(4), weights(1, 9));
            // slope 1/8 makes the second code eight times as large as the first can tell
            case "leaky-chain-4-3" -> new WeightedInstance(ChainExamples.leakyChain(), weights(4, 3));
            // a first layer so near its budget that changing its code costs little
            case "simplex-chain-1-20" -> new WeightedInstance(ChainExamples.simplexChain(), weights(1, 20));
            default -> sufficient(ChainExamples.named(recipe));
        };
    }

    private static WeightedInstance equalNormChain(long... weights) {
        return new WeightedInstance(ChainExamples.equalNormChain(1), weights(weights));
    }

    private static List<Rational> weights(long... weights) {
        return LongStream.of(weights).mapToObj(Rational::of).toList();
    }

    /// What the condition asks of each layer.
    public List<WeightedL1Condition.LayerData> data() {
        return data(chain);
    }

    private static List<WeightedL1Condition.LayerData> data(ChainInstance chain) {
        return chain.problem().layers().stream().map(WeightedInstance::data).toList();
    }

    private static WeightedL1Condition.LayerData data(Layer layer) {
        return new WeightedL1Condition.LayerData(
                layer.dictionary().coherence().squared(),
                layer.dictionary().norms().smallestSquared(),
                Rational.of(layer.dictionary().matrix().largest()),
                layer.sparsityBudget(),
                layer.activation().lowerSlope());
    }
}
