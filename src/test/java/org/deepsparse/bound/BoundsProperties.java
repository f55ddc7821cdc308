package org.deepsparse.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Steiner;

/// The formulas against slower or cruder evaluations of the same mathematics.
class BoundsProperties {

    @Property(seed = "1", tries = 500)
    void largestSparsityIsTheLastWithPositiveMargin(@ForAll @IntRange(min = 0, max = 400) int p,
            @ForAll @IntRange(min = 1, max = 400) int q) {
        Rational squared = Rational.of(Math.min(p, q), q);
        int largest = UniquenessCondition.largestSparsity(squared, 50);
        assertTrue(UniquenessCondition.margin(largest, squared).signum() > 0);
        assertTrue(largest == 50 || UniquenessCondition.margin(largest + 1, squared).signum() <= 0);
    }

    /// The sign is exact: it agrees with the enclosure wherever that has one, and equal norms give the
    /// uniqueness threshold.
    @Property(seed = "1", tries = 1000)
    void l1MarginHasTheSignOfTheInequality(
            @ForAll @IntRange(min = 0, max = 12) int lambda,
            @ForAll @IntRange(min = 0, max = 60) int m,
            @ForAll @IntRange(min = 1, max = 20) int c,
            @ForAll @IntRange(min = 0, max = 20) int more) {
        Rational squared = Rational.of(m, 60);
        Rational smallest = Rational.of(c);
        Rational largest = Rational.of(c + more);
        Interval margin = L1EquivalenceCondition.margin(lambda, squared, smallest, largest);
        Interval mu = squared.sqrtEnclosure();
        Interval crude = Interval.ONE.plus(mu).times(smallest.sqrtEnclosure())
                .minus(mu.times(2.0 * lambda).times(largest.sqrtEnclosure()));
        if (crude.lower() > 0) {
            assertTrue(margin.lower() > 0);
        } else if (crude.upper() < 0) {
            assertTrue(margin.upper() < 0);
        }
        if (more == 0) {
            int sign = UniquenessCondition.margin(lambda, squared).signum();
            assertEquals(sign, (int) Math.signum(margin.lower()), "equal norms");
        }
    }

    @Example
    void equalityIsThePointZero() {
        assertEquals(Interval.ZERO,
                L1EquivalenceCondition.margin(4, Rational.of(1, 49), Rational.of(7), Rational.of(7)));
        assertEquals(0, UniquenessCondition.margin(4, Rational.of(1, 49)).signum());
        // unequal norms, irrational square roots, still an equality: mu = 1/3, c = sqrt 2, C = 2 sqrt 2,
        // lambda = 1: 2/3 * 2 = 4/3
        assertEquals(Interval.ZERO,
                L1EquivalenceCondition.margin(1, Rational.of(1, 9), Rational.of(2), Rational.of(8)));
        assertEquals(3, UniquenessCondition.largestSparsity(Rational.of(1, 49), 8));
        assertEquals(2, UniquenessCondition.largestSparsity(Rational.of(9, 100), 20), "mu = 0.3");
        assertEquals(8, UniquenessCondition.largestSparsity(Rational.ZERO, 8));
        assertEquals(0, UniquenessCondition.largestSparsity(Rational.ONE, 8));
    }

    /// The midpoint of core_7, with equality in exact squares: Delta^2 = 12/(7 (1 - 5/7)) = 6.
    @Example
    void stabilityIsSixSquaredAtTheMidpoint() {
        Interval root3 = Rational.of(3).sqrtEnclosure();
        Interval delta = StabilityBound.distance(
                root3, root3, Interval.ZERO, Interval.ONE, Rational.of(7).sqrtEnclosure(), 3,
                Rational.of(1, 7).enclosure());
        assertTrue(delta.square().lower() <= 6 && 6 <= delta.square().upper());
        assertTrue(delta.upper() - delta.lower() < 20 * Math.ulp(delta.upper()));
    }

    @Example
    void stabilityOutsideItsHypotheses() {
        assertEquals(Interval.ZERO,
                StabilityBound.distance(Interval.ZERO, Interval.ZERO, Interval.ZERO, Interval.ZERO,
                        Interval.ONE, 1, Interval.ONE));
        assertEquals(
                Double.POSITIVE_INFINITY,
                StabilityBound.distance(Interval.ONE, Interval.ZERO, Interval.ZERO, Interval.ONE,
                        Interval.ONE, 9, Interval.ONE).upper());
    }

    @Example
    void welchBoundsAreAttainedByTheKnownFramesOnly() {
        for (Dictionary frame : new Dictionary[] {new Core(7).dictionary(), new Steiner(6).dictionary(),
            new Steiner(7).dictionary()}) {
            assertEquals(WelchLowerBound.squared(frame.rows(), frame.atoms()),
                    MutualCoherence.of(frame).squared());
            assertEquals(Optional.of(true), WelchLowerBound.isAttainable(frame.rows(), frame.atoms()));
        }
        assertEquals(Rational.ZERO, WelchLowerBound.squared(5, 5));
        assertEquals(Optional.of(false), WelchLowerBound.isAttainable(3, 7));
        assertEquals(Optional.empty(), WelchLowerBound.isAttainable(16, 32));
        assertEquals(Optional.of(true), WelchLowerBound.isAttainable(1, 2));
        assertEquals(Rational.ONE, WelchLowerBound.squared(1, 2));
    }

    /// The recursion against itself in exact arithmetic without roundoff: never below, and above by roundoff
    /// only.
    @Example
    void listaRecursionIsAnUpperBoundOfTheExactOne() {
        ListaCpBound bound = new ListaCpBound(AnalysisWeights.scaled(new Core(7).dictionary()), 3, 300, 100,
                5.0 / 56, 1.0 / 16, 0);
        ListaCpBound.State state = bound.start();
        Rational exact = Rational.of(300);
        Rational mut = Rational.of(1.0 / 7);
        Rational noise = Rational.of(5.0 / 56).plus(Rational.of(1, 16));
        for (int k = 0; k < 40; k++) {
            state = bound.next(state);
            exact = exact.times(mut).times(5).plus(noise.times(6));
            assertTrue(Rational.of(state.error()).compareTo(exact) >= 0, "E_" + (k + 1));
            double roundoff = bound.roundoff(300, 300) * 6 / (1 - 5.0 / 7);
            assertTrue(state.error() <= exact.nearest() + 2 * roundoff,
                    "E_" + (k + 1) + " is above by roundoff only");
            assertTrue(bound.closedForm(state) >= state.error(), "closed form");
        }
        assertEquals(3, bound.halvingTime(100));
        assertTrue(bound.contraction() < 1);
        ListaCpBound growing = new ListaCpBound(AnalysisWeights.scaled(new Core(7).dictionary()), 5, 300, 100,
                0, 0, 0);
        assertEquals(101, growing.halvingTime(100));
        assertEquals(Double.POSITIVE_INFINITY, growing.floor(growing.start()));
    }
}
