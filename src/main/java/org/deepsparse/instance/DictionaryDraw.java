package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.AffinePlane;
import org.deepsparse.instance.family.AlternatingProjections;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Family;
import org.deepsparse.instance.family.Gaussian;
import org.deepsparse.instance.family.Harmonic;
import org.deepsparse.instance.family.IdentityDct;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.MutuallyUnbiasedBases;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.instance.family.Variant;

/// Recipes of one layer: structured dictionaries, where the bounds are near, as often as random ones.
///
/// @param guarantee the largest sparsity the theorem allows; the budget is it in half of the cases, below it
///     or it in the others, one above it in one case of six
/// @param count K, at most; 0 where there are no iterations, and then no weights
/// @param noisy whether recipes carry noise
/// @param tallOneIn one case in so many has fewer atoms than rows; 0 for none on purpose
/// @param nontrivial the least share of cases with a budget of two or more; 0 where budgets do not matter
public record DictionaryDraw(ToIntFunction<Dictionary> guarantee, int count, boolean noisy, int tallOneIn,
        double nontrivial) implements Draw {

    /// For theorems on the dictionary alone.
    public static DictionaryDraw shapes(int tallOneIn) {
        return new DictionaryDraw(dictionary -> 1, 0, false, tallOneIn, 0);
    }

    private static final int OUTSIDE_ONE_IN = 6;

    /// Of the dictionaries that optimal weights are computed for.
    private static final int OPTIMAL_ONE_IN = 3;

    /// Of the dictionaries that allow one nonzero only.
    private static final int TAKEN_BACK_BUT_ONE_IN = 6;

    /// Random dictionaries are often too coherent for any sparsity; most such draws are taken back.
    private static final int REDRAWS = 3;

    @Override
    public Recipe draw(String theorem, UniformRandomProvider random) {
        long seed = random.nextInt(Integer.MAX_VALUE);
        boolean tall = tallOneIn > 0 && random.nextInt(tallOneIn) == 0;
        int atoms = 2 + random.nextInt(6);
        LayerRecipe layer = tall
                ? new LayerRecipe(new RandomInteger(atoms + 1 + random.nextInt(4), atoms), Variant.PLAIN)
                : layer(random);
        int guaranteed = guaranteed(seed, layer);
        for (int tries = 0; guaranteed <= tooFew(random) && tries < REDRAWS; tries++) {
            layer = layer(random);
            guaranteed = guaranteed(seed, layer);
        }
        guaranteed = Math.max(1, guaranteed);
        boolean outside = random.nextInt(OUTSIDE_ONE_IN) == 0;
        int sparsity = outside
                ? guaranteed + 1
                : random.nextBoolean() ? guaranteed : 1 + random.nextInt(guaranteed);
        double noise = noisy && random.nextInt(3) > 0 ? Math.scalb(1.0, -random.nextInt(12)) : 0;
        boolean optimal = count > 0 && layer.reachesOptimalWeights() && random.nextInt(OPTIMAL_ONE_IN) == 0;
        Settings settings = Settings.of(seed).withNoise(noise);
        return new DrawnRecipe(
                theorem,
                count > 0 ? settings.withCount(count) : settings,
                List.of(layer.withSparsity(Math.min(sparsity, layer.atoms()))
                        .with(optimal ? Weighting.OPTIMAL : Weighting.SCALED)));
    }

    @Override
    public List<Floor> floors() {
        List<Floor> floors = new ArrayList<>(count > 0 ? Floor.ofIterations() : List.of());
        if (nontrivial > 0) {
            floors.add(Floor.of("lambda >= 2", nontrivial,
                    drawn -> drawn.recipe().layers().get(0).sparsity() >= 2));
        }
        return floors;
    }

    /// Where more than one nonzero matters, most of the dictionaries that allow only one are taken back too.
    private int tooFew(UniformRandomProvider random) {
        return nontrivial > 0 && random.nextInt(TAKEN_BACK_BUT_ONE_IN) > 0 ? 1 : 0;
    }

    private int guaranteed(long seed, LayerRecipe layer) {
        return guarantee.applyAsInt(layer.dictionary(DrawnRecipe.random(seed, 1)));
    }

    private static LayerRecipe layer(UniformRandomProvider random) {
        Variant variant = Variant.values()[random.nextInt(Variant.values().length)];
        return new LayerRecipe(family(random), variant);
    }

    private static Family family(UniformRandomProvider random) {
        return switch (random.nextInt(13)) {
            case 0 -> new Core(3);
            case 1 -> new Core(7);
            case 2 -> new Core(15);
            case 3 -> new Simplex(2 + random.nextInt(12));
            case 4 -> new IdentityHadamard(random.nextBoolean() ? 4 : 16);
            case 5 -> new IdentityDct(4 + random.nextInt(13));
            case 6 -> new Steiner(6 + random.nextInt(2));
            case 7 -> new AffinePlane(2 + random.nextInt(2));
            case 8 -> new Harmonic(random.nextBoolean() ? 6 : 10);
            case 9 -> new MutuallyUnbiasedBases(4);
            case 10 -> alternating(random);
            case 11 -> new RandomInteger(3 + random.nextInt(8), 4 + random.nextInt(9));
            default -> new Gaussian(3 + random.nextInt(8), 4 + random.nextInt(9));
        };
    }

    private static Family alternating(UniformRandomProvider random) {
        int rows = 3 + random.nextInt(5);
        return new AlternatingProjections(rows, rows + 1 + random.nextInt(rows));
    }
}
