package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;

/// Chains without activations whose deepest budget fits the product of all dictionaries; one too large in one
/// case of six.
///
/// @param guarantee the largest sparsity the theorem allows for the product D[1..J]
/// @param count K, at most
public record DeepestDraw(ToIntFunction<Dictionary> guarantee, int count) implements Draw {

    private static final int OUTSIDE_ONE_IN = 6;

    /// Of the products that are small enough for optimal weights.
    private static final int SCALED_ONE_IN = 4;

    /// Products are often too coherent for any sparsity; most such draws are taken back.
    private static final int REDRAWS = 4;

    @Override
    public Recipe draw(String theorem, UniformRandomProvider random) {
        ChainDraw chains = new ChainDraw(guarantee, true, count, false);
        DrawnRecipe recipe = chains.draw(theorem, random);
        int guaranteed = guaranteed(recipe);
        for (int tries = 0; guaranteed == 0 && tries < REDRAWS; tries++) {
            recipe = chains.draw(theorem, random);
            guaranteed = guaranteed(recipe);
        }
        List<LayerRecipe> layers = new ArrayList<>(recipe.layers());
        layers.replaceAll(layer -> layer.with(Weighting.SCALED)); // of the product alone are they used
        LayerRecipe top = layers.get(layers.size() - 1);
        boolean outside = random.nextInt(OUTSIDE_ONE_IN) == 0;
        int budget = outside ? guaranteed + 1 : Math.max(1, Math.min(top.sparsity(), guaranteed));
        layers.set(layers.size() - 1, top.withSparsity(Math.min(budget, top.atoms())));
        boolean small = Weighting.isSmall(layers.get(0).rows(), top.atoms());
        boolean optimal = small && random.nextInt(SCALED_ONE_IN) > 0;
        Settings settings = recipe.settings().with(optimal ? Weighting.OPTIMAL : Weighting.SCALED);
        return recipe.with(layers).with(settings);
    }

    @Override
    public List<Floor> floors() {
        return Stream.concat(ChainDraw.ofChains().stream(), Floor.ofWeights().stream()).toList();
    }

    private int guaranteed(DrawnRecipe recipe) {
        return ProductDictionary.dictionary(ProductDictionary.rounded(recipe.build()))
                .map(guarantee::applyAsInt).orElse(0);
    }
}
