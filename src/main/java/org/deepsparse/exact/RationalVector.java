package org.deepsparse.exact;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An immutable vector of rationals with the operations that residuals and distances need; every result is exact.
public final class RationalVector {

    private final Rational[] entries;

    private RationalVector(Rational[] entries) {
        this.entries = entries;
    }

    /// Copies the entries in.
    public static RationalVector of(Rational... entries) {
        return new RationalVector(entries.clone());
    }

    /// The dyadic rationals that finite doubles are.
    public static RationalVector of(double... entries) {
        return new RationalVector(Rational.of(entries));
    }

    public static RationalVector zero(int size) {
        Rational[] zeros = new Rational[size];
        Arrays.fill(zeros, Rational.ZERO);
        return new RationalVector(zeros);
    }

    public int size() {
        return entries.length;
    }

    public Rational get(int i) {
        return entries[i];
    }

    /// A copy.
    public Rational[] toArray() {
        return entries.clone();
    }

    /// The nearest doubles, entry by entry.
    public double[] nearest() {
        return Arrays.stream(entries).mapToDouble(Rational::nearest).toArray();
    }

    public RationalVector plus(RationalVector other) {
        Rational[] sum = new Rational[entries.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = entries[i].plus(other.entries[i]);
        }
        return new RationalVector(sum);
    }

    public RationalVector minus(RationalVector other) {
        return plus(other.times(Rational.of(-1)));
    }

    public RationalVector times(Rational factor) {
        Rational[] product = new Rational[entries.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = entries[i].times(factor);
        }
        return new RationalVector(product);
    }

    public Rational dot(RationalVector other) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < entries.length; i++) {
            if (!entries[i].isZero() && !other.entries[i].isZero()) {
                sum = sum.plus(entries[i].times(other.entries[i]));
            }
        }
        return sum;
    }

    /// norm2 squared.
    public Rational squaredNorm() {
        return dot(this);
    }

    public Rational norm1() {
        Rational sum = Rational.ZERO;
        for (Rational entry : entries) {
            sum = sum.plus(entry.abs());
        }
        return sum;
    }

    /// The largest absolute entry, 0 for the empty vector.
    public Rational normInf() {
        Rational largest = Rational.ZERO;
        for (Rational entry : entries) {
            if (entry.abs().compareTo(largest) > 0) {
                largest = entry.abs();
            }
        }
        return largest;
    }

    public boolean isZero() {
        return Arrays.stream(entries).allMatch(Rational::isZero);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RationalVector vector && Arrays.equals(entries, vector.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    /// `(1, 0, -3/4)`.
    @Override
    public String toString() {
        return Arrays.stream(entries).map(Rational::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
