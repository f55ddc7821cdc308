package org.deepsparse.instance;

import java.util.List;
import java.util.function.Predicate;

/// What a distribution of cases promises: at least this share of the cases that apply is of a kind, so
/// that a green table is no empty one.
///
/// @param label the kind
/// @param of what it is a share of, in words
/// @param least the share
/// @param among the cases it is a share of
/// @param kind whether a case counts
public record Floor(String label, String of, double least, Predicate<DrawnCase> among,
        Predicate<DrawnCase> kind) {

    private static final double OPTIMAL_WEIGHTS = 0.10;
    private static final double WORKING = 0.25;
    private static final double FOLLOWED = 0.50;

    /// Of this many steps at least an iteration is called followed.
    private static final int STEPS = 10;

    /// A share of all cases that apply.
    static Floor of(String label, double least, Predicate<DrawnCase> kind) {
        return new Floor(label, "applied", least, drawn -> true, kind);
    }

    /// A share of those with more than one layer.
    static Floor ofDeep(String label, double least, Predicate<DrawnCase> kind) {
        return new Floor(label, "applied, J >= 2", least, drawn -> drawn.recipe().layers().size() > 1, kind);
    }

    /// Of every theorem about deep problems.
    static Floor ofWorkingLayers() {
        return ofDeep("working upper layer", WORKING, DrawnCase::hasWorkingLayer);
    }

    /// Of every theorem that runs an unrolled solver.
    static List<Floor> ofIterations() {
        return List.of(
                of("optimal weights", OPTIMAL_WEIGHTS, drawn -> drawn.recipe().hasOptimalWeights()),
                of("followed for " + STEPS + " steps", FOLLOWED, drawn -> drawn.steps() >= STEPS));
    }
}
