package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;

/// Chains without activations whose deepest budget fits the product of all dictionaries; one too large in one case of six.
///
/// @param guarantee the largest sparsity the theorem allows for the product D[1..J]
/// @param largestCount K is drawn from 1 to this
public record DeepestDraw(ToIntFunction<Dictionary> guarantee, int largestCount) implements Draw {

    private static final int OUTSIDE_ONE_IN = 6;

    /// Products are often too coherent for any sparsity; most such draws are taken back.
    private static final int REDRAWS = 4;

    @Override
    public Recipe draw(String theorem, UniformRandomProvider random) {
        ChainDraw chains = new ChainDraw(guarantee, true, largestCount, false);
        DrawnRecipe recipe = chains.draw(theorem, random);
        int guaranteed = guaranteed(recipe);
        for (int tries = 0; guaranteed == 0 && tries < REDRAWS; tries++) {
            recipe = chains.draw(theorem, random);
            guaranteed = guaranteed(recipe);
        }
        List<LayerRecipe> layers = new ArrayList<>(recipe.layers());
        LayerRecipe top = layers.get(layers.size() - 1);
        boolean outside = random.nextInt(OUTSIDE_ONE_IN) == 0;
        int budget = outside ? guaranteed + 1 : Math.max(1, Math.min(top.sparsity(), guaranteed));
        layers.set(layers.size() - 1, top.withSparsity(Math.min(budget, top.atoms())));
        return new DrawnRecipe(theorem, recipe.seed(), recipe.count(), recipe.noise(), layers);
    }

    private int guaranteed(DrawnRecipe recipe) {
        return ProductDictionary.dictionary(ProductDictionary.rounded(recipe.build())).map(guarantee::applyAsInt).orElse(0);
    }
}
