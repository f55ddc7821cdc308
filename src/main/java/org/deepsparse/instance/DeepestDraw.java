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
    private static final int SCALED_ONE_IN = 8;

    /// Products are often too coherent for any sparsity; most such draws are taken back.
    private static final int REDRAWS = 4;

    /// Of the draws that allow one nonzero only.
    private static final int KEPT_ONE_IN = 4;

    /// The least share of cases in which the deepest code has two nonzeros or more.
    private static final double TWO_AT_THE_TOP = 0.30;

    @Override
    public Recipe draw(String theorem, UniformRandomProvider random) {
        ChainDraw chains = new ChainDraw(guarantee, true, count, false);
        DrawnRecipe recipe = chains.draw(theorem, random);
        int guaranteed = guaranteed(recipe);
        for (int tries = 0; usable(recipe, guaranteed) <= tooFew(recipe, random)
                && tries < REDRAWS; tries++) {
            recipe = chains.draw(theorem, random);
            guaranteed = guaranteed(recipe);
        }
        List<LayerRecipe> layers = new ArrayList<>(recipe.layers());
        layers.replaceAll(layer -> layer.with(Weighting.SCALED)); // of the product alone are they used
        LayerRecipe top = layers.get(layers.size() - 1);
        boolean outside = random.nextInt(OUTSIDE_ONE_IN) == 0;
        int budget = outside ? guaranteed + 1 : Math.max(1, Math.min(top.sparsity(), guaranteed));
        layers.set(layers.size() - 1, top.withSparsity(Math.min(budget, top.atoms())));
        boolean optimal = isSmall(layers) && random.nextInt(SCALED_ONE_IN) > 0;
        Settings settings = recipe.settings().with(optimal ? Weighting.OPTIMAL : Weighting.SCALED);
        return recipe.with(layers).with(settings);
    }

    @Override
    public List<Floor> floors() {
        return Stream.of(
                ChainDraw.ofChains(),
                List.of(Floor.of("lambda_J >= 2, two nonzeros used", TWO_AT_THE_TOP,
                        DrawnCase::usesTwoAtTheTop)),
                Floor.ofIterations())
                .flatMap(List::stream)
                .toList();
    }

    /// How many nonzeros the deepest code may have.
    private static int usable(DrawnRecipe recipe, int guaranteed) {
        return Math.min(recipe.layers().getLast().sparsity(), guaranteed);
    }

    /// Most of the draws that allow only one nonzero are taken back too, but only half of the products that
    /// can have optimal weights.
    private static int tooFew(DrawnRecipe recipe, UniformRandomProvider random) {
        int keptOneIn = isSmall(recipe.layers()) ? 2 : KEPT_ONE_IN;
        return random.nextInt(keptOneIn) > 0 ? 1 : 0;
    }

    private static boolean isSmall(List<LayerRecipe> layers) {
        return Weighting.isSmall(layers.getFirst().rows(), layers.getLast().atoms());
    }

    private int guaranteed(DrawnRecipe recipe) {
        return ProductDictionary.dictionary(ProductDictionary.rounded(recipe.build()))
                .map(guarantee::applyAsInt).orElse(0);
    }
}
