package org.deepsparse.properties.kernel;

import java.util.Arrays;

/// Some entries of an array, amid others that a kernel must neither read nor write.
///
/// @param array with as many entries behind the slice as before it, so that a slice with offset 0 ends with
///     its array
record Slice(double[] array, int offset, int length) {

    /// Makes every sum NaN that reads it.
    static final double POISON = Double.NaN;

    /// For slices that are written: a NaN here would hide that it was computed with.
    static final double UNTOUCHED = -12345.678;

    static Slice of(double[] values, int offset, double around) {
        double[] array = new double[values.length + 2 * offset];
        Arrays.fill(array, around);
        System.arraycopy(values, 0, array, offset, values.length);
        return new Slice(array, offset, values.length);
    }

    /// A slice to be written, filled with numbers that no kernel may let shine through.
    static Slice output(int length, int offset) {
        double[] stale = new double[length];
        Arrays.fill(stale, 98765.4321);
        return of(stale, offset, UNTOUCHED);
    }

    static Slice ones(int length, int offset) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return of(ones, offset, POISON);
    }

    double get(int k) {
        return array[offset + k];
    }

    void set(int k, double value) {
        array[offset + k] = value;
    }

    /// Column k of so many entries, of a slice that is a matrix.
    Slice column(int k, int rows) {
        return new Slice(array, offset + k * rows, rows);
    }

    /// The same entries, to be written.
    Slice copyToWrite() {
        return of(Arrays.copyOfRange(array, offset, offset + length), offset, UNTOUCHED);
    }

    Slice copy() {
        return new Slice(array.clone(), offset, length);
    }

    /// The index in the array of an entry around the slice that differs from its value in `before`, or -1.
    int changedAround(Slice before) {
        for (int p = 0; p < array.length; p++) {
            boolean around = p < offset || p >= offset + length;
            if (around
                    && Double.doubleToRawLongBits(array[p]) != Double.doubleToRawLongBits(before.array[p])) {
                return p;
            }
        }
        return -1;
    }
}
