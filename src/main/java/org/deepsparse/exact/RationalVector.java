package org.deepsparse.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An immutable vector of rationals with the operations that residuals and distances need; every result is
/// exact.
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
        return new RationalVector(Arrays.stream(entries).mapToObj(Rational::of).toArray(Rational[]::new));
    }

    /// The vector of this size whose entry `places[k]` is entry k of `values`, and 0 elsewhere.
    ///
    /// @throws IllegalArgumentException if there are not as many values as places
    public static RationalVector sparse(int size, int[] places, RationalVector values) {
        if (places.length != values.size()) {
            throw new IllegalArgumentException(places.length + " places but " + values.size() + " values");
        }
        RationalVector vector = zero(size);
        for (int k = 0; k < places.length; k++) {
            vector.entries[places[k]] = values.entries[k];
        }
        return vector;
    }

    /// `sum_j weights_j column(j)` for columns with `size` entries; only those with a nonzero weight are
    /// asked for.
    public static RationalVector combination(int size, RationalVector weights,
            IntFunction<RationalVector> column) {
        RationalVector sum = zero(size);
        for (int j : weights.support()) {
            Rational weight = weights.entries[j];
            Rational[] terms = column.apply(j).entries;
            for (int i = 0; i < size; i++) {
                if (!terms[i].isZero()) {
                    sum.entries[i] = sum.entries[i].plus(terms[i].times(weight));
                }
            }
        }
        return sum;
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

    /// @throws IllegalArgumentException if the sizes differ
    public RationalVector plus(RationalVector other) {
        requireSize(other);
        Rational[] sum = new Rational[entries.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = entries[i].plus(other.entries[i]);
        }
        return new RationalVector(sum);
    }

    /// @throws IllegalArgumentException if the sizes differ
    public RationalVector minus(RationalVector other) {
        return plus(other.negate());
    }

    public RationalVector negate() {
        return times(Rational.of(-1));
    }

    public RationalVector times(Rational factor) {
        Rational[] product = new Rational[entries.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = entries[i].times(factor);
        }
        return new RationalVector(product);
    }

    /// @throws IllegalArgumentException if the sizes differ
    public Rational dot(RationalVector other) {
        requireSize(other);
        Rational sum = Rational.ZERO;
        for (int i = 0; i < entries.length; i++) {
            if (!entries[i].isZero() && !other.entries[i].isZero()) {
                sum = sum.plus(entries[i].times(other.entries[i]));
            }
        }
        return sum;
    }

    private void requireSize(RationalVector other) {
        if (entries.length != other.entries.length) {
            throw new IllegalArgumentException(
                    "vector has " + entries.length + " entries but the other has " + other.entries.length);
        }
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

    /// The indices of the nonzero entries, ascending.
    public int[] support() {
        return IntStream.range(0, entries.length).filter(i -> !entries[i].isZero()).toArray();
    }

    /// The entries with these indices, in this order.
    public RationalVector select(int... indices) {
        return new RationalVector(Arrays.stream(indices).mapToObj(i -> entries[i]).toArray(Rational[]::new));
    }

    /// The first `size` entries, followed by zeros where there are fewer.
    public RationalVector padded(int size) {
        RationalVector padded = zero(size);
        System.arraycopy(entries, 0, padded.entries, 0, Math.min(size, entries.length));
        return padded;
    }

    /// The least positive integer whose product with every entry is an integer; 1 for the empty vector.
    public BigInteger commonDenominator() {
        BigInteger common = BigInteger.ONE;
        for (Rational entry : entries) {
            BigInteger denominator = entry.denominator();
            common = common.multiply(denominator.divide(common.gcd(denominator)));
        }
        return common;
    }

    /// The entries times [#commonDenominator()].
    public BigInteger[] integers() {
        BigInteger common = commonDenominator();
        return Arrays.stream(entries)
                .map(entry -> entry.numerator().multiply(common.divide(entry.denominator())))
                .toArray(BigInteger[]::new);
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
