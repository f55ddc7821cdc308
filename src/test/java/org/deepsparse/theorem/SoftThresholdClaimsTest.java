package org.deepsparse.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.deepsparse.instance.AffineNeuron;
import org.deepsparse.instance.ThresholdInstance;
import org.deepsparse.theorem.SoftThresholdIsRelu.Shrinkage;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Wrong shrinkages, each with the claims that it must fail, and no others. Every claim is failed by one, and
/// none by the right one.
class SoftThresholdClaimsTest {

    private static final double A = 0.75;

    private static final double[] POINTS = {-3.5, -1.5, -1, -0.75, -0.5, 0, 0.25, 0.75, 0.8, 1, 1.5, 2, 9};

    private static double right(double t) {
        return Math.copySign(Math.max(Math.abs(t) - A, 0), t);
    }

    private static Shrinkage of(DoubleUnaryOperator rule) {
        return points -> Arrays.stream(points).map(rule).toArray();
    }

    private static List<Claim> claims(DoubleUnaryOperator rule, AffineNeuron... neurons) {
        return SoftThresholdIsRelu.claims(new ThresholdInstance(A, POINTS, List.of(neurons)),
                List.of(of(SoftThresholdClaimsTest::right), of(rule)));
    }

    private static Set<String> labels(List<Claim> claims, Verdict verdict) {
        return claims.stream().filter(claim -> claim.verdict() == verdict)
                .map(claim -> claim.label().toString()).collect(Collectors.toCollection(TreeSet::new));
    }

    private final Set<String> failed = new TreeSet<>();

    private void assertFails(String rule, DoubleUnaryOperator wrong, String... labels) {
        List<Claim> claims = claims(wrong, new AffineNeuron(1, 1, 1, 0, 0));
        assertEquals(new TreeSet<>(List.of(labels)), labels(claims, Verdict.VIOLATED), rule);
        failed.addAll(List.of(labels));
    }

    @Test
    void wrongShrinkagesFailTheClaimsThatTheyBreak() {
        assertFails("the right one", SoftThresholdClaimsTest::right);
        assertFails("hard threshold", t -> Math.abs(t) > A ? t : 0,
                "two-neurons", "correctly-rounded", "1-lipschitz", "prox");
        assertFails("nothing", t -> t,
                "two-neurons", "correctly-rounded", "prox", "bends-both-ways");
        assertFails("right half", t -> Math.max(t - A, 0),
                "two-neurons", "correctly-rounded", "odd", "prox", "moves-at-most-a", "bends-both-ways");
        assertFails("left half", t -> Math.min(t + A, 0),
                "two-neurons", "correctly-rounded", "odd", "prox", "moves-at-most-a", "bends-both-ways");
        assertFails("twice as much", t -> 2 * right(t),
                "two-neurons", "correctly-rounded", "1-lipschitz", "prox", "moves-at-most-a");
        assertFails("an ulp upward", t -> right(t) == 0 ? 0 : Math.nextUp(right(t)),
                "two-neurons", "correctly-rounded", "odd", "1-lipschitz", "prox");
        assertFails("an ulp outward", t -> right(t) * (1 + Math.ulp(1.0)),
                "two-neurons", "correctly-rounded", "1-lipschitz", "prox");
        assertFails("an ulp inward", t -> right(t) * (1 - Math.ulp(1.0) / 2),
                "two-neurons", "correctly-rounded", "prox", "moves-at-most-a");
        assertFails("half the threshold",
                t -> Math.copySign(Math.max(Math.abs(t) - A / 2, 0), t), "two-neurons", "correctly-rounded",
                "prox");
        Set<String> all = new TreeSet<>(failed);
        all.add("one-neuron-differs");
        List<Claim> agrees = claims(t -> Math.max(t - A, 0), new AffineNeuron(1, 1, -A, 0, 0));
        assertTrue(labels(agrees, Verdict.VIOLATED).contains("one-neuron-differs"), "the neuron is the rule");
        assertEquals(all, labels(claims(SoftThresholdClaimsTest::right, new AffineNeuron(1, 1, -A, 0, 0)),
                Verdict.HOLDS));
    }

    /// The other of two computations is asked as well, and each at the last point too.
    @Test
    void everyComputationIsAskedAtEveryPoint() {
        double last = POINTS[POINTS.length - 1];
        for (boolean first : new boolean[] {true, false}) {
            List<Shrinkage> both = new ArrayList<>(List.of(of(SoftThresholdClaimsTest::right)));
            both.add(first ? 0 : 1, of(t -> Math.abs(t) == last ? 0 : right(t)));
            Set<String> violated = labels(
                    SoftThresholdIsRelu.claims(new ThresholdInstance(A, POINTS, List.of()), both),
                    Verdict.VIOLATED);
            assertTrue(violated.containsAll(List.of("two-neurons", "correctly-rounded", "prox",
                    "moves-at-most-a")), () -> "" + violated);
        }
    }

    /// Twice the threshold is no double: nothing is asked there, and the rest is.
    @Test
    void theLargestThresholdIsNotDoubled() {
        double largest = Double.MAX_VALUE;
        List<Claim> claims = SoftThresholdIsRelu.claims(
                new ThresholdInstance(largest, POINTS, List.of()), List.of(of(t -> 0)));
        assertEquals(Set.of("two-neurons", "correctly-rounded", "odd", "1-lipschitz", "prox",
                "moves-at-most-a"), labels(claims, Verdict.HOLDS));
        assertEquals(6, claims.size());
    }

    @Test
    void withoutPointsOrNeuronsNothingIsShown() {
        Set<String> undecided = labels(
                SoftThresholdIsRelu.claims(new ThresholdInstance(A, new double[0], List.of()),
                        List.of(of(SoftThresholdClaimsTest::right))),
                Verdict.UNDECIDED);
        assertEquals(Set.of("two-neurons", "correctly-rounded", "odd", "1-lipschitz", "prox",
                "one-neuron-differs"), undecided);
    }
}
