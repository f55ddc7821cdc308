package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// Directed rounding is as tight as it can be: both ends are the neighbours of the exact result, and the
/// result itself where it is a double. Only where error terms underflow may an end be the next but one.
class RoundingProperties {

    private static final Rational SAFE = Rational.of(0x1p-900);
    private static final Rational LARGEST = Rational.of(Double.MAX_VALUE);

    /// Few significant bits, so that many results are doubles, or all of them.
    @Provide
    Arbitrary<Double> doubles() {
        Arbitrary<Double> few = Combinators
                .combine(Arbitraries.integers().between(-64, 64), Arbitraries.integers().between(-500, 500))
                .as((m, e) -> Math.scalb((double) m, e));
        Arbitrary<Double> many = Combinators.combine(
                Arbitraries.longs().between(-(1L << 53), 1L << 53), Arbitraries.integers().between(-600, 500))
                .as((m, e) -> Math.scalb((double) m, e));
        return Arbitraries.oneOf(few, many);
    }

    private static void assertTightest(Rational exact, Interval found, boolean underflows, String what) {
        Interval best = exact.enclosure();
        if (underflows) {
            assertTrue(found.lower() <= best.lower() && Math.nextUp(found.lower()) >= best.lower(),
                    () -> what + ": " + found);
            assertTrue(found.upper() >= best.upper() && Math.nextDown(found.upper()) <= best.upper(),
                    () -> what + ": " + found);
        } else {
            assertEquals(best, found, what);
        }
    }

    private static boolean isSmall(Rational number) {
        return number.abs().compareTo(SAFE) < 0;
    }

    @Property(seed = "1", tries = 1000)
    void operationsAreTightest(@ForAll("doubles") double a, @ForAll("doubles") double b) {
        Rational p = Rational.of(a);
        Rational q = Rational.of(b);
        Interval x = Interval.of(a);
        Interval y = Interval.of(b);
        assertTightest(p.plus(q), x.plus(y), false, a + " + " + b);
        Rational product = p.times(q);
        assertTightest(product, x.times(y), isSmall(product) && !product.isZero(), a + " * " + b);
        if (b != 0) {
            Rational quotient = p.dividedBy(q);
            assertTightest(quotient, x.dividedBy(y), !quotient.isZero() && (isSmall(p) || isSmall(quotient)),
                    a + " / " + b);
        }
        Interval root = Interval.of(Math.abs(a)).sqrt();
        assertTrue(Rational.of(root.lower()).square().compareTo(p.abs()) <= 0, "root of " + a);
        assertTrue(Rational.of(root.upper()).square().compareTo(p.abs()) >= 0, "root of " + a);
        boolean rootIsDouble = Rational.of(root.lower()).square().equals(p.abs());
        if (a != 0 && !isSmall(p)) {
            assertEquals(rootIsDouble ? root.lower() : Math.nextUp(root.lower()), root.upper(),
                    "root of " + a);
        } else {
            assertTrue(root.upper() <= Math.nextUp(Math.nextUp(root.lower())), "root of " + a);
        }
    }

    /// The remainder of tiny numbers underflows to 0 although their quotient is far from tiny and not exact.
    @Property(seed = "1", tries = 300)
    void quotientsOfTinyNumbersAreEnclosed(
            @ForAll @IntRange(min = 1, max = 999) int a, @ForAll @IntRange(min = 1, max = 999) int b,
            @ForAll @IntRange(min = -1074, max = -930) int e,
            @ForAll @IntRange(min = -1074, max = -930) int f) {
        double x = Math.scalb((double) a, e);
        double y = Math.scalb((double) b, f);
        assertTightest(Rational.of(x).dividedBy(Rational.of(y)), Interval.of(x).dividedBy(Interval.of(y)),
                true, x + " / " + y);
        Interval third = Interval.of(Double.MIN_VALUE).dividedBy(Interval.of(3 * Double.MIN_VALUE));
        assertTrue(third.lower() < third.upper(), "1/3 is no double");
    }

    /// From 2^-900 on the error term is exact; below it is not asked for.
    @Example
    void exactResultsStayPointsDownToTheSafeSize() {
        assertEquals(Interval.of(0x1p-900), Interval.of(0x1p-450).times(0x1p-450));
        assertEquals(Interval.of(-0x1p-900), Interval.of(-0x1p-450).times(0x1p-450));
        assertEquals(Interval.of(0x1p-450), Interval.of(0x1p-900).sqrt());
        assertEquals(Interval.of(0x1p-900), Interval.of(0x1p-900).dividedBy(Interval.ONE));
        assertEquals(Interval.of(0x1p-900), Interval.of(0x1p-800).dividedBy(Interval.of(0x1p100)));
        assertEquals(Interval.of(-0x1p-900), Interval.of(0x1p-900).dividedBy(Interval.of(-1)));
        Interval below = Interval.of(0x1p-451).times(0x1p-450);
        assertTrue(below.contains(0x1p-901) && !below.isPoint());
        Interval half = Interval.of(Double.MIN_VALUE).times(0.5);
        assertEquals(new Interval(-Double.MIN_VALUE, Double.MIN_VALUE), half,
                "2^-1075 rounds to 0, and the sign of the rest is not known");
    }

    /// A sum, product or quotient of finite numbers beyond the doubles is finite all the same; an infinite
    /// end stays one.
    @Example
    void overflowLeavesTheLargestDoubleAsTheNearerEnd() {
        double most = Double.MAX_VALUE;
        Interval beyond = new Interval(most, Double.POSITIVE_INFINITY);
        Interval large = Interval.of(most);
        BiFunction<Interval, Interval, Interval> product = Interval::times;
        assertEquals(beyond, large.plus(large));
        assertEquals(beyond.negate(), large.negate().plus(large.negate()));
        assertEquals(beyond, product.apply(large, large));
        assertEquals(beyond.negate(), product.apply(large.negate(), large));
        assertEquals(beyond, large.dividedBy(Interval.of(0.5)));
        assertEquals(beyond.negate(), large.negate().dividedBy(Interval.of(0.5)));
        Interval unbounded = new Interval(2, Double.POSITIVE_INFINITY);
        assertEquals(new Interval(4, Double.POSITIVE_INFINITY), unbounded.plus(unbounded));
        assertEquals(new Interval(4, Double.POSITIVE_INFINITY), unbounded.times(unbounded));
        assertEquals(new Interval(1, Double.POSITIVE_INFINITY), unbounded.dividedBy(Interval.of(2)));
        assertEquals(new Interval(Double.NEGATIVE_INFINITY, -4), unbounded.negate().times(unbounded));
        assertEquals(Double.POSITIVE_INFINITY, unbounded.sqrt().upper());
        assertTrue(LARGEST.compareTo(Rational.of(large.sqrt().upper()).square()) < 0);
    }
}
