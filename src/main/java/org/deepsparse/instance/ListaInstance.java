package org.deepsparse.instance;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;

/// One sparse coding problem `y = A x* + e` with an integer truth, and everything an unrolled solver is
/// given.
///
/// @param dictionary A
/// @param weights W, with w_i^T a_i near 1
/// @param truth x*, integer entries
/// @param candidates S, ascending: a set of indices that is supposed to contain the support of x*
/// @param sparsity s, the number of elements S is supposed to have
/// @param signal y in doubles; e := y - A x* exactly
/// @param magnitude B, supposed to be at least normInf(x*)
/// @param inner p, added before the threshold in every step
/// @param outer r, added after it
/// @param thresholdFactor 1 for the theorem's thresholds; below 1 they are too small
/// @param iterations the number of steps to look at, at most
public record ListaInstance(
        Dictionary dictionary,
        AnalysisWeights weights,
        RationalVector truth,
        int[] candidates,
        int sparsity,
        double[] signal,
        double magnitude,
        double[] inner,
        double[] outer,
        double thresholdFactor,
        int iterations) {

    private static final int LARGEST_ENTRY = 9;

    public ListaInstance {
        candidates = candidates.clone();
        signal = signal.clone();
        inner = inner.clone();
        outer = outer.clone();
    }

    @Override
    public int[] candidates() {
        return candidates.clone();
    }

    @Override
    public double[] signal() {
        return signal.clone();
    }

    @Override
    public double[] inner() {
        return inner.clone();
    }

    @Override
    public double[] outer() {
        return outer.clone();
    }

    /// e = y - A x*, exactly.
    public RationalVector error() {
        return RationalVector.of(signal).minus(dictionary.times(truth));
    }

    /// The quantities of the bound, from what the solver is given and the exact noise e.
    public ListaCpBound bound() {
        return new ListaCpBound(
                weights, sparsity, largest(signal), magnitude, weights.response(error()), largest(inner),
                largest(outer));
    }

    private static double largest(double[] vector) {
        return Arrays.stream(vector).map(Math::abs).max().orElse(0);
    }

    /// The same without the perturbations p and r, for solvers that have no place to add them.
    public ListaInstance undisturbed() {
        double[] none = new double[dictionary.atoms()];
        return new ListaInstance(
                dictionary, weights, truth, candidates, sparsity, signal, magnitude, none, none,
                thresholdFactor, iterations);
    }

    /// What the recipe describes. It takes a seed, K, noise, and weights on its only layer.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys or no K, has not one layer without an
    ///     activation, or there is no such example
    public static ListaInstance of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> drawn(drawn.taking(Key.SEED, Key.COUNT, Key.NOISE, Key.LAYER_WEIGHTS));
            case NamedExample example -> named(example);
        };
    }

    /// A dictionary from the recipe's layer with the layer's kind of weights, a truth on part of a random S,
    /// noise of the recipe's size on the signal and, in some cases, around the threshold.
    private static ListaInstance drawn(DrawnRecipe recipe) {
        LayerRecipe layer = recipe.onlyLayer();
        Dictionary dictionary = layer.dictionary(recipe.random(1));
        UniformRandomProvider random = recipe.random(0);
        int n = dictionary.atoms();
        int s = Math.max(1, layer.sparsity());
        int[] candidates = ChainInstance.choose(n, s, random);
        double[] truth = new double[n];
        int used = random.nextInt(3) == 0 ? random.nextInt(s + 1) : s;
        for (int k = 0; k < used; k++) {
            truth[candidates[k]] = ChainInstance.nonzero(LARGEST_ENTRY, random);
        }
        double magnitude = random.nextBoolean()
                ? LARGEST_ENTRY
                : Math.max(1, Arrays.stream(truth).map(Math::abs).max().orElse(0));
        double[] signal = signal(dictionary, truth);
        for (int i = 0; i < signal.length; i++) {
            signal[i] += recipe.noise() * (2 * random.nextDouble() - 1);
        }
        boolean disturbed = random.nextInt(3) == 0;
        return new ListaInstance(
                dictionary,
                Weighting.of(layer, dictionary),
                RationalVector.of(truth),
                candidates,
                s,
                signal,
                magnitude,
                disturbed ? signs(n, recipe.noise() / 8, random) : new double[n],
                disturbed && random.nextBoolean() ? signs(n, recipe.noise() / 32, random) : new double[n],
                1,
                recipe.count());
    }

    private static double[] signs(int n, double size, UniformRandomProvider random) {
        double[] vector = new double[n];
        for (int i = 0; i < n; i++) {
            vector[i] = size * random.nextInt(-1, 2);
        }
        return vector;
    }

    /// A x in doubles; its rounding becomes part of e.
    private static double[] signal(Dictionary dictionary, double[] x) {
        return dictionary.times(RationalVector.of(x)).nearest();
    }

    /// The explicit instances on which the recursion is attained, or fails outside a hypothesis. All on
    /// core_7.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    private static ListaInstance named(NamedExample recipe) {
        return switch (recipe.name()) {
            // s = 3, 100 on S, the noise and the inner perturbation push every entry of S down: the error is
            // E_k for every k
            case "core7-worst-case" -> core7(3, 3, 100, 3, -1.0 / 8, -1.0 / 16, 0, 1);
            // s = 4 is the boundary q = 1: every step returns to 0
            case "core7-stalls" -> core7(4, 4, 100, 4, 0, 0, 0, 1);
            // half the threshold lets the leakage mu B of the true atom through to all others
            case "core7-low-threshold" -> core7(1, 1, 100, 1, 0, 0, 0, 0.5);
            // S empty although s = 3: eight entries of size r = 1/32 off S, and a bound for five
            case "core7-short-set" -> core7(0, 0, 0, 3, 0, 0, 1.0 / 32, 1);
            // a magnitude below the truth: the first threshold is too small for the leakage
            case "core7-small-magnitude" -> core7(1, 1, 100, 1, 0, 0, 0, 1, 1);
            default -> throw recipe.unknown();
        };
    }

    private static ListaInstance core7(
            int size, int used, double entry, int sparsity, double noise, double inner, double outer,
            double factor) {
        return core7(size, used, entry, sparsity, noise, inner, outer, factor, Math.max(1, entry));
    }

    private static ListaInstance core7(
            int size, int used, double entry, int sparsity, double noise, double inner, double outer,
            double factor, double magnitude) {
        Dictionary core = new Core(7).dictionary();
        double[] truth = new double[core.atoms()];
        Arrays.fill(truth, 0, used, entry);
        double[] mixed = new double[core.atoms()];
        Arrays.fill(mixed, 0, used, entry + noise);
        double[] before = new double[core.atoms()];
        Arrays.fill(before, 0, used, inner);
        double[] after = new double[core.atoms()];
        Arrays.fill(after, outer);
        int[] candidates = new int[size];
        Arrays.setAll(candidates, k -> k);
        return new ListaInstance(
                core,
                AnalysisWeights.scaled(core),
                RationalVector.of(truth),
                candidates,
                sparsity,
                signal(core, mixed),
                magnitude,
                before,
                after,
                factor,
                40);
    }
}
