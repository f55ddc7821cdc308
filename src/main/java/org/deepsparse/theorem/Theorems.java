package org.deepsparse.theorem;

import java.util.List;

/// All theorems, in the order in which the note pages build on each other.
public final class Theorems {

    private static final List<Theorem<?>> ALL = List.of(
            new Uniqueness(),
            new L1Equivalence(),
            new WeightedL1Minimality(),
            new Stability(),
            new SoftThresholdIsRelu(),
            new ListaCpConvergence(),
            new DeepestFirstConvergence(),
            new LayerByLayerConvergence(),
            new NoiselessRate(),
            new SparkBound(),
            new WelchBound(),
            new BabelBound(),
            new OmpExact());

    private Theorems() {}

    public static List<Theorem<?>> all() {
        return ALL;
    }

    /// @throws IllegalArgumentException if no theorem has this id
    public static Theorem<?> named(String id) {
        return ALL.stream()
                .filter(theorem -> theorem.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown theorem '" + id + "'; known: "
                        + String.join(", ", ALL.stream().map(Theorem::id).toList())));
    }
}
