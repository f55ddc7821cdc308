package org.deepsparse.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// What the interface promises of every activation, and the numbers at which each shows its kind.
class ActivationProperties {

    private static final List<PiecewiseLinear> ALL = Stream
            .of("identity", "leaky(1/8)", "leaky(1)", "relu", "abs", "jump")
            .map(PiecewiseLinear::parse).toList();

    @Provide
    Arbitrary<PiecewiseLinear> activations() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<Rational> rationals() {
        return Combinators
                .combine(Arbitraries.integers().between(-60, 60), Arbitraries.integers().between(1, 12))
                .as(Rational::of);
    }

    @Property(seed = "1", tries = 500)
    void keepsZeroAndItsLowerLipschitzConstant(
            @ForAll("activations") PiecewiseLinear rho, @ForAll("rationals") Rational a,
            @ForAll("rationals") Rational b) {
        assertEquals(Rational.ZERO, rho.apply(Rational.ZERO));
        Rational moved = rho.apply(a).minus(rho.apply(b)).abs();
        assertTrue(moved.compareTo(rho.lowerSlope().times(a.minus(b).abs())) >= 0,
                () -> rho + " at " + a + " and " + b);
    }

    /// A pair of points at which each constant is attained: no larger number is a lower Lipschitz constant.
    @Example
    void theLowerLipschitzConstantIsTheLargest() {
        for (PiecewiseLinear rho : ALL) {
            Rational a = rho instanceof AbsoluteValue ? Rational.ONE : Rational.of(-1);
            Rational b = a.times(rho instanceof AbsoluteValue ? -1 : 2);
            assertEquals(rho.lowerSlope().times(a.minus(b).abs()), rho.apply(a).minus(rho.apply(b)).abs(),
                    rho.text());
        }
    }

    @Property(seed = "1", tries = 500)
    void inversesAreRightAndNonnegativeWhereThereIsAChoice(@ForAll("activations") PiecewiseLinear rho,
            @ForAll("rationals") Rational t) {
        Rational value = rho.apply(t);
        Rational back = rho.inverse(value);
        assertEquals(value, rho.apply(back));
        if (rho.isBijective()) {
            assertEquals(t, back);
        } else if (rho.lowerSlope().isZero()) {
            assertTrue(back.signum() >= 0);
        }
    }

    @Example
    void valuesAndKinds() {
        Rational[] points = {Rational.of(-2), Rational.of(2)};
        assertEquals(List.of("-2 2", "-1/4 2", "-2 2", "0 2", "2 2", "-3 3"),
                ALL.stream().map(rho -> rho.apply(points[0]) + " " + rho.apply(points[1])).toList());
        assertEquals(List.of(true, true, true, false, false, false),
                ALL.stream().map(PiecewiseLinear::isBijective).toList());
        assertEquals(List.of(true, true, true, false, false, true),
                ALL.stream().map(PiecewiseLinear::isInjective).toList());
        assertEquals(List.of(true, true, true, true, true, false),
                ALL.stream().map(PiecewiseLinear::isContinuous).toList());
        assertEquals(Rational.of(1, 2), new Jump().inverse(Rational.of(3, 2)));
        assertEquals(Rational.ZERO, new AbsoluteValue().inverse(Rational.ZERO));
        assertThrows(ArithmeticException.class, () -> new Relu().inverse(Rational.of(-1, 9)));
        assertThrows(ArithmeticException.class, () -> new AbsoluteValue().inverse(Rational.of(-1, 9)));
    }

    /// An activation that is known by enclosures only: what they leave open is not called bijective.
    private record Enclosed(Interval lowerLipschitz, boolean isContinuous) implements Activation {

        @Override
        public Interval enclosure(Interval t) {
            return t;
        }

        @Override
        public String text() {
            return "enclosed";
        }
    }

    @Example
    void aBijectionIsContinuousWithASlopeThatIsSurelyPositive() {
        assertTrue(new Enclosed(Interval.of(Double.MIN_VALUE, 1), true).isBijective());
        assertFalse(new Enclosed(Interval.of(0, 1), true).isBijective());
        assertFalse(new Enclosed(Interval.ONE, false).isBijective());
    }

    @Example
    void textsAreReadBackAndOthersRefused() {
        ALL.forEach(rho -> assertEquals(rho, PiecewiseLinear.parse(rho.text())));
        for (String text : List.of("elu", "leaky(1/8", "leaky", "(1/8)", "leaky(0)", "leaky(-1/2)",
                "leaky(9/8)", "leaky(x)", "")) {
            assertThrows(IllegalArgumentException.class, () -> PiecewiseLinear.parse(text), text);
        }
        assertEquals(Rational.of(Double.MIN_VALUE), new LeakyRelu(Double.MIN_VALUE).lowerSlope());
        assertThrows(IllegalArgumentException.class, () -> new LeakyRelu(Double.NaN));
        assertFalse(new LeakyRelu(0.5).equals(new LeakyRelu(0.25)));
    }

    /// A point of the interval between doubles of very different sizes.
    @Property(seed = "1", tries = 500)
    void enclosuresContainEveryValue(@ForAll("activations") PiecewiseLinear rho,
            @ForAll @DoubleRange(min = -9, max = 9) double a,
            @ForAll @DoubleRange(min = -9, max = 9) double b,
            @ForAll @IntRange(min = 0, max = 7) int sevenths) {
        Interval interval = Interval.of(Math.min(a, b), Math.max(a, b));
        Rational length = Rational.of(interval.upper()).minus(Rational.of(interval.lower()));
        Rational t = Rational.of(interval.lower()).plus(length.times(Rational.of(sevenths, 7)));
        assertContains(rho.enclosure(interval), rho.apply(t), () -> rho.text() + " at " + t);
        Interval withZero = Interval.of(Math.min(interval.lower(), 0), Math.max(interval.upper(), 0));
        assertContains(rho.enclosure(withZero), Rational.ZERO, () -> rho.text() + " at 0");
    }

    private static void assertContains(Interval enclosure, Rational value, Supplier<String> where) {
        assertTrue(Rational.of(enclosure.lower()).compareTo(value) <= 0, where);
        assertTrue(Rational.of(enclosure.upper()).compareTo(value) >= 0, where);
    }

    /// No end can be moved: it is the value at an end, or at 0.
    @Property(seed = "1", tries = 500)
    void enclosuresAreTight(@ForAll("activations") PiecewiseLinear rho,
            @ForAll @IntRange(min = -60, max = 60) int a,
            @ForAll @IntRange(min = -60, max = 60) int b) {
        Interval point = rho.enclosure(Interval.of(a / 8.0));
        assertEquals(rho.apply(Rational.of(a, 8)).enclosure(), point);
        assertTrue(point.isPoint());
        Interval enclosure = rho.enclosure(Interval.of(Math.min(a, b) / 8.0, Math.max(a, b) / 8.0));
        List<Double> taken = Stream.of(Rational.of(a, 8), Rational.of(b, 8), Rational.ZERO)
                .filter(t -> !t.isZero() || Math.min(a, b) <= 0 && Math.max(a, b) >= 0)
                .map(t -> rho.apply(t).nearest())
                .toList();
        assertTrue(taken.containsAll(List.of(enclosure.lower(), enclosure.upper())),
                () -> enclosure + " of " + taken);
    }

    @Example
    void enclosuresReachToInfinity() {
        double infinity = Double.POSITIVE_INFINITY;
        Interval right = Interval.of(0, infinity);
        assertEquals(
                List.of(Interval.ENTIRE, Interval.ENTIRE, Interval.ENTIRE, right, right, Interval.ENTIRE),
                ALL.stream().map(rho -> rho.enclosure(Interval.ENTIRE)).toList());
        assertEquals(
                List.of(Interval.of(-infinity, -1), Interval.of(-infinity, -0.125),
                        Interval.of(-infinity, -1), Interval.ZERO,
                        Interval.of(1, infinity), Interval.of(-infinity, -2)),
                ALL.stream().map(rho -> rho.enclosure(Interval.of(-infinity, -1))).toList());
        assertEquals(
                List.of(Interval.of(1, infinity), Interval.of(1, infinity), Interval.of(1, infinity),
                        Interval.of(1, infinity),
                        Interval.of(1, infinity), Interval.of(2, infinity)),
                ALL.stream().map(rho -> rho.enclosure(Interval.of(1, infinity))).toList());
        assertEquals(Interval.of(Double.MAX_VALUE, infinity),
                new Jump().enclosure(Interval.of(Double.MAX_VALUE)));
    }

    @Example
    void theEnclosureOfTheLowerLipschitzConstantIsThatOfTheSlope() {
        assertEquals(List.of(1.0, 0.125, 1.0, 0.0, 0.0, 1.0),
                ALL.stream().map(rho -> rho.lowerLipschitz().lower()).toList());
        assertTrue(ALL.stream().allMatch(rho -> rho.lowerLipschitz().isPoint()));
    }
}
