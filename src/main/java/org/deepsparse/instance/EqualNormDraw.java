package org.deepsparse.instance;

import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.Variant;

/// Exact chains whose atoms have equal norms in each layer; some layers that have not in one case of ten.
///
/// @param guarantee the largest sparsity the theorem allows for a dictionary
public record EqualNormDraw(ToIntFunction<Dictionary> guarantee) implements Draw {

    private static final int OUTSIDE_ONE_IN = 10;

    @Override
    public Recipe draw(String theorem, UniformRandomProvider random) {
        DrawnRecipe recipe = ChainDraw.of(guarantee, false).draw(theorem, random);
        if (random.nextInt(OUTSIDE_ONE_IN) == 0) {
            return recipe;
        }
        List<LayerRecipe> layers = recipe.layers().stream().map(EqualNormDraw::withEqualNorms).toList();
        return recipe.with(layers);
    }

    @Override
    public List<Floor> floors() {
        return ChainDraw.ofChains();
    }

    private static LayerRecipe withEqualNorms(LayerRecipe layer) {
        boolean spreads = layer.variant() == Variant.SCALED || layer.variant() == Variant.PERTURBED;
        return spreads ? layer.with(layer.family(), Variant.SHUFFLED) : layer;
    }
}
