package org.deepsparse.instance;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.Jump;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.Variant;

/// Exact chains whose atoms have equal norms in each layer and whose activations are bijections; some that
/// have not in one case of ten.
///
/// @param guarantee the largest sparsity the theorem allows for a dictionary
public record EqualNormDraw(ToIntFunction<Dictionary> guarantee) implements Draw {

    private static final int OUTSIDE_ONE_IN = 10;

    /// The least share of chains with an upper layer whose entries are larger than 1.
    private static final double LARGE_ENTRIES = 0.30;

    @Override
    public Recipe draw(String theorem, UniformRandomProvider random) {
        DrawnRecipe recipe = ChainDraw.of(guarantee, false).draw(theorem, random);
        if (random.nextInt(OUTSIDE_ONE_IN) == 0) {
            return recipe;
        }
        List<LayerRecipe> layers = recipe.layers().stream().map(layer -> inside(layer, random)).toList();
        return recipe.with(layers);
    }

    @Override
    public List<Floor> floors() {
        return Stream.concat(
                ChainDraw.ofChains().stream(),
                Stream.of(Floor.ofDeep("m >= 2", LARGE_ENTRIES, DrawnCase::hasLargeUpperEntries)))
                .toList();
    }

    /// Equal norms and a bijection. Half of the layers get entries that differ from 1 as well.
    private static LayerRecipe inside(LayerRecipe layer, UniformRandomProvider random) {
        boolean spreads = layer.variant() == Variant.SCALED || layer.variant() == Variant.PERTURBED;
        Variant variant = random.nextBoolean() ? Variant.MAGNIFIED : Variant.SHUFFLED;
        LayerRecipe equal = spreads || layer.variant() == Variant.SHUFFLED
                ? layer.with(layer.family(), variant)
                : layer;
        return equal.activation() instanceof Jump ? equal.withActivation(new Identity()) : equal;
    }
}
