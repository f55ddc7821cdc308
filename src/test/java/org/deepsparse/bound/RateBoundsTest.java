package org.deepsparse.bound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.kernel.ErrorBound;
import org.junit.jupiter.api.Test;

/// The recursions of the rate theorems against their formulas in rationals. The constants of the weights are
/// made up and dyadic, so that `1 - q` is exact and only the few directed roundings of a formula separate the
/// two: fewer than 16 of relative size 2u each.
class RateBoundsTest {

    private static final Rational UNIT = Rational.of(0x1p-53);
    private static final Rational ROUNDINGS = Rational.ONE.plus(UNIT.times(33));
    private static final Layer LAYER = new Layer(new IdentityHadamard(4).dictionary(), new Identity(), 2);

    /// 4 x 8; mut = 1/8, delta = 1/64, om1 = 2, omInf = 1/2, norm of A 3.
    private static final AnalysisWeights WEIGHTS = weights(0.125, 0x1p-6);

    private static AnalysisWeights weights(double coherence, double infeasibility) {
        return new AnalysisWeights(LAYER.dictionary().matrix(), Interval.of(coherence),
                Interval.of(infeasibility), 2, 0.5, 3);
    }

    private static Rational r(double value) {
        return Rational.of(value);
    }

    /// `exact <= found <= exact (1 + 33 u)`.
    private static void assertUpward(Rational exact, double found, String what) {
        assertTrue(exact.compareTo(r(found)) <= 0,
                () -> what + " = " + exact.enclosure() + " but bound " + found);
        assertTrue(exact.times(ROUNDINGS).compareTo(r(found)) >= 0,
                () -> what + " = " + exact.enclosure() + " but bound " + found);
    }

    @Test
    void theRecursionIsThatOfThePage() {
        int s = 2;
        double y = 5;
        double b = 7;
        double sigma = 0.25;
        double p = 0.0625;
        double outer = 0x1p-10;
        ListaCpBound bound = new ListaCpBound(WEIGHTS, s, y, b, sigma, p, outer);
        Rational off = r(6 * outer);
        assertEquals(6 * outer, bound.offSupport());
        ListaCpBound.State state = bound.start();
        assertEquals(14, state.error());
        double largest = 0;
        double largestOuter = 0;
        for (int k = 0; k < 20; k++) {
            assertEquals(k, state.k());
            Rational error = r(state.error());
            Rational theta = r(state.threshold());
            Rational leaking = error.plus(off);
            Rational clean = leaking.times(r(0.125 + 0x1p-6)).plus(r(sigma)).plus(r(p));
            Rational least = clean.plus(r(bound.roundoff(state.error(), state.threshold())));
            assertTrue(least.compareTo(theta) <= 0,
                    "the threshold covers the rounding that it takes part in");
            assertTrue(
                    clean.plus(r(bound.roundoff(state.error(), 3 * state.threshold()))).compareTo(theta) >= 0,
                    "but not much more");
            Rational upward = UNIT.times(67).times(theta.plus(r(outer)));
            Rational tau = r(state.perturbation());
            assertTrue(r(p).plus(r(bound.roundoff(state.error(), state.threshold()))).plus(upward)
                    .compareTo(tau) <= 0);
            assertTrue(r(p).plus(r(bound.roundoff(state.error(), 3 * state.threshold()))).plus(upward)
                    .compareTo(tau) >= 0);
            largest = Math.max(largest, state.perturbation());
            assertEquals(largest, state.largestPerturbation(), "tau_0 is the largest: E falls");
            ListaCpBound.State next = bound.next(state);
            Rational within = error.times(r(0.125)).plus(off.times(r(2 * 0.125))).plus(
                    r(sigma).plus(tau).plus(leaking.times(r(0x1p-6))).plus(theta).times(s));
            Rational onSupport = r(outer).plus(UNIT.times(r(b).plus(within).plus(r(outer))));
            assertUpward(within.plus(onSupport.times(s)), next.error(), "E_" + (k + 1));
            largestOuter = Math.max(largestOuter, next.largestOuter());
            assertEquals(largestOuter, next.largestOuter(), "never falls");
            assertTrue(onSupport.compareTo(r(next.largestOuter())) <= 0);
            state = next;
        }
        assertEquals(bound.next(bound.start()).largestOuter(), state.largestOuter(),
                "the first is the largest");
        assertEquals(7.0 / 16, bound.contraction());
        Rational floor = off.times(r(4 * (0.125 + 0x1p-6)))
                .plus(r(sigma).plus(r(state.largestPerturbation())).times(4))
                .plus(r(state.largestOuter()).times(2))
                .dividedBy(r(9.0 / 16))
                .plus(off);
        assertUpward(floor, bound.floor(state), "floor");
        Rational power = Rational.ONE;
        for (int k = 0; k < 20; k++) {
            power = power.times(r(7.0 / 16));
        }
        assertUpward(power.times(14).plus(floor), bound.closedForm(state), "closed form");
    }

    /// Whatever thresholds are in use, as long as they suffice: the closed form covers the recursion. An
    /// excess that counted for less than half would not.
    @Test
    void theClosedFormCoversTheRecursionForLargerThresholds() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            double outer = random.nextInt(2) * 0x1p-10;
            ListaCpBound bound = new ListaCpBound(WEIGHTS, 2, 5, 7, random.nextDouble(), 0.0625, outer);
            ListaCpBound.State state = bound.start();
            double tiny = Math.nextUp(1.0);
            for (int k = 0; k < 30; k++) {
                double factor = switch (random.nextInt(3)) {
                    case 0 -> 1;
                    case 1 -> tiny;
                    default -> 1 + random.nextDouble();
                };
                ListaCpBound.State own = bound.next(state);
                ListaCpBound.State next = bound.next(state, factor * state.threshold());
                assertTrue(next.error() >= own.error(), "a larger threshold leaves a larger error");
                assertTrue(next.largestPerturbation() >= own.largestPerturbation());
                state = next;
                Rational covered = r(bound.closedForm(state)).minus(r(bound.offSupport()));
                assertTrue(covered.compareTo(r(state.error())) >= 0, "E_" + k + " in trial " + trial);
            }
        }
    }

    @Test
    void roundoffIsThatOfThePage() {
        ListaCpBound bound = new ListaCpBound(WEIGHTS, 2, 5, 7, 0.25, 0.0625, 0x1p-10);
        Rational x = r(7).plus(r(11)).plus(r(6 * 0x1p-10));
        Rational sizes = x.plus(r(2).times(r(5).plus(x.times(3)))).plus(r(0.0625)).plus(r(13));
        assertUpward(r(ErrorBound.gammaUp(4 + 8 + 4)).times(sizes), bound.roundoff(11, 13), "roundoff");
        ListaCpBound nothing = new ListaCpBound(WEIGHTS, 2, 0, 0, 0, 0, 0);
        assertEquals((8 * 2 + 4) * Double.MIN_VALUE, nothing.roundoff(0, 0), 3 * Double.MIN_VALUE,
                "products of underflows are left");
        assertTrue(nothing.roundoff(0, 0) >= (8 * 2 + 4) * Double.MIN_VALUE);
    }

    @Test
    void withoutAnOuterPerturbationNothingIsAddedBehindTheThreshold() {
        ListaCpBound bound = new ListaCpBound(WEIGHTS, 2, 5, 7, 0.25, 0, 0);
        assertEquals(0, bound.next(bound.start()).largestOuter());
        assertEquals(0, bound.offSupport());
    }

    @Test
    void halvingTimesAreExactAtOneHalf() {
        assertEquals(1, new ListaCpBound(weights(0.5, 0), 1, 1, 1, 0, 0, 0).halvingTime(9), "q = 1/2");
        assertEquals(2, new ListaCpBound(weights(0.625, 0), 1, 1, 1, 0, 0, 0).halvingTime(9), "q = 5/8");
        assertEquals(1, new ListaCpBound(weights(0.625, 0), 1, 1, 1, 0, 0, 0).halvingTime(0),
                "beyond the limit");
        assertEquals(2, new ListaCpBound(weights(0.625, 0), 1, 1, 1, 0, 0, 0).halvingTime(2), "at the limit");
        assertEquals(10, new ListaCpBound(weights(1, 0), 1, 1, 1, 0, 0, 0).halvingTime(9), "q = 1");
        ListaCpBound stalled = new ListaCpBound(weights(1, 0), 1, 1, 1, 0, 0, 0);
        assertEquals(Double.POSITIVE_INFINITY, stalled.floor(stalled.start()));
        ListaCpBound barely = new ListaCpBound(weights(Math.nextDown(1.0), 0), 1, 1, 1, 0, 0, 0);
        assertTrue(barely.floor(barely.start()) < Double.POSITIVE_INFINITY);
    }

    private static Layer layer(String activation, int budget) {
        return new Layer(LAYER.dictionary(), PiecewiseLinear.parse(activation), budget);
    }

    private static LayerByLayerBound after(
            List<Layer> layers, List<AnalysisWeights> weights, double[] magnitudes, double[] noises,
            double signalMagnitude,
            int iterations) {
        return new LayerByLayerBounds(layers, weights, magnitudes, noises, signalMagnitude).after(iterations);
    }

    /// What is kept from one number of iterations to the next changes nothing: not growing, not falling, not
    /// past the point where a stage has settled.
    @Test
    void boundsDoNotDependOnWhatWasAskedBefore() {
        List<Layer> layers = List.of(layer("identity", 2), layer("leaky(1/2)", 1), layer("identity", 3));
        List<AnalysisWeights> weights = List.of(weights(0.125, 0), weights(0.125, 0x1p-50),
                weights(0.125, 0));
        double[] magnitudes = {8, 4, 2};
        double[] noises = {0, 0x1p-10, 0};
        LayerByLayerBounds bounds = new LayerByLayerBounds(layers, weights, magnitudes, noises, 16);
        for (int k : new int[] {0, 1, 2, 3, 40, 41, 300, 299, 7, 300}) {
            LayerByLayerBound kept = bounds.after(k);
            LayerByLayerBound fresh = after(layers, weights, magnitudes, noises, 16, k);
            for (int j = 0; j < layers.size(); j++) {
                LayerByLayerBound.Stage stage = fresh.stages().get(j);
                assertArrayEquals(stage.thresholds(), kept.stages().get(j).thresholds(), "K = " + k);
                assertEquals(stage.error(), kept.stages().get(j).error(), "K = " + k);
                assertEquals(stage.own(), kept.stages().get(j).own(), "K = " + k);
            }
        }
        // and a stage takes the steps of LISTA-CP one by one
        ListaCpBound alone = new ListaCpBound(weights(0.125, 0), 2, 16, 8, 0, 0, 0);
        ListaCpBound.State state = alone.start();
        for (double threshold : bounds.after(300).stages().get(0).thresholds()) {
            assertEquals(state.threshold(), threshold);
            state = alone.next(state);
        }
    }

    @Test
    void boundsImproveUntilTheyMeetRoundoff() {
        LayerByLayerBounds bounds = new LayerByLayerBounds(
                List.of(layer("identity", 2)), List.of(weights(0.125, 0)), new double[] {8}, new double[] {0},
                16);
        assertTrue(bounds.after(5).improvesOn(bounds.after(4)));
        assertFalse(bounds.after(4).improvesOn(bounds.after(4)));
        assertFalse(bounds.after(300).improvesOn(bounds.after(299)));
        assertTrue(bounds.after(5).isContracting());
        assertFalse(
                after(List.of(layer("identity", 5)), List.of(weights(0.125, 0)), new double[] {1},
                        new double[] {0}, 1, 3).isContracting());
    }

    /// q = 3/8 at s = 2 and 1/8 at s = 1; the second layer under a leaky ReLU of slope 1/2. The noise is 1/4
    /// and 1/8.
    @Test
    void errorsPassFromLayerToLayerAsOnThePage() {
        AnalysisWeights feasible = weights(0.125, 0);
        int iterations = 5;
        LayerByLayerBound bound = after(
                List.of(layer("identity", 2), layer("leaky(1/2)", 1)),
                List.of(feasible, feasible),
                new double[] {8, 4},
                new double[] {0.25, 0.125},
                16,
                iterations);
        LayerByLayerBound.Stage first = bound.stages().get(0);
        LayerByLayerBound.Stage second = bound.stages().get(1);
        assertEquals(3.0 / 8, first.contraction());
        assertEquals(1.0 / 8, second.contraction());
        assertEquals(16, first.initial());
        assertEquals(4, second.initial());
        assertEquals(16 * Math.pow(3.0 / 8, iterations), first.geometric());
        assertEquals(4 * Math.pow(1.0 / 8, iterations), second.geometric());
        assertUpward(r(2 * 2 * 0.5).dividedBy(r(5.0 / 8)), first.amplification(), "a_1");
        assertUpward(r(2 * 1 * 0.5).dividedBy(r(0.5 * 7 / 8)), second.amplification(), "a_2");
        // own noise and roundoff; the roundoff is at most that of the first threshold, with the inversion of
        // y before it
        ListaCpBound alone = new ListaCpBound(feasible, 2, 16, 8, 0.25, 0, 0);
        ListaCpBound.State state = alone.start();
        for (int k = 0; k < iterations; k++) {
            assertEquals(state.threshold(), first.thresholds()[k], "theta_" + k);
            state = alone.next(state);
        }
        assertEquals(iterations, first.thresholds().length);
        assertUpward(
                r(4).times(r(0.25).plus(r(state.largestPerturbation()))).dividedBy(r(5.0 / 8)), first.own(),
                "o_1, nothing from below");
        assertUpward(r(first.geometric()).plus(r(first.own())), bound.error(1), "F_1");
        Rational below = r(bound.error(1));
        Rational input = r(8).plus(below).times(2);
        Rational inversion = UNIT.times(input);
        ListaCpBound above = new ListaCpBound(
                feasible,
                1,
                input.plus(inversion).enclosure().upper(),
                4,
                r(0.125).plus(inversion.times(2)).plus(r(0.5).times(below).times(2)).enclosure().upper(),
                0,
                0);
        ListaCpBound.State last = above.start();
        for (int k = 0; k < iterations; k++) {
            assertEquals(last.threshold(), second.thresholds()[k], 8 * Math.ulp(last.threshold()));
            last = above.next(last);
        }
        Rational own = r(2).times(r(0.125).plus(inversion.times(2)).plus(r(last.largestPerturbation())))
                .dividedBy(r(7.0 / 8));
        assertTrue(
                own.compareTo(r(second.own())) <= 0 && own.times(ROUNDINGS).compareTo(r(second.own())) >= 0);
        Rational passed = r(2).times(r(0.5).times(below).times(2)).dividedBy(r(7.0 / 8));
        assertUpward(r(second.geometric()).plus(passed).plus(r(second.own())), bound.error(2), "F_2");
        assertUpward(r(second.amplification()).times(r(first.own())).plus(r(second.own())), bound.floor(),
                "floor");
    }

    @Test
    void withoutAContractionThereIsNoBoundAndABudgetOfZeroCountsAsOne() {
        AnalysisWeights feasible = weights(0.125, 0);
        LayerByLayerBound none = after(
                List.of(layer("identity", 5)), List.of(feasible), new double[] {1}, new double[] {0}, 1, 3);
        LayerByLayerBound.Stage stage = none.stages().get(0);
        assertEquals(9.0 / 8, stage.contraction());
        assertEquals(5, stage.initial());
        double infinite = Double.POSITIVE_INFINITY;
        assertArrayEquals(
                new double[] {infinite, infinite, infinite, infinite, infinite},
                new double[] {stage.geometric(), stage.amplification(), stage.own(), stage.error(),
                    none.floor()});
        LayerByLayerBound barely = after(
                List.of(layer("identity", 1)), List.of(weights(1, 0)), new double[] {1}, new double[] {0}, 1,
                3);
        assertEquals(infinite, barely.error(1), "q = 1");
        LayerByLayerBound zero = after(
                List.of(layer("identity", 0)), List.of(feasible), new double[] {1}, new double[] {0}, 1, 3);
        assertEquals(1, zero.stages().get(0).initial());
    }

    /// Outside the hypotheses a bound is still needed: 0/0 is 0, so that no signal is coded as no signal.
    @Test
    void nothingThroughAFlatActivationIsNothing() {
        LayerByLayerBound bound = after(
                List.of(layer("relu", 1)), List.of(weights(0.125, 0)), new double[] {0}, new double[] {0}, 0,
                2);
        assertTrue(bound.error(1) < 0x1p-1000, "only underflows are left");
        assertEquals(Double.POSITIVE_INFINITY, bound.stages().get(0).amplification());
    }

    private static LayerByLayerBound.Stage stage(double contraction, double initial, double geometric,
            double amplification, double own) {
        return new LayerByLayerBound.Stage(new double[0], contraction, initial, geometric, amplification, own,
                0);
    }

    @Test
    void aStageHalvesAtEquality() {
        assertTrue(stage(0.5, 4, 2, 1, 0).halves());
        assertFalse(stage(0.5, 4, Math.nextUp(2.0), 1, 0).halves());
    }

    /// C = 3 * 5 + 7, and the slowest of 1/2 and 1/4; the floor is 3 * 2 + 1.
    @Test
    void theRateWithoutNoiseIsThatOfTheSlowestLayer() {
        LayerByLayerBound bound = new LayerByLayerBound(
                List.of(stage(0.5, 5, 0, 9, 2), stage(0.25, 7, 0, 3, 1)));
        assertEquals(22.0 / 8, NoiselessRateBound.error(bound, 3));
        assertEquals(22, NoiselessRateBound.error(bound, 0));
        assertEquals(7, bound.floor());
        assertEquals(7.0 / 8, NoiselessRateBound
                .error(new LayerByLayerBound(List.of(stage(0.25, 7, 0, 3, 1), stage(0.5, 7, 0, 0, 1))), 3));
        LayerByLayerBound infinite = new LayerByLayerBound(
                List.of(stage(0, 0, 0, 1, 0), stage(2, 4, 0, Double.POSITIVE_INFINITY, 0)));
        assertEquals(8, NoiselessRateBound.error(infinite, 1), "infinitely often nothing is nothing");
        assertEquals(0, infinite.floor());
    }

    @Test
    void deepestFirstMultipliesByTheLargestColumnAndAddsTheTail() {
        assertEquals(Interval.of(3 * 5 + 0.5),
                DeepestFirstBound.error(Interval.of(2, 3), 5, Interval.of(0.25, 0.5)));
    }
}
