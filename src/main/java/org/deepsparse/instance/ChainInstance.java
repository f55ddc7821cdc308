package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.activation.Identity;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;

/// A deep problem with a solution known by construction.
///
/// The tolerance of each layer *is* the residual of the true chain, so the truth solves the problem without
/// slack; a chain drawn without noise gives the exact model.
///
/// @param problem signal, layers and tolerances
/// @param truth the chain the signal was made from
/// @param rival another chain with codes as sparse as the budgets allow: the second solution where uniqueness
///     fails, the estimate x^ of the stability theorem
public record ChainInstance(Problem problem, Chain truth, Optional<Chain> rival) {

    private static final int TRUTH = 0;
    private static final int RIVAL = -1;
    private static final int LARGEST_ENTRY = 9;
    private static final int LARGEST_SHIFT = 2;

    public static ChainInstance of(RationalVector signal, List<Layer> layers, Chain truth,
            Optional<Chain> rival) {
        Problem exact = Problem.exact(signal, layers);
        List<Rational> tolerances = new ArrayList<>();
        for (int j = 1; j <= layers.size(); j++) {
            tolerances.add(exact.squaredResidual(truth, j));
        }
        return new ChainInstance(new Problem(signal, layers, tolerances), truth, rival);
    }

    /// Whether this is the exact model: all tolerances are 0, and the truth is within the budgets.
    public boolean isExact() {
        return problem.squaredTolerances().stream().allMatch(Rational::isZero) && problem.isSolvedBy(truth);
    }

    /// The truth and, if there is one, the rival.
    public List<Chain> chains() {
        return Stream.concat(Stream.of(truth), rival.stream()).toList();
    }

    /// What the recipe describes. It takes a seed and noise.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys or has no layer, or there is no such
    ///     example
    public static ChainInstance of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> drawn(drawn.taking(Key.SEED, Key.NOISE));
            case NamedExample example -> ChainExamples.named(example);
        };
    }

    /// The same for a theorem that compares two chains: a recipe without noise describes two that are far
    /// apart although their signals are close ([OpposedChains]).
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys or has no layer, or there is no such
    ///     example
    public static ChainInstance ofTwoChains(Recipe recipe) {
        return recipe instanceof DrawnRecipe drawn && drawn.noise() == 0
                ? OpposedChains.drawn(drawn.taking(Key.SEED, Key.NOISE).withLayers())
                : of(recipe);
    }

    /// The same for a theorem on one layer without an activation.
    ///
    /// @throws IllegalArgumentException if there are more layers, or an activation
    public static ChainInstance ofOneLayer(Recipe recipe) {
        if (recipe instanceof DrawnRecipe drawn) {
            drawn.onlyLayer();
        }
        ChainInstance instance = of(recipe);
        List<Layer> layers = instance.problem().layers();
        if (layers.size() != 1 || !(layers.get(0).activation() instanceof Identity)) {
            throw new IllegalArgumentException(recipe.theorem()
                    + " takes one layer without an activation, but " + recipe.text() + " has "
                    + layers.size() + ", the first with " + layers.get(0).activation().text());
        }
        return instance;
    }

    /// Draws integer codes at the top and follows them down, adding the recipe's noise below each layer.
    ///
    /// Above the signal the noise stays on the support of the code it disturbs. A top code whose descendants
    /// exceed a budget loses entries until all fit.
    static ChainInstance drawn(DrawnRecipe recipe) {
        List<Layer> layers = recipe.withLayers().build();
        UniformRandomProvider random = recipe.random(TRUTH);
        Layer top = layers.get(layers.size() - 1);
        Descent truth = Descent.within(layers, randomCode(top, random), recipe.noise(), random);
        UniformRandomProvider rivalRandom = recipe.random(RIVAL);
        SparseCode start = rivalRandom.nextBoolean()
                ? shifted(truth.chain.code(layers.size()), rivalRandom)
                : randomCode(top, rivalRandom);
        Descent rival = Descent.within(layers, start, recipe.noise(), rivalRandom);
        return of(truth.signal, layers, truth.chain, Optional.of(rival.chain));
    }

    /// As many nonzero integers as the budget allows, at random places.
    private static SparseCode randomCode(Layer layer, UniformRandomProvider random) {
        double[] entries = new double[layer.dictionary().atoms()];
        for (int atom : choose(entries.length, layer.sparsityBudget(), random)) {
            entries[atom] = nonzero(LARGEST_ENTRY, random);
        }
        return SparseCode.of(entries);
    }

    /// The same support with every entry moved a little: the neighbours that make a stability bound tight.
    private static SparseCode shifted(SparseCode code, UniformRandomProvider random) {
        Rational[] entries = code.entries().toArray();
        for (int atom : code.support()) {
            entries[atom] = entries[atom].plus(Rational.of(nonzero(LARGEST_SHIFT, random)));
        }
        return new SparseCode(RationalVector.of(entries));
    }

    static int nonzero(int largest, UniformRandomProvider random) {
        int magnitude = 1 + random.nextInt(largest);
        return random.nextBoolean() ? magnitude : -magnitude;
    }

    /// `count` different numbers below `size`, ascending.
    static int[] choose(int size, int count, UniformRandomProvider random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int k = random.nextInt(i + 1);
            order[i] = order[k];
            order[k] = i;
        }
        int[] chosen = Arrays.copyOf(order, count);
        Arrays.sort(chosen);
        return chosen;
    }

    /// A chain followed down to its signal.
    record Descent(RationalVector signal, Chain chain) {

        /// Drops entries of the top code until every code below is within its budget; the zero chain always
        /// is.
        static Descent within(List<Layer> layers, SparseCode top, double noise,
                UniformRandomProvider random) {
            SparseCode start = top;
            while (true) {
                Descent descent = from(layers, start, noise, random);
                if (descent.fits(layers)) {
                    return descent;
                }
                Rational[] entries = start.entries().toArray();
                entries[start.support()[0]] = Rational.ZERO;
                start = new SparseCode(RationalVector.of(entries));
            }
        }

        private static Descent from(List<Layer> layers, SparseCode top, double noise,
                UniformRandomProvider random) {
            List<SparseCode> codes = new ArrayList<>();
            codes.add(top);
            for (int j = layers.size(); j > 1; j--) {
                RationalVector below = layers.get(j - 1).synthesize(codes.get(0));
                codes.add(0,
                        new SparseCode(disturbed(below, new SparseCode(below).support(), noise, random)));
            }
            RationalVector signal = layers.get(0).synthesize(codes.get(0));
            int[] everywhere = choose(signal.size(), signal.size(), random);
            return new Descent(disturbed(signal, everywhere, noise, random), new Chain(codes));
        }

        private boolean fits(List<Layer> layers) {
            for (int j = 0; j < layers.size(); j++) {
                if (chain.codes().get(j).sparsity() > layers.get(j).sparsityBudget()) {
                    return false;
                }
            }
            return true;
        }

        private static RationalVector disturbed(RationalVector clean, int[] places, double noise,
                UniformRandomProvider random) {
            if (noise == 0) {
                return clean;
            }
            Rational[] entries = clean.toArray();
            for (int i : places) {
                entries[i] = entries[i].plus(Rational.of(noise).times(random.nextInt(-1, 2)));
            }
            return RationalVector.of(entries);
        }
    }
}
