package org.deepsparse.properties.kernel;

import static org.deepsparse.properties.kernel.Comparison.same;
import static org.deepsparse.properties.kernel.Comparison.within;
import static org.deepsparse.properties.kernel.Comparison.withinOfRoot;
import static org.deepsparse.properties.kernel.Comparison.writesOnlyItsSlice;

import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.KernelSet;

/// Each kernel at finite operands: the exact result within the [ErrorBound], the very double where the contract leaves
/// no choice, nothing written outside of the slice. Entries around the operands are NaN, so that a kernel that reads
/// one is off by NaN.
record AccuracyLaws(KernelSet kernels) {

    void dot(Slice a, Slice b) {
        within(
                "dot of " + describe(a, b),
                kernels.dot(a.array(), a.offset(), b.array(), b.offset(), a.length()),
                ExactResult.dot(a, b),
                ErrorBound.dot(a.array(), a.offset(), b.array(), b.offset(), a.length()));
    }

    /// Out of place and in place.
    void axpy(double alpha, Slice x, Slice start) {
        Slice y = start.copyToWrite();
        Slice before = y.copy();
        kernels.axpy(alpha, x.array(), x.offset(), y.array(), y.offset(), x.length());
        axpyEntries("axpy of " + describe(x, y), alpha, x, before, y);

        Slice both = x.copyToWrite();
        Slice bothBefore = both.copy();
        kernels.axpy(alpha, both.array(), both.offset(), both.array(), both.offset(), both.length());
        axpyEntries("axpy in place of " + describe(both), alpha, bothBefore, bothBefore, both);
    }

    private static void axpyEntries(String what, double alpha, Slice x, Slice before, Slice y) {
        for (int k = 0; k < x.length(); k++) {
            within(
                    what + " with factor " + alpha + ", entry " + k,
                    y.get(k),
                    ExactResult.axpy(alpha, x.get(k), before.get(k)),
                    ErrorBound.axpy(alpha, x.get(k), before.get(k)));
        }
        writesOnlyItsSlice(what, before, y);
    }

    void gemv(Slice a, int rows, Slice x, int yOffset) {
        int columns = x.length();
        Slice y = Slice.output(rows, yOffset);
        Slice before = y.copy();
        kernels.gemv(a.array(), a.offset(), rows, columns, x.array(), x.offset(), y.array(), yOffset);
        double[] bound = new double[rows];
        ErrorBound.gemv(a.array(), a.offset(), rows, columns, x.array(), x.offset(), bound, 0);
        String what = "gemv of " + rows + " x " + columns + " at offsets " + offsets(a, x, y);
        for (int i = 0; i < rows; i++) {
            within(what + ", entry " + i, y.get(i), ExactResult.gemv(a, rows, x, i), bound[i]);
        }
        writesOnlyItsSlice(what, before, y);
    }

    void gemvTransposed(Slice a, int columns, Slice x, int yOffset) {
        int rows = x.length();
        Slice y = Slice.output(columns, yOffset);
        Slice before = y.copy();
        kernels.gemvTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), y.array(), yOffset);
        double[] bound = new double[columns];
        ErrorBound.gemvTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), bound, 0);
        String what = "gemvTransposed of " + rows + " x " + columns + " at offsets " + offsets(a, x, y);
        for (int j = 0; j < columns; j++) {
            within(what + ", entry " + j, y.get(j), ExactResult.gemvTransposed(a, x, j), bound[j]);
        }
        writesOnlyItsSlice(what, before, y);
    }

    void gemm(Slice a, int rows, int columns, Slice x, int count, int yOffset) {
        Slice y = Slice.output(rows * count, yOffset);
        Slice before = y.copy();
        kernels.gemm(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, y.array(), yOffset);
        double[] bound = new double[rows * count];
        ErrorBound.gemm(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, bound, 0);
        String what = "gemm of " + rows + " x " + columns + " with " + count + " columns at offsets " + offsets(a, x, y);
        for (int k = 0; k < count; k++) {
            Slice column = x.column(k, columns);
            for (int i = 0; i < rows; i++) {
                int p = k * rows + i;
                within(what + ", entry " + i + " of column " + k, y.get(p), ExactResult.gemv(a, rows, column, i), bound[p]);
            }
        }
        writesOnlyItsSlice(what, before, y);
    }

    void gemmTransposed(Slice a, int rows, int columns, Slice x, int count, int yOffset) {
        Slice y = Slice.output(columns * count, yOffset);
        Slice before = y.copy();
        kernels.gemmTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, y.array(), yOffset);
        double[] bound = new double[columns * count];
        ErrorBound.gemmTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, bound, 0);
        String what = "gemmTransposed of " + rows + " x " + columns + " with " + count + " columns at offsets " + offsets(a, x, y);
        for (int k = 0; k < count; k++) {
            Slice column = x.column(k, rows);
            for (int j = 0; j < columns; j++) {
                int p = k * columns + j;
                within(what + ", entry " + j + " of column " + k, y.get(p), ExactResult.gemvTransposed(a, column, j), bound[p]);
            }
        }
        writesOnlyItsSlice(what, before, y);
    }

    /// Out of place and in place.
    void softThreshold(Slice x, double theta, int outOffset) {
        Slice out = Slice.output(x.length(), outOffset);
        Slice before = out.copy();
        kernels.softThreshold(x.array(), x.offset(), theta, out.array(), outOffset, x.length());
        shrunkEntries("softThreshold of " + describe(x, out), x, theta, before, out);

        Slice both = x.copyToWrite();
        Slice bothBefore = both.copy();
        kernels.softThreshold(both.array(), both.offset(), theta, both.array(), both.offset(), both.length());
        shrunkEntries("softThreshold in place of " + describe(both), x, theta, bothBefore, both);
    }

    private static void shrunkEntries(String what, Slice x, double theta, Slice before, Slice out) {
        for (int k = 0; k < x.length(); k++) {
            same(
                    what + " by " + theta + ", entry " + k + " = " + x.get(k),
                    out.get(k),
                    ExactResult.softThreshold(x.get(k), theta));
        }
        writesOnlyItsSlice(what, before, out);
    }

    void norm1(Slice x) {
        within(
                "norm1 of " + describe(x),
                kernels.norm1(x.array(), x.offset(), x.length()),
                ExactResult.norm1(x),
                ErrorBound.norm1(x.array(), x.offset(), x.length()));
    }

    void norm2(Slice x) {
        withinOfRoot(
                "norm2 of " + describe(x),
                kernels.norm2(x.array(), x.offset(), x.length()),
                ExactResult.norm2Squared(x),
                ErrorBound.norm2(x.array(), x.offset(), x.length()));
    }

    void normInf(Slice x) {
        same("normInf of " + describe(x), kernels.normInf(x.array(), x.offset(), x.length()), ExactResult.normInf(x));
    }

    private static String describe(Slice x) {
        return x.length() + " entries at offset " + x.offset();
    }

    private static String describe(Slice x, Slice y) {
        return x.length() + " entries at offsets " + x.offset() + " and " + y.offset();
    }

    private static String offsets(Slice a, Slice x, Slice y) {
        return a.offset() + ", " + x.offset() + " and " + y.offset();
    }
}
