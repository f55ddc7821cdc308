package org.deepsparse.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.WeightedInstance;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Instances that once got a wrong verdict and that no recipe describes. Those that a recipe describes are
/// kept as regressions, in the test resources of `properties`.
class HostileInstancesTest {

    /// An entry off S that overflowed is no wrong atom: it may be anywhere.
    @Test
    void anEntryThatIsNotFiniteIsNoFalsePositive() {
        ListaCpConvergence theorem = new ListaCpConvergence();
        ListaInstance own = theorem.instance(new NamedExample("lista-cp", "core7-worst-case"));
        double[] signal = Arrays.stream(own.dictionary().atom(7)).map(entry -> entry * Double.MAX_VALUE)
                .toArray();
        double[] inner = own.inner();
        inner[7] = Double.MAX_VALUE;
        int[] others = {0, 1, 2, 3, 4, 5, 6};
        ListaInstance huge = new ListaInstance(own.dictionary(), own.weights(), own.truth(), others, 7,
                signal, own.magnitude(), inner, own.outer(), own.thresholds());
        List<Claim> claims = theorem.conclusion(huge);
        Claim last = claims.get(claims.size() - 1);
        assertEquals(List.of(Label.of("no-false-positive"), Verdict.UNDECIDED),
                List.of(last.label(), last.verdict()));
    }

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
