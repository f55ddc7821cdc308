package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RationalProperties {

    @Property(seed = "1", tries = 1000)
    void isAnOrderedField(@ForAll int a, @ForAll int b, @ForAll int c, @ForAll int d) {
        Rational p = Rational.of(a, b == 0 ? 1 : b);
        Rational q = Rational.of(c, d == 0 ? 1 : d);
        assertEquals(p, p.plus(q).minus(q));
        assertEquals(p.times(q), q.times(p));
        if (!q.isZero()) {
            assertEquals(p, p.dividedBy(q).times(q));
        }
        assertEquals(p.minus(q).signum(), p.compareTo(q));
        assertEquals(p, Rational.parse(p.toString()));
        assertEquals(p.abs(), p.square().sqrt().orElseThrow());
    }

    /// BigDecimal is the second opinion: it rounds to the nearest double by its own algorithm.
    @Property(seed = "1", tries = 1000)
    void doublesAreExactAndNearestIsNearest(@ForAll long bits, @ForAll int a, @ForAll int b) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            Rational exact = Rational.of(value);
            assertEquals(0,
                    new BigDecimal(exact.numerator())
                            .compareTo(new BigDecimal(value).multiply(new BigDecimal(exact.denominator()))));
            assertEquals(value + 0.0, exact.nearest() + 0.0);
            assertEquals(Interval.of(value), exact.enclosure());
        }
        Rational ratio = Rational.of(a, b == 0 ? 7 : b);
        Interval around = ratio.enclosure();
        assertTrue(around.isPoint() || Math.nextUp(around.lower()) == around.upper());
        assertTrue(Rational.of(around.lower()).compareTo(ratio) <= 0
                && Rational.of(around.upper()).compareTo(ratio) >= 0);
        assertEquals((double) a / (b == 0 ? 7 : b) + 0.0, ratio.nearest() + 0.0);
    }

    @Example
    void extremes() {
        assertEquals("1/9", Rational.of(3, 27).toString());
        assertEquals(Rational.of(-1, 2), Rational.of(1, -2));
        Rational tiny = Rational.of(Double.MIN_VALUE).times(Rational.of(1, 3));
        assertEquals(new Interval(0, Double.MIN_VALUE), tiny.enclosure());
        Rational huge = Rational.of(Double.MAX_VALUE).times(2);
        assertEquals(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY), huge.enclosure());
        assertEquals(Rational.of(1, 8), Rational.parse("0.125"));
        assertThrows(IllegalArgumentException.class, () -> Rational.parse("1/0"));
        assertThrows(IllegalArgumentException.class, () -> Rational.parse("1e999999999"));
        assertThrows(ArithmeticException.class, () -> Rational.of(Double.NaN));
        assertTrue(Rational.of(2).sqrt().isEmpty());
    }

    /// Ties of two doubles go to the one with the even significand, other numbers to the nearer.
    @Example
    void nearestBreaksTiesToEven() {
        double odd = Math.nextUp(1.0);
        Rational half = Rational.of(1, 2);
        Rational tieAboveOne = Rational.ONE.plus(Rational.of(odd)).times(half);
        assertEquals(1.0, tieAboveOne.nearest());
        assertEquals(Math.nextUp(odd),
                Rational.of(odd).plus(Rational.of(Math.nextUp(odd))).times(half).nearest());
        Rational little = Rational.of(1, 3).times(Rational.of(Double.MIN_VALUE));
        assertEquals(odd, tieAboveOne.plus(little).nearest());
        assertEquals(1.0, tieAboveOne.minus(little).nearest());
        assertEquals(0.0, Rational.of(Double.MIN_VALUE).times(half).nearest());
        assertEquals(Double.MAX_VALUE, Rational.of(Double.MAX_VALUE).times(3).nearest(),
                "no infinity stands for a number");
        assertEquals(-Double.MAX_VALUE, Rational.of(Double.MAX_VALUE).times(-3).nearest());
    }

    /// Far from 1 the first guess needs its scaling, and near the ends of the doubles its correction.
    @Property(seed = "1", tries = 500)
    void enclosuresAreTightestAtEverySize(@ForAll long p, @ForAll @IntRange(min = 1) int q,
            @ForAll @IntRange(min = -1130, max = 1000) int e) {
        Rational scale = e < 0
                ? new Rational(BigInteger.ONE, BigInteger.ONE.shiftLeft(-e))
                : Rational.of(BigInteger.ONE.shiftLeft(e));
        Rational number = new Rational(BigInteger.valueOf(p), BigInteger.valueOf(q)).times(scale);
        Interval around = number.enclosure();
        assertTrue(around.isPoint() || Math.nextUp(around.lower()) == around.upper(),
                () -> number + " in " + around);
        assertTrue(around.lower() == Double.NEGATIVE_INFINITY
                || Rational.of(around.lower()).compareTo(number) <= 0);
        assertTrue(around.upper() == Double.POSITIVE_INFINITY
                || Rational.of(around.upper()).compareTo(number) >= 0);
    }

    @Example
    void enclosuresBeyondTheDoublesHaveOneInfiniteEnd() {
        Rational huge = Rational.of(BigInteger.ONE.shiftLeft(5000));
        assertEquals(new Interval(Double.MAX_VALUE, Double.POSITIVE_INFINITY), huge.enclosure());
        assertEquals(new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE), huge.negate().enclosure());
        assertEquals(new Interval(-Double.MIN_VALUE, 0), Rational.ONE.dividedBy(huge).negate().enclosure());
        assertEquals(Interval.ZERO, Rational.ZERO.enclosure());
    }

    @Example
    void lowestTermsWithAPositiveDenominator() {
        for (long[] equal : new long[][] {{1, 2}, {2, 4}, {-3, -6}, {6, 12}, {5, 10}}) {
            Rational half = Rational.of(equal[0], equal[1]);
            assertEquals(BigInteger.ONE, half.numerator());
            assertEquals(BigInteger.TWO, half.denominator());
        }
        assertEquals(BigInteger.ONE, Rational.of(0, -8).denominator());
        assertEquals(Rational.of(-2, 3), Rational.of(4, -6));
        assertEquals("rational 1/0",
                assertThrows(ArithmeticException.class, () -> Rational.of(1, 0)).getMessage());
        assertThrows(ArithmeticException.class, () -> Rational.ONE.dividedBy(Rational.ZERO));
    }

    @Example
    void rootsAreRationalOrNone() {
        assertEquals(Optional.of(Rational.of(2, 3)), Rational.of(4, 9).sqrt());
        assertEquals(Optional.empty(), Rational.of(4, 3).sqrt());
        assertEquals(Optional.empty(), Rational.of(3, 4).sqrt());
        assertEquals(Optional.empty(), Rational.of(-4).sqrt());
        assertEquals(Optional.of(Rational.ZERO), Rational.ZERO.sqrt());
        assertEquals(Interval.of(1.5), Rational.of(9, 4).sqrtEnclosure());
        for (int k = 1; k < 60; k++) {
            assertEquals(Rational.of(2, k).enclosure(), Rational.of(4, (long) k * k).sqrtEnclosure(),
                    "as tight as a number itself");
        }
        assertEquals(Math.sqrt(2), Rational.of(2).sqrtEnclosure().lower(), Math.ulp(1.0));
        assertThrows(ArithmeticException.class, () -> Rational.of(-1).sqrtEnclosure());
    }

    @Example
    void textsOfRationals() {
        assertEquals("-3/4", Rational.of(-6, 8).toString());
        assertEquals("7", Rational.of(7).toString());
        assertEquals(Rational.of(-3, 4), Rational.parse("-6/8"));
        assertEquals(Rational.of(1500), Rational.parse("1.5e3"));
        assertEquals(Rational.ONE, Rational.parse("1e2000").dividedBy(Rational.of(BigInteger.TEN.pow(2000))),
                "the last exponent taken");
        assertThrows(IllegalArgumentException.class, () -> Rational.parse("1e2001"));
        assertThrows(IllegalArgumentException.class, () -> Rational.parse("1e-2001"));
        assertThrows(IllegalArgumentException.class, () -> Rational.parse("x"));
        assertEquals(Rational.of(1, 3), Rational.parse("1/3"));
    }

    /// The root of a number whose size no double has.
    @Example
    void rootsOutsideTheRangeOfTheSquare() {
        for (int exponent : new int[] {-2000, -1200, -1074, -1, 0, 1, 1200, 2000}) {
            Rational two = exponent >= 0
                    ? Rational.of(BigInteger.TWO.shiftLeft(exponent))
                    : new Rational(BigInteger.TWO, BigInteger.ONE.shiftLeft(-exponent));
            Interval root = two.sqrtEnclosure();
            Rational lower = Rational.of(root.lower());
            Rational upper = Rational.of(root.upper());
            assertTrue(lower.square().compareTo(two) <= 0 && upper.square().compareTo(two) >= 0);
            assertTrue(root.upper() <= root.lower() + 4 * Math.ulp(root.lower()), () -> root.toString());
        }
        Rational huge = Rational.of(BigInteger.TWO.shiftLeft(4000));
        assertEquals(Double.POSITIVE_INFINITY, huge.sqrtEnclosure().upper());
        assertEquals(Double.MAX_VALUE, huge.nearest(), "the nearest finite double");
        assertEquals(-Double.MAX_VALUE, huge.negate().nearest());
    }
}
