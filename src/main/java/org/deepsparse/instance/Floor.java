package org.deepsparse.instance;

import java.util.List;
import java.util.function.Predicate;

/// What a distribution of cases promises: at least this share of the cases that apply is of a kind, so
/// that a green table is no empty one.
///
/// @param label the kind
/// @param least the share
/// @param among the recipes it is a share of
/// @param kind whether a recipe counts
public record Floor(String label, double least, Predicate<DrawnRecipe> among, Predicate<DrawnRecipe> kind) {

    private static final double OPTIMAL_WEIGHTS = 0.10;

    static Floor of(String label, double least, Predicate<DrawnRecipe> kind) {
        return new Floor(label, least, recipe -> true, kind);
    }

    /// Of every theorem that runs an unrolled solver.
    static List<Floor> ofWeights() {
        return List.of(Floor.of("optimal weights", OPTIMAL_WEIGHTS, DrawnRecipe::hasOptimalWeights));
    }
}
