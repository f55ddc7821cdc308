package org.deepsparse.instance;

import java.util.Optional;

/// A drawn case to which the theorem applied, as [Floor] counts it.
///
/// @param recipe what was drawn
/// @param chain the deep problem that it describes, with its true codes; empty where the theorem is about
///     something else
/// @param steps after how many steps of an iteration the theorem claimed something for the last time; 0
///     where there is no iteration
public record DrawnCase(DrawnRecipe recipe, Optional<ChainInstance> chain, int steps) {

    boolean hasWorkingLayer() {
        return chain.filter(WorkingLayer::isIn).isPresent();
    }

    /// Whether the last layer may have two nonzeros, and the true code has them.
    boolean usesTwoAtTheTop() {
        return chain.filter(instance -> {
            int depth = instance.problem().depth();
            return instance.problem().layer(depth).sparsityBudget() >= 2
                    && instance.truth().code(depth).sparsity() >= 2;
        }).isPresent();
    }

    /// Whether a layer above the first has an entry of size 2 or more.
    boolean hasLargeUpperEntries() {
        return chain.filter(instance -> instance.problem().layers().stream()
                .skip(1)
                .anyMatch(layer -> layer.dictionary().matrix().largest() >= 2)).isPresent();
    }
}
