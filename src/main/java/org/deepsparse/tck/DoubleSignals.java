package org.deepsparse.tck;

import java.util.Arrays;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;

/// What the layers of a chain have to code, `rho_j^{-1}(x_{j-1})`, where that is a vector of doubles: solvers
/// take nothing else.
final class DoubleSignals {

    private DoubleSignals() {}

    static Hypothesis<ChainInstance> hypothesis() {
        return new Hypothesis<>("S2", "rho_j^{-1}(x_{j-1}) is a vector of doubles", instance -> {
            for (int j = 1; j <= instance.problem().depth(); j++) {
                if (!instance.problem().layer(j).activation().isBijective()
                        || !isDouble(exact(instance, j))) {
                    return Decision.of(false, Evidence.Facts.of("layer", j),
                            new Evidence.Reason("not exact in doubles, or without inverse"));
                }
            }
            return Decision.of(true, new Evidence.Exhaustion("the layers"));
        });
    }

    static double[] of(ChainInstance instance, int j) {
        return exact(instance, j).nearest();
    }

    static RationalVector exact(ChainInstance instance, int j) {
        return instance.problem().layer(j).preimage(instance.problem().below(instance.truth(), j));
    }

    private static boolean isDouble(RationalVector vector) {
        return Arrays.stream(vector.toArray()).allMatch(entry -> entry.enclosure().isPoint());
    }
}
