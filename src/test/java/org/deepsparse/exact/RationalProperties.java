package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

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
                    new BigDecimal(exact.numerator()).compareTo(new BigDecimal(value).multiply(new BigDecimal(exact.denominator()))));
            assertEquals(value + 0.0, exact.nearest() + 0.0);
            assertEquals(Interval.of(value), exact.enclosure());
        }
        Rational ratio = Rational.of(a, b == 0 ? 7 : b);
        Interval around = ratio.enclosure();
        assertTrue(around.isPoint() || Math.nextUp(around.lower()) == around.upper());
        assertTrue(Rational.of(around.lower()).compareTo(ratio) <= 0 && Rational.of(around.upper()).compareTo(ratio) >= 0);
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
}
