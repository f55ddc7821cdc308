package org.deepsparse.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.WeightedInstance;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Instances that once got a wrong verdict and that no recipe describes. Those that a recipe describes are
/// kept as regressions, in the test resources of `properties`.
class HostileInstancesTest {

    /// om_J > 0 is part of H4 whatever the weights below it are.
    @Test
    void theLastWeightMustBePositive() {
        WeightedL1Minimality theorem = new WeightedL1Minimality();
        WeightedInstance chain = theorem.instance(new NamedExample("weighted-l1", "equal-norm-chain-1-1"));
        for (Rational last : List.of(Rational.ZERO, Rational.of(-1))) {
            WeightedInstance instance = new WeightedInstance(chain.chain(), List.of(Rational.of(100), last));
            Decision h4 = theorem.hypotheses().get(3).decide(instance);
            assertEquals(Verdict.VIOLATED, h4.verdict());
            assertEquals(List.of(Evidence.Facts.of("layer", 2, "om", instance.weights(), "left - right",
                    Interval.of(last.nearest()))), h4.evidence());
        }
    }
}
