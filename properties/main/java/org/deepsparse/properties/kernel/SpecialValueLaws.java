package org.deepsparse.properties.kernel;

import static org.deepsparse.properties.kernel.Comparison.same;

import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.deepsparse.kernel.KernelSet;

/// NaN, infinities and signed zeros at every place of operands that are 1 elsewhere: they show where the
/// contract says, and nowhere else.
record SpecialValueLaws(KernelSet kernels, int[] lengths) {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    void dot() {
        for (int length : lengths) {
            for (int k = 0; k < length; k++) {
                dot(length, k, Double.NaN, 1, Double.NaN);
                dot(length, k, INFINITY, -1, -INFINITY);
                dot(length, k, INFINITY, 0, Double.NaN);
                if (length > 1) {
                    bothInfinities(length, k);
                }
            }
        }
    }

    private void dot(int length, int k, double left, double right, double expected) {
        Slice a = Slice.ones(length, 1);
        Slice b = Slice.ones(length, 3);
        a.set(k, left);
        b.set(k, right);
        String what = "dot with " + left + " against " + right + " at entry " + k + " of " + length;
        same(() -> what, kernels.dot(a.array(), 1, b.array(), 3, length), expected);
        same(() -> what + ", swapped", kernels.dot(b.array(), 3, a.array(), 1, length), expected);
    }

    private void bothInfinities(int length, int k) {
        Slice a = Slice.ones(length, 1);
        Slice b = Slice.ones(length, 3);
        a.set(k, INFINITY);
        a.set((k + 1) % length, -INFINITY);
        same(
                () -> "dot with infinities of both signs from entry " + k + " on of " + length,
                kernels.dot(a.array(), 1, b.array(), 3, length),
                Double.NaN);
    }

    void axpy() {
        double[][] table = { // alpha, x, y, expected
            {0, Double.NaN, 1, Double.NaN},
            {0, INFINITY, 1, Double.NaN},
            {2, -INFINITY, 1, -INFINITY},
            {2, -INFINITY, INFINITY, Double.NaN},
            {2, 1, Double.NaN, Double.NaN},
            {2, 1, INFINITY, INFINITY},
            {1, -0.0, -0.0, -0.0},
        };
        for (int length : lengths) {
            for (int k = 0; k < length; k++) {
                for (double[] row : table) {
                    Slice x = Slice.ones(length, 1);
                    Slice y = Slice.ones(length, 3);
                    x.set(k, row[1]);
                    y.set(k, row[2]);
                    kernels.axpy(row[0], x.array(), 1, y.array(), 3, length);
                    for (int i = 0; i < length; i++) {
                        int place = k;
                        int seen = i;
                        same(
                                () -> "axpy of factor " + row[0] + ", x " + row[1] + " and y " + row[2]
                                        + " at entry " + place
                                        + " of " + length + ", seen at entry " + seen,
                                y.get(i),
                                i == k ? row[3] : row[0] + 1);
                    }
                }
            }
        }
    }

    void gemv() {
        matrix("gemv", false);
    }

    void gemvTransposed() {
        matrix("gemvTransposed", true);
    }

    private void matrix(String kernel, boolean transposed) {
        for (int rows : lengths) {
            for (int columns : new int[] {1, 4, 5}) {
                for (int p = 0; p < rows * columns; p++) {
                    for (double special : new double[] {Double.NaN, -INFINITY}) {
                        matrix(kernel, transposed, rows, columns, p, special);
                    }
                }
            }
        }
    }

    private void matrix(String kernel, boolean transposed, int rows, int columns, int p, double special) {
        Slice a = Slice.ones(rows * columns, 1);
        a.set(p, special);
        Slice x = Slice.ones(transposed ? rows : columns, 3);
        Slice y = Slice.output(transposed ? columns : rows, 1);
        if (transposed) {
            kernels.gemvTransposed(a.array(), 1, rows, columns, x.array(), 3, y.array(), 1);
        } else {
            kernels.gemv(a.array(), 1, rows, columns, x.array(), 3, y.array(), 1);
        }
        int hit = transposed ? p / rows : p % rows;
        for (int i = 0; i < y.length(); i++) {
            int seen = i;
            same(
                    () -> kernel + " of " + rows + " x " + columns + " ones but " + special + " at ("
                            + p % rows + ", "
                            + p / rows + "), entry " + seen,
                    y.get(i),
                    i == hit ? special : x.length());
        }
    }

    void gemm() {
        batch("gemm", false);
    }

    void gemmTransposed() {
        batch("gemmTransposed", true);
    }

    /// One special value in A shows in every column of Y, one in X in its own column only. It wanders along
    /// the diagonal, wrapped around, and thus over every row and every column.
    private void batch(String kernel, boolean transposed) {
        for (int rows : lengths) {
            for (int columns : new int[] {1, 4, 5}) {
                for (int count : new int[] {1, 3, 4, 7}) {
                    for (int d = 0; rows > 0 && d < Math.max(rows, Math.max(columns, count)); d++) {
                        batch(kernel, transposed, rows, columns, count, d, Double.NaN);
                        batch(kernel, transposed, rows, columns, count, d, -INFINITY);
                    }
                }
            }
        }
    }

    private void batch(String kernel, boolean transposed, int rows, int columns, int count, int d,
            double special) {
        int summed = transposed ? rows : columns;
        int entries = transposed ? columns : rows;
        String what = kernel + " of " + rows + " x " + columns + " ones with " + count
                + " columns of ones but " + special + " at (";
        Slice a = Slice.ones(rows * columns, 1);
        Slice x = Slice.ones(summed * count, 3);

        a.set(d % columns * rows + d % rows, special);
        Slice y = product(transposed, a, rows, columns, x, count);
        int hit = transposed ? d % columns : d % rows;
        batchEntries(() -> what + d % rows + ", " + d % columns + ") of A", y, entries,
                p -> p % entries == hit ? special : summed);

        a.set(d % columns * rows + d % rows, 1);
        x.set(d % count * summed + d % summed, special);
        y = product(transposed, a, rows, columns, x, count);
        batchEntries(() -> what + d % summed + ", " + d % count + ") of X", y, entries,
                p -> p / entries == d % count ? special : summed);
    }

    private Slice product(boolean transposed, Slice a, int rows, int columns, Slice x, int count) {
        Slice y = Slice.output((transposed ? columns : rows) * count, 1);
        if (transposed) {
            kernels.gemmTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count,
                    y.array(), y.offset());
        } else {
            kernels.gemm(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, y.array(),
                    y.offset());
        }
        return y;
    }

    private static void batchEntries(Supplier<String> what, Slice y, int entries,
            IntToDoubleFunction expected) {
        for (int p = 0; p < y.length(); p++) {
            int seen = p;
            same(
                    () -> what.get() + ", entry " + seen % entries + " of column " + seen / entries,
                    y.get(p),
                    expected.applyAsDouble(p));
        }
    }

    void softThreshold() {
        double[][] table = { // entry, threshold, expected
            {Double.NaN, 0, Double.NaN},
            {Double.NaN, 1, Double.NaN},
            {Double.NaN, INFINITY, Double.NaN},
            {INFINITY, 1, INFINITY},
            {-INFINITY, 1, -INFINITY},
            {INFINITY, Double.MAX_VALUE, INFINITY},
            {INFINITY, INFINITY, Double.NaN},
            {-INFINITY, INFINITY, Double.NaN},
            {-5, INFINITY, -0.0},
            {5, INFINITY, 0.0},
            {-0.0, 0, -0.0},
            {0.0, 0, 0.0},
            {-0.0, 1, -0.0},
            {-1, 1, -0.0},
            {1, 1, 0.0},
            {-Double.MIN_VALUE, 0, -Double.MIN_VALUE},
            {Double.MAX_VALUE, 0, Double.MAX_VALUE},
        };
        for (int length : lengths) {
            for (int k = 0; k < length; k++) {
                for (double[] row : table) {
                    Slice x = Slice.ones(length, 1);
                    Slice out = Slice.output(length, 3);
                    x.set(k, row[0]);
                    kernels.softThreshold(x.array(), 1, row[1], out.array(), 3, length);
                    for (int i = 0; i < length; i++) {
                        int place = k;
                        int seen = i;
                        same(
                                () -> "softThreshold of " + row[0] + " by " + row[1] + " at entry " + place
                                        + " of " + length
                                        + ", seen at entry " + seen,
                                out.get(i),
                                i == k ? row[2] : Math.max(1 - row[1], 0));
                    }
                }
            }
        }
    }

    void norms() {
        double[] specials = {Double.NaN, INFINITY, -INFINITY};
        double[] companions = {1, 0, 0x1p1000, INFINITY, Double.NaN};
        for (int length : lengths) {
            for (int k = 0; k < length; k++) {
                for (double special : specials) {
                    for (double companion : companions) {
                        norms(length, k, special, companion);
                    }
                }
            }
            String what = " of " + length + " zeros";
            double[] zeros = new double[length];
            same(() -> "norm1" + what, kernels.norm1(zeros, 0, length), 0);
            same(() -> "norm2" + what, kernels.norm2(zeros, 0, length), 0);
            same(() -> "normInf" + what, kernels.normInf(zeros, 0, length), 0);
        }
    }

    private void norms(int length, int k, double special, double companion) {
        Slice x = Slice.ones(length, 1);
        x.set((k + 1) % length, companion);
        x.set(k, special);
        boolean nan = Double.isNaN(special) || (length > 1 && Double.isNaN(companion));
        double expected = nan ? Double.NaN : INFINITY;
        String what = " with " + special + " at entry " + k + " of " + length + " and " + companion
                + " after it";
        same(() -> "norm1" + what, kernels.norm1(x.array(), 1, length), expected);
        same(() -> "norm2" + what, kernels.norm2(x.array(), 1, length), expected);
        same(() -> "normInf" + what, kernels.normInf(x.array(), 1, length), expected);
    }
}
