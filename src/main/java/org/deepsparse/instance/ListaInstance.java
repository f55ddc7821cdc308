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
/// @param thresholds theta_0, ..., theta_{K-1}, one for each step to look at: those that
///     [#withThresholds(double, int)] computes, or any others, such as those of a trained network
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
        double[] thresholds) {

    private static final int LARGEST_ENTRY = 9;

    /// Of the drawn instances, those whose thresholds are larger than they need be.
    private static final int LARGER_ONE_IN = 6;

    /// K of the examples.
    private static final int STEPS = 40;

    public ListaInstance {
        candidates = candidates.clone();
        signal = signal.clone();
        inner = inner.clone();
        outer = outer.clone();
        thresholds = thresholds.clone();
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

    @Override
    public double[] thresholds() {
        return thresholds.clone();
    }

    /// K, the number of steps to look at, at most.
    public int iterations() {
        return thresholds.length;
    }

    /// The same with the least thresholds that suffice, times a factor: 1 for the theorem's own, below 1 for
    /// such as are too small.
    ///
    /// @param steps K
    public ListaInstance withThresholds(double factor, int steps) {
        ListaCpBound bound = bound();
        double[] made = new double[steps];
        ListaCpBound.State state = bound.start();
        boolean settled = false;
        for (int k = 0; k < steps; k++) {
            made[k] = settled ? made[k - 1] : state.threshold() * factor;
            ListaCpBound.State next = settled ? state : bound.next(state, made[k]);
            settled = next.error() == state.error();
            state = next;
        }
        return new ListaInstance(
                dictionary, weights, truth, candidates, sparsity, signal, magnitude, inner, outer, made);
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
                dictionary, weights, truth, candidates, sparsity, signal, magnitude, none, none, thresholds)
                .withThresholds(1, iterations());
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
                new double[0])
                .withThresholds(factor(random), recipe.count());
    }

    /// Mostly 1; larger thresholds, as a trained network may have them, are inside the theorem too.
    private static double factor(UniformRandomProvider random) {
        return random.nextInt(LARGER_ONE_IN) == 0 ? 1 + random.nextDouble() / 4 : 1;
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
        double[] none = first(0, 0);
        double[] three = first(3, 100);
        return switch (recipe.name()) {
            // s = 3, 100 on S, the noise and the inner perturbation push every entry of S down: the error is
            // E_k for every k
            case "core7-worst-case" ->
                core7(3, 3, three, first(3, -0.125), first(3, -0.0625), none).withThresholds(1, STEPS);
            // the same with r = -1/4 everywhere: equality on S and off S, so that no term with b can be left
            // out
            case "core7-outer" -> core7(3, 3, three, first(3, -0.125), first(3, -0.0625), first(8, -0.25))
                    .withThresholds(1, STEPS);
            // the same without noise, and the inner perturbation everywhere as well
            case "core7-outer-without-noise" ->
                core7(3, 3, three, none, first(8, -0.0625), first(8, -0.25)).withThresholds(1, STEPS);
            // s = 4 is the boundary q = 1: every step returns to 0
            case "core7-stalls" ->
                core7(4, 4, first(4, 100), none, none, none).withThresholds(1, STEPS);
            // half the threshold lets the leakage mu B of the true atom through to all others
            case "core7-low-threshold" ->
                core7(1, 1, first(1, 100), none, none, none).withThresholds(0.5, STEPS);
            // S empty although s = 3: eight entries of size r = 1/32 off S, and a bound for five
            case "core7-short-set" ->
                core7(3, 0, none, none, none, first(8, 0.03125)).withThresholds(1, STEPS);
            // a magnitude below the truth: the first threshold is too small for the leakage
            case "core7-small-magnitude" ->
                core7(1, 1, first(1, 100), none, none, none).withMagnitude(1).withThresholds(1, STEPS);
            default -> throw recipe.unknown();
        };
    }

    /// @param set the number of elements of S, which are the first atoms
    /// @param noise in terms of the atoms: e = A noise
    private static ListaInstance core7(int sparsity, int set, double[] truth, double[] noise, double[] inner,
            double[] outer) {
        Dictionary core = new Core(7).dictionary();
        double[] mixed = new double[core.atoms()];
        Arrays.setAll(mixed, i -> truth[i] + noise[i]);
        int[] candidates = new int[set];
        Arrays.setAll(candidates, k -> k);
        return new ListaInstance(
                core,
                AnalysisWeights.scaled(core),
                RationalVector.of(truth),
                candidates,
                sparsity,
                signal(core, mixed),
                Math.max(1, largest(truth)),
                inner,
                outer,
                new double[0]);
    }

    /// One number for each atom of core_7: the value for the first so many, 0 for the others.
    private static double[] first(int count, double value) {
        double[] vector = new double[8];
        Arrays.fill(vector, 0, count, value);
        return vector;
    }

    private ListaInstance withMagnitude(double other) {
        return new ListaInstance(
                dictionary, weights, truth, candidates, sparsity, signal, other, inner, outer, thresholds);
    }
}
