package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// The laws of a vector space with an inner product and three norms, and their values on a vector that can be
/// checked by hand.
class RationalVectorProperties {

    private static RationalVector vector(int[] entries) {
        Rational[] rationals = new Rational[entries.length];
        for (int i = 0; i < entries.length; i++) {
            rationals[i] = Rational.of(entries[i], i + 1L);
        }
        return RationalVector.of(rationals);
    }

    @Property(seed = "1", tries = 300)
    void lawsOfAnInnerProductSpace(
            @ForAll @Size(4) @IntRange(min = -9, max = 9) int[] a,
            @ForAll @Size(4) @IntRange(min = -9, max = 9) int[] b,
            @ForAll @IntRange(min = -5, max = 5) int factor) {
        RationalVector x = vector(a);
        RationalVector y = vector(b);
        Rational f = Rational.of(factor);
        assertEquals(x, x.plus(y).minus(y));
        assertEquals(x.dot(y), y.dot(x));
        assertEquals(x.times(f).dot(y), x.dot(y).times(f));
        assertEquals(x.plus(y).squaredNorm(), x.squaredNorm().plus(x.dot(y).times(2)).plus(y.squaredNorm()));
        assertEquals(x.times(f).norm1(), x.norm1().times(f.abs()));
        assertTrue(x.plus(y).norm1().compareTo(x.norm1().plus(y.norm1())) <= 0);
        assertTrue(x.normInf().compareTo(x.norm1()) <= 0);
        assertTrue(x.squaredNorm().compareTo(x.normInf().times(x.norm1())) <= 0, "Hoelder");
        assertEquals(x.squaredNorm().isZero(), x.isZero());
    }

    @Example
    void valuesAtAVectorForTheHand() {
        assertArrayEquals(new double[] {0.1, -2},
                RationalVector.of(Rational.of(1, 10), Rational.of(-2)).nearest());
        RationalVector x = RationalVector.of(Rational.of(1), Rational.ZERO, Rational.of(-3, 4),
                Rational.of(1, 2));
        assertEquals(4, x.size());
        assertEquals(Rational.of(-3, 4), x.get(2));
        assertEquals("(1, 0, -3/4, 1/2)", x.toString());
        assertArrayEquals(new double[] {1, 0, -0.75, 0.5}, x.nearest());
        assertEquals(Rational.of(9, 4), x.norm1());
        assertEquals(Rational.of(29, 16), x.squaredNorm());
        assertEquals(Rational.ONE, x.normInf());
        assertEquals(Rational.of(3), x.times(Rational.of(-4)).normInf().minus(Rational.ONE));
        assertEquals(Rational.ZERO, RationalVector.zero(0).normInf());
        assertEquals(RationalVector.of(0.0, 0.0), RationalVector.zero(2));
        assertFalse(x.isZero());
    }

    @Example
    void equalityIsThatOfEntriesAndNothingLeaksOut() {
        Rational[] entries = {Rational.ONE, Rational.of(2)};
        RationalVector x = RationalVector.of(entries);
        entries[0] = Rational.ZERO;
        x.toArray()[1] = Rational.ZERO;
        assertEquals(RationalVector.of(1, 2), x);
        assertEquals(RationalVector.of(1, 2).hashCode(), x.hashCode());
        assertNotEquals(RationalVector.of(1, 3).hashCode(), x.hashCode());
        assertNotEquals(RationalVector.of(1, 3), x);
        assertNotEquals(RationalVector.of(1, 2, 0), x);
        assertFalse(x.equals((Object) "(1, 2)"));
    }

    /// A sum that leaves out what the other vector has more would call vectors equal that are not.
    @Example
    void vectorsOfTwoSizesAreNeitherAddedNorMultiplied() {
        RationalVector one = RationalVector.of(1.0);
        RationalVector two = RationalVector.of(1, 2);
        assertEquals(
                "vector has 1 entries but the other has 2",
                assertThrows(IllegalArgumentException.class, () -> one.plus(two)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> one.minus(two));
        assertThrows(IllegalArgumentException.class, () -> one.dot(two));
        assertThrows(IllegalArgumentException.class, () -> two.dot(one));
    }

    @Example
    void paddingAppendsZerosOrCuts() {
        RationalVector two = RationalVector.of(1, 2);
        assertEquals(RationalVector.of(1, 2, 0), two.padded(3));
        assertEquals(RationalVector.of(1.0), two.padded(1));
        assertEquals(two, two.padded(2));
        assertEquals(RationalVector.of(Rational.of(1, 2), Rational.of(-3)), RationalVector.of(0.5, -3));
    }
}
