package org.deepsparse.trial;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.instance.DrawnRecipe;
import org.deepsparse.instance.LayerRecipe;
import org.deepsparse.instance.Recipe;

/// What the random cases of a theorem were like, with the floors below which a green table would be an empty one.
///
/// A share is counted over random cases. Floors are enforced from [#ENOUGH] cases on: below, chance decides.
///
/// @param shares the measured shares with the range each must lie in
/// @param cases number of cases counted
public record Coverage(List<Share> shares, int cases) {

    /// From this many cases on the floors count; every share is drawn several standard deviations inside its range.
    public static final int ENOUGH = 200;

    /// @param label what is counted
    /// @param of how many cases it is a share of
    public record Share(String label, int count, int of, double least, double most) {

        public double value() {
            return of == 0 ? 0 : (double) count / of;
        }

        public boolean isMet() {
            return value() >= least && value() <= most;
        }
    }

    static Coverage of(List<Recipe> recipes, int applied, boolean hasHypotheses) {
        int cases = recipes.size();
        List<Share> shares = new ArrayList<>();
        shares.add(hasHypotheses ? new Share("apply", applied, cases, 0.60, 0.95) : new Share("apply", applied, cases, 1, 1));
        List<List<LayerRecipe>> chains = recipes.stream()
                .filter(DrawnRecipe.class::isInstance)
                .map(recipe -> ((DrawnRecipe) recipe).layers())
                .toList();
        boolean deep = chains.stream().anyMatch(layers -> layers.size() > 1);
        if (deep) {
            shares.add(new Share("max lambda >= 2", count(chains, Coverage::isNotTrivial), cases, 0.40, 1));
            for (int depth = 1; depth <= 4; depth++) {
                int j = depth;
                shares.add(new Share("J = " + j, count(chains, layers -> layers.size() == j), cases, 0.10, 1));
            }
            int several = count(chains, layers -> layers.size() > 1);
            shares.add(new Share("upper column sparsity >= 2 (J >= 2)", count(chains, Coverage::isMixing), several, 0.50, 1));
        }
        return new Coverage(List.copyOf(shares), cases);
    }

    private interface Property {
        boolean holds(List<LayerRecipe> layers);
    }

    private static int count(List<List<LayerRecipe>> chains, Property property) {
        return (int) chains.stream().filter(property::holds).count();
    }

    private static boolean isNotTrivial(List<LayerRecipe> layers) {
        return layers.stream().anyMatch(layer -> layer.sparsity() >= 2);
    }

    private static boolean isMixing(List<LayerRecipe> layers) {
        return layers.stream().skip(1).anyMatch(layer -> layer.columnSparsity() >= 2);
    }

    public boolean isMet() {
        return cases < ENOUGH || shares.stream().allMatch(Share::isMet);
    }
}
