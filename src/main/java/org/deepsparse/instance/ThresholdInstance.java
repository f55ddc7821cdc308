package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/// A threshold, the points at which it is applied, and single neurons that might do the same.
///
/// @param neurons candidates for computing the soft threshold with one ReLU
public record ThresholdInstance(double threshold, double[] points, List<AffineNeuron> neurons) {

    /// Where rounding, sign and range are most likely to go wrong.
    private static final double[] EDGES = {
        0.0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, -Double.MIN_NORMAL, 1, -1,
        Math.nextUp(1.0), -Math.nextUp(1.0),
        Math.nextDown(1.0), 0x1p52, -0x1p53, Double.MAX_VALUE, -Double.MAX_VALUE, 3, -3, 1.0 / 3
    };

    private static final int LARGEST_INTEGER = 9;
    private static final int RANDOM_NEURONS = 10;

    public ThresholdInstance {
        points = points.clone();
        neurons = List.copyOf(neurons);
    }

    @Override
    public double[] points() {
        return points.clone();
    }

    /// What the recipe describes. It takes a seed and K, the number of points, and no layers.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys, no K or layers, or there is no such
    ///     example
    public static ThresholdInstance of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> drawn(drawn.taking(Key.SEED, Key.COUNT));
            case NamedExample example -> named(example);
        };
    }

    /// K points, the edge values first; the threshold is one of several kinds, negative in one case of six.
    private static ThresholdInstance drawn(DrawnRecipe recipe) {
        if (!recipe.layers().isEmpty()) {
            throw new IllegalArgumentException(
                    recipe.theorem() + " takes no layers but the recipe has " + recipe.layers().size());
        }
        UniformRandomProvider random = recipe.random(0);
        double magnitude = Math.abs(
                switch (random.nextInt(4)) {
                    case 0 -> EDGES[random.nextInt(EDGES.length)];
                    case 1 -> anyFinite(random);
                    case 2 -> random.nextInt(LARGEST_INTEGER);
                    default -> random.nextDouble();
                });
        double threshold = random.nextInt(6) == 0 ? -Math.max(magnitude, Double.MIN_VALUE) : magnitude;
        double[] points = IntStream.range(0, recipe.count())
                .mapToDouble(i -> i < EDGES.length ? EDGES[i] : point(threshold, random))
                .map(point -> Math.clamp(point, -Double.MAX_VALUE, Double.MAX_VALUE))
                .toArray();
        return new ThresholdInstance(threshold, points, neurons(threshold, random));
    }

    /// The neurons that come nearest, which are exact on one side of 0 or beyond the threshold, and some at
    /// random.
    private static List<AffineNeuron> neurons(double threshold, UniformRandomProvider random) {
        List<AffineNeuron> neurons = new ArrayList<>(nearest(threshold));
        for (int i = 0; i < RANDOM_NEURONS; i++) {
            neurons.add(new AffineNeuron(
                    random.nextInt(-2, 3), random.nextInt(-2, 3), threshold * random.nextInt(-2, 3),
                    random.nextInt(-2, 3), threshold * random.nextInt(-1, 2)));
        }
        return neurons.stream().filter(AffineNeuron::isFinite).toList();
    }

    /// Exact for t >= -a, for t <= a, and for abs(t) >= a up to the jump between.
    private static List<AffineNeuron> nearest(double a) {
        return List.of(new AffineNeuron(1, 1, -a, 0, 0), new AffineNeuron(-1, -1, -a, 0, 0),
                new AffineNeuron(0, 0, 0, 1, 0));
    }

    private static ThresholdInstance named(NamedExample recipe) {
        return switch (recipe.name()) {
            case "beyond" -> new ThresholdInstance(2, new double[] {5, -5, 2, -3}, nearest(2));
            // T gives 3/2, the two neurons 1.
            case "negative" -> new ThresholdInstance(-1, new double[] {0.5}, List.of());
            default -> throw recipe.unknown();
        };
    }

    private static double point(double threshold, UniformRandomProvider random) {
        return switch (random.nextInt(4)) {
            case 0 -> anyFinite(random);
            case 1 -> Math.nextUp(threshold) - (random.nextBoolean() ? 0 : Math.ulp(threshold));
            case 2 -> -threshold * random.nextDouble();
            default -> threshold * (2 * random.nextDouble());
        };
    }

    private static double anyFinite(UniformRandomProvider random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(value) ? value : 1;
    }
}
