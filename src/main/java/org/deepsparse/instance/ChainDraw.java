package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.activation.AbsoluteValue;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.LeakyRelu;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.activation.Relu;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.AffinePlane;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Disjoint;
import org.deepsparse.instance.family.Family;
import org.deepsparse.instance.family.FanoPlane;
import org.deepsparse.instance.family.Gaussian;
import org.deepsparse.instance.family.Harmonic;
import org.deepsparse.instance.family.IdentityDct;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.MutuallyUnbiasedBases;
import org.deepsparse.instance.family.Packing;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.instance.family.Variant;

/// Chains of one to four layers whose codes stay sparse all the way down.
///
/// An incoherent first layer carries sparse-column upper layers; budgets are split top down so that p_j
/// lambda_j <= lambda_{j-1} (p_j the column sparsity of D_j), which keeps every code within its budget. About
/// one case in six is then pushed outside: a budget one too large, or an activation that is no bijection.
///
/// @param guarantee the largest sparsity the theorem allows for a dictionary
/// @param noisy whether recipes carry noise
/// @param count K, at most; 0 where there are no iterations, and then no weights
/// @param leaky whether layers may have leaky ReLUs, and cases outside other activations
public record ChainDraw(ToIntFunction<Dictionary> guarantee, boolean noisy, int count,
        boolean leaky) implements Draw {

    /// For theorems without iterations, on chains with leaky ReLUs.
    public static ChainDraw of(ToIntFunction<Dictionary> guarantee, boolean noisy) {
        return new ChainDraw(guarantee, noisy, 0, true);
    }

    private static final int DEEPEST = 4;
    private static final int OUTSIDE_ONE_IN = 6;

    /// Of the chains that optimal weights are computed for in the first layer, which is the coherent one.
    private static final int OPTIMAL_ONE_IN = 2;

    @Override
    public DrawnRecipe draw(String theorem, UniformRandomProvider random) {
        long seed = random.nextInt(Integer.MAX_VALUE);
        int depth = 1 + random.nextInt(DEEPEST);
        List<LayerRecipe> layers = new ArrayList<>();
        int[] ceilings = new int[depth];
        for (int j = 0; j < depth; j++) {
            int room = j == 0 ? Integer.MAX_VALUE : ceilings[j - 1];
            LayerRecipe layer = j == 0
                    ? first(depth, random)
                    : upper(layers.get(j - 1).atoms(), room, random);
            layers.add(layer);
            Dictionary dictionary = layer.dictionary(DrawnRecipe.random(seed, j + 1));
            int carried = j == 0 ? room : Math.max(1, room / layer.columnSparsity());
            ceilings[j] = Math.max(1, Math.min(guarantee.applyAsInt(dictionary), carried));
        }
        int needed = 1;
        for (int j = depth - 1; j >= 0; j--) {
            int ceiling = Math.max(needed, Math.min(ceilings[j], layers.get(j).atoms()));
            int budget = needed + random.nextInt(ceiling - needed + 1);
            layers.set(j, layers.get(j).withSparsity(budget)
                    .withActivation(leaky ? bijection(random) : new Identity()));
            needed = j == 0 ? 0 : budget * layers.get(j).columnSparsity();
        }
        if (random.nextInt(OUTSIDE_ONE_IN) == 0) {
            pushOutside(layers, ceilings, random);
        }
        double noise = noisy && random.nextInt(4) > 0 ? Math.scalb(1.0, -random.nextInt(8)) : 0;
        if (count > 0 && layers.get(0).reachesOptimalWeights() && random.nextInt(OPTIMAL_ONE_IN) == 0) {
            layers.replaceAll(layer -> layer.reachesOptimalWeights() ? layer.with(Weighting.OPTIMAL) : layer);
        }
        Settings settings = Settings.of(seed).withNoise(noise);
        return new DrawnRecipe(theorem, count > 0 ? settings.withCount(count) : settings, layers);
    }

    @Override
    public List<Floor> floors() {
        return count > 0
                ? Stream.concat(ofChains().stream(), Floor.ofWeights().stream()).toList()
                : ofChains();
    }

    /// The floors of every distribution of chains.
    static List<Floor> ofChains() {
        List<Floor> floors = new ArrayList<>();
        floors.add(Floor.of("max lambda >= 2", 0.40,
                recipe -> recipe.layers().stream().anyMatch(layer -> layer.sparsity() >= 2)));
        for (int depth = 1; depth <= DEEPEST; depth++) {
            int j = depth;
            floors.add(Floor.of("J = " + j, 0.10, recipe -> recipe.layers().size() == j));
        }
        floors.add(new Floor(
                "upper column sparsity >= 2 (J >= 2)",
                0.50,
                recipe -> recipe.layers().size() > 1,
                recipe -> recipe.layers().stream().skip(1).anyMatch(layer -> layer.columnSparsity() >= 2)));
        return List.copyOf(floors);
    }

    private LayerRecipe first(int depth, UniformRandomProvider random) {
        Variant variant = Variant.values()[random.nextInt(Variant.values().length)];
        boolean alone = depth == 1 && random.nextInt(2) == 0;
        return new LayerRecipe(alone ? alone(random) : incoherent(random), variant);
    }

    /// Families that leave no room for layers above.
    private static Family alone(UniformRandomProvider random) {
        return switch (random.nextInt(9)) {
            case 0 -> new RandomInteger(4 + random.nextInt(9), 5 + random.nextInt(12));
            case 1 -> new Gaussian(4 + random.nextInt(9), 5 + random.nextInt(12));
            case 2 -> new IdentityDct(8 + 8 * random.nextInt(2));
            case 3 -> new Steiner(6 + random.nextInt(2));
            case 4 -> new AffinePlane(2 + random.nextInt(2));
            case 5 -> new Core(3);
            case 6 -> new Harmonic(random.nextBoolean() ? 6 : 10);
            case 7 -> new MutuallyUnbiasedBases(4);
            default -> new Simplex(2 + random.nextInt(3));
        };
    }

    private Family incoherent(UniformRandomProvider random) {
        return switch (random.nextInt(8)) {
            case 0 -> new Core(7);
            case 1 -> new Core(15);
            case 2 -> new Core(31);
            case 3 -> new IdentityHadamard(16);
            case 4 -> new AffinePlane(4 + random.nextInt(2));
            // where no subsets are enumerated, a large one
            case 5 -> new Harmonic(count > 0 ? 28 : 10);
            default -> new Simplex(5 + random.nextInt(16));
        };
    }

    /// A layer with sparse columns on `rows` rows: at most `room` nonzeros a column.
    private static LayerRecipe upper(int rows, int room, UniformRandomProvider random) {
        int p = Math.min(room, 2 + random.nextInt(3));
        if (p < 2 || rows < 2 * p || random.nextInt(6) == 0) {
            return new LayerRecipe(new StandardBasis(rows), Variant.SHUFFLED);
        }
        if (rows == 7 && p == 3) {
            return new LayerRecipe(new FanoPlane(), Variant.SHUFFLED);
        }
        boolean square = p * p == rows;
        if (square && p <= 5 && random.nextInt(2) == 0) {
            return new LayerRecipe(new AffinePlane(p), Variant.SHUFFLED);
        }
        int capacity = Packing.capacity(rows, p);
        return capacity == 0 || random.nextBoolean()
                ? new LayerRecipe(new Disjoint(rows, p), Variant.SHUFFLED)
                : new LayerRecipe(
                        new Packing(rows, Math.max(1, Math.min(capacity, 2 + random.nextInt(rows))), p),
                        Variant.PLAIN);
    }

    private static PiecewiseLinear bijection(UniformRandomProvider random) {
        return random.nextBoolean() ? new Identity() : new LeakyRelu(Math.scalb(1.0, -1 - random.nextInt(4)));
    }

    private void pushOutside(List<LayerRecipe> layers, int[] ceilings, UniformRandomProvider random) {
        int j = random.nextInt(layers.size());
        LayerRecipe layer = layers.get(j);
        if (leaky && random.nextInt(3) == 0) {
            layers.set(j, layer.withActivation(random.nextBoolean() ? new Relu() : new AbsoluteValue()));
        } else {
            layers.set(j,
                    layer.withSparsity(Math.min(layer.atoms(), Math.max(ceilings[j], layer.sparsity()) + 1)));
        }
    }
}
