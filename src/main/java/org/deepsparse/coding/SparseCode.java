package org.deepsparse.coding;

import org.deepsparse.exact.Interval;
import org.deepsparse.exact.RationalVector;

/// A code x: the coefficients of a signal in a dictionary.
public record SparseCode(RationalVector entries) {

    public static SparseCode of(double... entries) {
        return new SparseCode(RationalVector.of(entries));
    }

    public int size() {
        return entries.size();
    }

    /// The indices of the nonzero entries, ascending.
    public int[] support() {
        return entries.support();
    }

    /// norm0: the number of nonzero entries.
    public int sparsity() {
        return support().length;
    }

    /// Encloses norm1(x - other); from 0 to infinity where the other has overflowed.
    ///
    /// @throws IllegalArgumentException if the sizes differ
    public Interval distance1(double[] other) {
        if (other.length != size()) {
            throw new IllegalArgumentException(
                    "code has " + size() + " entries but the other has " + other.length);
        }
        Interval sum = Interval.ZERO;
        for (int i = 0; i < other.length; i++) {
            if (!Double.isFinite(other[i])) {
                return Interval.of(0, Double.POSITIVE_INFINITY);
            }
            sum = sum.plus(Interval.of(other[i]).minus(entries.get(i).enclosure()).abs());
        }
        return sum;
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
