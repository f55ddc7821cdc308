package org.deepsparse.theorem;

import org.deepsparse.instance.Draw;
import org.deepsparse.verdict.Statement;

/// A theorem: a check with a statement, a proof note and a distribution of random cases. The list of all is
/// [Theorems]; it is not a constant here because initialising it from two threads at once would deadlock.
public sealed interface Theorem<I> extends Check<I>
        permits Uniqueness, L1Equivalence, WeightedL1Minimality, Stability, SoftThresholdIsRelu,
        ListaCpConvergence,
        DeepestFirstConvergence,
        LayerByLayerConvergence, NoiselessRate, SparkBound, WelchBound, BabelBound, OmpExact {

    Statement statement();

    /// The distribution of its random cases.
    Draw cases();

    default String id() {
        return statement().id();
    }
}
