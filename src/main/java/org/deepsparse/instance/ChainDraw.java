package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.activation.AbsoluteValue;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.Jump;
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
/// one case in six is then pushed outside: a budget one too large, or an activation that is not injective.
///
/// Where there is more than one layer, the first two are often drawn together, so that the second one is
/// working ([CarrierDraw]); the layers above it are then drawn like all others.
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

    /// Of the chains of more than one layer that start with a working pair.
    private static final int CARRIED_PERCENT = 60;

    /// Of the injective activations of theorems without iterations, those that jump.
    private static final int JUMP_ONE_IN = 12;

    /// Of the chains that optimal weights are computed for in the first layer, which is the coherent one.
    private static final int OPTIMAL_ONE_IN = 2;

    @Override
    public DrawnRecipe draw(String theorem, UniformRandomProvider random) {
        long seed = random.nextInt(Integer.MAX_VALUE);
        int depth = 1 + random.nextInt(DEEPEST);
        boolean carried = depth > 1 && random.nextInt(100) < CARRIED_PERCENT;
        List<LayerRecipe> layers = new ArrayList<>();
        if (carried) {
            CarrierDraw pair = CarrierDraw.draw(count > 0, random);
            layers.add(pair.lower());
            layers.add(pair.upper());
        }
        int[] ceilings = new int[depth];
        for (int j = 0; j < depth; j++) {
            int room = j == 0 ? Integer.MAX_VALUE : ceilings[j - 1];
            if (j == layers.size()) {
                layers.add(j == 0 ? first(depth, random) : upper(layers.get(j - 1).atoms(), room, random));
            }
            LayerRecipe layer = layers.get(j);
            int guaranteed = guaranteed(layer, DrawnRecipe.random(seed, j + 1));
            int bearable = j == 0 ? room : Math.max(1, room / layer.columnSparsity());
            ceilings[j] = Math.max(1, Math.min(guaranteed, bearable));
        }
        int needed = 1;
        for (int j = depth - 1; j >= 0; j--) {
            int ceiling = Math.max(needed, Math.min(ceilings[j], layers.get(j).atoms()));
            int budget = carried && j <= 1
                    ? budgetOfCarrier(j, needed, ceiling, random)
                    : needed + random.nextInt(ceiling - needed + 1);
            layers.set(j, layers.get(j).withSparsity(budget)
                    .withActivation(leaky ? injection(random) : new Identity()));
            needed = j == 0 ? 0 : budget * layers.get(j).columnSparsity();
        }
        if (random.nextInt(OUTSIDE_ONE_IN) == 0) {
            pushOutside(layers, ceilings, random);
        }
        double noise = noisy && random.nextInt(3) > 0 ? Math.scalb(1.0, -random.nextInt(8)) : 0;
        if (count > 0 && layers.get(0).reachesOptimalWeights() && random.nextInt(OPTIMAL_ONE_IN) == 0) {
            layers.replaceAll(layer -> layer.reachesOptimalWeights() ? layer.with(Weighting.OPTIMAL) : layer);
        }
        Settings settings = Settings.of(seed).withNoise(noise);
        return new DrawnRecipe(theorem, count > 0 ? settings.withCount(count) : settings, layers);
    }

    /// What the theorem allows for the layer. The guarantee knows scaled weights only; a carrier with
    /// optimal ones says what they allow.
    private int guaranteed(LayerRecipe layer, UniformRandomProvider random) {
        return layer.weighting() == Weighting.OPTIMAL
                ? layer.sparsity()
                : guarantee.applyAsInt(layer.dictionary(random));
    }

    /// The working layer takes all it may. The one below takes what that needs where a solver runs, since
    /// more would only make it slower.
    private int budgetOfCarrier(int j, int needed, int ceiling, UniformRandomProvider random) {
        if (j == 1) {
            return ceiling;
        }
        return count > 0 ? needed : needed + random.nextInt(ceiling - needed + 1);
    }

    @Override
    public List<Floor> floors() {
        return count > 0
                ? Stream.concat(ofChains().stream(), Floor.ofIterations().stream()).toList()
                : ofChains();
    }

    /// The floors of every distribution of chains.
    static List<Floor> ofChains() {
        List<Floor> floors = new ArrayList<>();
        floors.add(Floor.of("max lambda >= 2", 0.40,
                drawn -> drawn.recipe().layers().stream().anyMatch(layer -> layer.sparsity() >= 2)));
        for (int depth = 1; depth <= DEEPEST; depth++) {
            int j = depth;
            floors.add(Floor.of("J = " + j, 0.10, drawn -> drawn.recipe().layers().size() == j));
        }
        floors.add(Floor.ofDeep("upper column sparsity >= 2", 0.50,
                drawn -> drawn.recipe().layers().stream().skip(1)
                        .anyMatch(layer -> layer.columnSparsity() >= 2)));
        floors.add(Floor.ofWorkingLayers());
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

    private PiecewiseLinear injection(UniformRandomProvider random) {
        if (count == 0 && random.nextInt(JUMP_ONE_IN) == 0) {
            return new Jump();
        }
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
