package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Every operation encloses the exact result, computed in rationals, and hits it where it is a double.
class IntervalProperties {

    /// Doubles of all sizes: small integers, any bits, subnormals, huge ones.
    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-20, 20).map(i -> (double) i),
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.of(Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE,
                        -Double.MAX_VALUE, 0x1p-540,
                        1e-200));
    }

    private static void assertEncloses(Interval interval, Rational exact, String what) {
        boolean lower = interval.lower() == Double.NEGATIVE_INFINITY
                || Rational.of(interval.lower()).compareTo(exact) <= 0;
        boolean upper = interval.upper() == Double.POSITIVE_INFINITY
                || Rational.of(interval.upper()).compareTo(exact) >= 0;
        assertTrue(lower && upper, () -> what + " = " + exact + " is not in " + interval);
    }

    @Property(seed = "1", tries = 2000)
    void operationsEncloseTheExactResult(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        Interval x = Interval.of(a);
        Interval y = Interval.of(b);
        Rational p = Rational.of(a);
        Rational q = Rational.of(b);
        assertEncloses(x.plus(y), p.plus(q), a + " + " + b);
        assertEncloses(x.minus(y), p.minus(q), a + " - " + b);
        assertEncloses(x.times(y), p.times(q), a + " * " + b);
        if (b != 0) {
            assertEncloses(x.dividedBy(y), p.dividedBy(q), a + " / " + b);
        }
        Interval root = x.abs().sqrt();
        assertEncloses(root.square(), p.abs(), "sqrt(" + a + ")^2");
        assertTrue(Rational.of(root.lower()).square().compareTo(p.abs()) <= 0, "root from below");
    }

    /// Away from underflow a factor is nothing but a point.
    @Property(seed = "1", tries = 1000)
    void factorsArePoints(@ForAll int a, @ForAll int b, @ForAll int c) {
        Interval x = Interval.of(Math.min(a, b) / 7.0, Math.max(a, b) / 7.0);
        assertEquals(x.times(Interval.of(c / 3.0)), x.times(c / 3.0));
    }

    /// Any point of an operand is allowed, so products and quotients of wide intervals contain those of all
    /// end points.
    @Property(seed = "1", tries = 1000)
    void wideIntervalsEncloseAllTheirPoints(
            @ForAll("doubles") double a, @ForAll("doubles") double b, @ForAll("doubles") double c,
            @ForAll("doubles") double d) {
        Interval x = new Interval(Math.min(a, b), Math.max(a, b));
        Interval y = new Interval(Math.min(c, d), Math.max(c, d));
        for (double s : new double[] {a, b}) {
            assertEncloses(x.times(c), Rational.of(s).times(Rational.of(c)), s + " * " + c);
            for (double t : new double[] {c, d}) {
                assertEncloses(x.times(y), Rational.of(s).times(Rational.of(t)), s + " * " + t);
                assertEncloses(x.plus(y), Rational.of(s).plus(Rational.of(t)), s + " + " + t);
                if (t != 0) {
                    assertEncloses(x.dividedBy(y), Rational.of(s).dividedBy(Rational.of(t)), s + " / " + t);
                }
            }
        }
    }

    /// Never wider than an ulp, and a point where the exact result is a double.
    @Property(seed = "1", tries = 1000)
    void smallIntegersStayExact(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        Interval sum = Interval.of(a).plus(Interval.of(b));
        boolean representable = Double.isFinite(a + b)
                && Rational.of(a + b).equals(Rational.of(a).plus(Rational.of(b)));
        assertEquals(representable, sum.isPoint(), () -> a + " + " + b + " = " + sum);
        if (Math.abs(a) <= 20 && Math.abs(b) <= 20 && a == Math.rint(a) && b == Math.rint(b)) {
            assertTrue(Interval.of(a).times(b).isPoint());
            assertTrue(Interval.of(a * a).sqrt().isPoint());
        }
    }

    /// The check above is one that plain rounding fails: one third is in no point interval.
    @Example
    void thirdIsNotAPoint() {
        Interval third = Interval.ONE.dividedBy(Interval.of(3));
        assertTrue(third.lower() < third.upper());
        assertEquals(Math.nextUp(third.lower()), third.upper());
        assertEncloses(third, Rational.of(1, 3), "1/3");
    }

    @Example
    void specialCases() {
        assertEquals(Interval.ZERO, Interval.ENTIRE.times(0));
        assertEquals(Interval.ENTIRE, Interval.ONE.dividedBy(Interval.of(-1, 1)));
        assertEquals(new Interval(1, Double.POSITIVE_INFINITY), Interval.ONE.dividedBy(Interval.of(0, 1)));
        assertEquals(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY),
                Interval.of(Double.MAX_VALUE).times(2));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Interval.of(Double.NaN));
        assertThrows(ArithmeticException.class, () -> Interval.of(-1).sqrt());
        assertEquals(Interval.of(243), Interval.of(3).power(5));
        assertEquals(Interval.ONE, Interval.of(0.1).power(0));
    }

    @Property(seed = "1", tries = 500)
    void unaryOperationsEncloseAllPoints(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        Interval x = new Interval(Math.min(a, b), Math.max(a, b));
        for (double s : new double[] {a, b, 0}) {
            if (x.contains(s)) {
                assertEncloses(x.abs(), Rational.of(s).abs(), "abs " + s);
                assertEncloses(x.negate(), Rational.of(s).negate(), "-" + s);
                assertEncloses(x.square(), Rational.of(s).square(), s + "^2");
            }
        }
        assertEquals(x.contains(0) ? 0 : Math.min(Math.abs(a), Math.abs(b)), x.abs().lower());
        assertEquals(Math.max(Math.abs(a), Math.abs(b)), x.abs().upper());
        assertEquals(Interval.of(Math.max(a, b)), Interval.of(a).max(Interval.of(b)));
    }

    @Property(seed = "1", tries = 200)
    void powersAreRepeatedProducts(@ForAll @IntRange(min = 0, max = 60) int p,
            @ForAll @IntRange(min = 0, max = 12) int exponent) {
        Rational exact = Rational.ONE;
        for (int k = 0; k < exponent; k++) {
            exact = exact.times(Rational.of(p, 7));
        }
        Interval power = Rational.of(p, 7).enclosure().power(exponent);
        assertEncloses(power, exact, p + "/7 ^ " + exponent);
        assertTrue(power.upper() - power.lower() <= 4 * exponent * Math.ulp(power.upper()),
                () -> "wide: " + power);
    }

    /// The divisor's sign is all that is used of a divisor that touches 0.
    @Example
    void divisorsThatTouchZero() {
        Interval positive = Interval.of(0, 2);
        assertEquals(new Interval(0, Double.POSITIVE_INFINITY), Interval.ZERO.dividedBy(positive));
        assertEquals(new Interval(2, Double.POSITIVE_INFINITY), Interval.of(4, 5).dividedBy(positive));
        assertEquals(Interval.ENTIRE, Interval.of(-1, 1).dividedBy(positive));
        assertEquals(Interval.ENTIRE, Interval.ONE.dividedBy(positive.negate()));
        assertEquals(Interval.ENTIRE, Interval.ONE.dividedBy(Interval.ZERO));
        assertEquals(Interval.ENTIRE, Interval.ZERO.dividedBy(Interval.ZERO));
    }

    @Example
    void quotientsTakeTheEndsThatTheSignsAskFor() {
        Interval divisor = Interval.of(2, 4);
        assertEquals(Interval.of(2, 8), Interval.of(8, 16).dividedBy(divisor));
        assertEquals(Interval.of(-8, -2), Interval.of(-16, -8).dividedBy(divisor));
        assertEquals(Interval.of(-4, 8), Interval.of(-8, 16).dividedBy(divisor));
        assertEquals(Interval.of(-8, 4), Interval.of(-8, 16).dividedBy(divisor.negate()));
        assertEquals(Interval.of(0, 8), Interval.of(0, 16).dividedBy(divisor));
        assertEquals(Interval.of(-8, 0), Interval.of(-16, 0).dividedBy(divisor));
        Interval unbounded = new Interval(2, Double.POSITIVE_INFINITY);
        assertEquals(Interval.of(0, 8), Interval.of(8, 16).dividedBy(unbounded),
                "the divisor may be as large as it likes");
        assertEquals(Interval.of(-8, 0), Interval.of(-16, -8).dividedBy(unbounded));
        assertEquals(Interval.of(-4, 8), Interval.of(-8, 16).dividedBy(unbounded));
    }

    /// The point +infinity stands for a number beyond every bound: the spark of independent atoms.
    @Example
    void thePointAtInfinityStaysThere() {
        Interval infinite = Interval.of(Double.POSITIVE_INFINITY);
        assertEquals(infinite, infinite.plus(Interval.ONE));
        assertEquals(infinite, infinite.times(0.999));
        assertEquals(infinite, infinite.sqrt());
        assertEquals(infinite.negate(), infinite.negate().plus(Interval.ONE));
        assertEquals(Interval.of(-Double.MIN_VALUE, 0), Interval.of(-1).dividedBy(infinite));
        assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.ONE.dividedBy(infinite));
        assertEquals(Interval.ZERO, Interval.ZERO.dividedBy(infinite));
    }

    @Example
    void productsTakeTheEndsThatTheSignsAskFor() {
        Interval mixed = Interval.of(-2, 3);
        assertEquals(Interval.of(-10, 15), mixed.times(5));
        assertEquals(Interval.of(-15, 10), mixed.times(-5));
        assertEquals(Interval.of(-12, 18), mixed.times(Interval.of(-4, 6)));
        assertEquals(Interval.of(-18, 12), mixed.times(Interval.of(-6, 4)));
        assertEquals(Interval.of(6, 20), Interval.of(2, 4).times(Interval.of(3, 5)));
        assertEquals(Interval.of(6, 20), Interval.of(-4, -2).times(Interval.of(-5, -3)));
        assertEquals(Interval.of(-20, -6), Interval.of(2, 4).times(Interval.of(-5, -3)));
        assertEquals(Interval.of(0, 9), mixed.square());
        assertEquals(Interval.of(4, 9), Interval.of(-3, -2).square());
    }

    @Example
    void rootsOfWhatIsPartlyNegativeAndPowersOutsideTheirDomain() {
        assertEquals(Interval.of(0, 3), Interval.of(-4, 9).sqrt());
        assertEquals(Interval.ZERO, Interval.of(-4, 0).sqrt());
        assertThrows(ArithmeticException.class, () -> Interval.of(-Double.MIN_VALUE).sqrt());
        assertThrows(IllegalArgumentException.class, () -> Interval.of(-1, 1).power(2));
        assertThrows(IllegalArgumentException.class, () -> Interval.ONE.power(-1));
        assertEquals(Interval.ZERO, Interval.ZERO.power(3));
    }

    @Example
    void endsBelongToTheInterval() {
        Interval x = Interval.of(1, 2);
        assertTrue(x.contains(1) && x.contains(2) && !x.contains(Math.nextDown(1.0))
                && !x.contains(Math.nextUp(2.0)));
        assertTrue(Interval.of(3).isPoint() && !x.isPoint());
        assertEquals("[1.0, 2.0]", x.toString());
        assertEquals("0.0", Interval.of(-0.0).toString(), "one zero only");
        assertEquals("[0.0, 1.0]", Interval.of(-0.0, 1).toString());
    }
}
