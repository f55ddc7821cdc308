package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.List;

/// After how many steps an unrolled network is looked at: 1, 2, 4, 8, ... and the last. Each K is a run of
/// its own, because a network is its K layers. A network without a step is not asked: it has shown nothing.
final class StepCounts {

    private StepCounts() {}

    static List<Integer> upTo(int iterations) {
        List<Integer> counts = new ArrayList<>();
        for (int k = 1; k < iterations; k *= 2) {
            counts.add(k);
        }
        if (iterations > 0) {
            counts.add(iterations);
        }
        return counts;
    }
}
