package org.deepsparse.properties.kernel;

import static org.deepsparse.properties.kernel.Comparison.ordered;
import static org.deepsparse.properties.kernel.Comparison.same;
import static org.deepsparse.properties.kernel.Comparison.within;
import static org.deepsparse.properties.kernel.Comparison.withinOfRoot;
import static org.deepsparse.properties.kernel.Comparison.writesOnlyItsSlice;

import java.util.function.Supplier;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.KernelSet;

/// Each kernel at random operands: the exact result within the [ErrorBound], the same bits as the
/// [ContractOrder], nothing written outside of the slice. Entries around the operands are NaN, so that a
/// kernel that reads one is off by NaN.
record AccuracyLaws(KernelSet kernels) {

    void dot(Slice a, Slice b) {
        Supplier<String> what = () -> "dot of " + describe(a, b);
        double result = kernels.dot(a.array(), a.offset(), b.array(), b.offset(), a.length());
        double bound = ErrorBound.dot(a.array(), a.offset(), b.array(), b.offset(), a.length());
        within(what, result, () -> ExactResult.dot(a, b), bound);
        ordered(what, result, ContractOrder.dot(a, b));
    }

    /// Out of place and in place.
    void axpy(double alpha, Slice x, Slice start) {
        Slice y = start.copyToWrite();
        Slice before = y.copy();
        kernels.axpy(alpha, x.array(), x.offset(), y.array(), y.offset(), x.length());
        axpyEntries(() -> "axpy of " + describe(x, y), alpha, x, before, y);

        Slice both = x.copyToWrite();
        Slice bothBefore = both.copy();
        kernels.axpy(alpha, both.array(), both.offset(), both.array(), both.offset(), both.length());
        axpyEntries(() -> "axpy in place of " + describe(both), alpha, bothBefore, bothBefore, both);
    }

    private static void axpyEntries(Supplier<String> what, double alpha, Slice x, Slice before, Slice y) {
        for (int k = 0; k < x.length(); k++) {
            int at = k;
            Supplier<String> entry = () -> what.get() + " with factor " + alpha + ", entry " + at;
            double xk = x.get(k);
            double yk = before.get(k);
            within(entry, y.get(k), () -> ExactResult.axpy(alpha, xk, yk), ErrorBound.axpy(alpha, xk, yk));
            ordered(entry, y.get(k), ContractOrder.axpy(alpha, xk, yk));
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
        Supplier<String> what = () -> "gemv of " + rows + " x " + columns + " at offsets " + offsets(a, x, y);
        for (int i = 0; i < rows; i++) {
            int row = i;
            Supplier<String> entry = () -> what.get() + ", entry " + row;
            within(entry, y.get(i), () -> ExactResult.gemv(a, rows, x, row), bound[i]);
            ordered(entry, y.get(i), ContractOrder.gemv(a, rows, x, i));
        }
        writesOnlyItsSlice(what, before, y);
    }

    void gemvTransposed(Slice a, int columns, Slice x, int yOffset) {
        int rows = x.length();
        Slice y = Slice.output(columns, yOffset);
        Slice before = y.copy();
        kernels.gemvTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), y.array(),
                yOffset);
        double[] bound = new double[columns];
        ErrorBound.gemvTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), bound, 0);
        Supplier<String> what = () -> "gemvTransposed of " + rows + " x " + columns + " at offsets "
                + offsets(a, x, y);
        for (int j = 0; j < columns; j++) {
            int column = j;
            Supplier<String> entry = () -> what.get() + ", entry " + column;
            within(entry, y.get(j), () -> ExactResult.gemvTransposed(a, x, column), bound[j]);
            ordered(entry, y.get(j), ContractOrder.gemvTransposed(a, x, j));
        }
        writesOnlyItsSlice(what, before, y);
    }

    void gemm(Slice a, int rows, int columns, Slice x, int count, int yOffset) {
        Slice y = Slice.output(rows * count, yOffset);
        Slice before = y.copy();
        kernels.gemm(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, y.array(), yOffset);
        double[] bound = new double[rows * count];
        ErrorBound.gemm(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, bound, 0);
        Supplier<String> what = () -> "gemm of " + rows + " x " + columns + " with " + count
                + " columns at offsets " + offsets(a, x, y);
        for (int k = 0; k < count; k++) {
            Slice column = x.column(k, columns);
            int number = k;
            for (int i = 0; i < rows; i++) {
                int p = k * rows + i;
                int row = i;
                Supplier<String> entry = () -> what.get() + ", entry " + row + " of column " + number;
                within(entry, y.get(p), () -> ExactResult.gemv(a, rows, column, row), bound[p]);
                ordered(entry, y.get(p), ContractOrder.gemv(a, rows, column, i));
            }
        }
        writesOnlyItsSlice(what, before, y);
    }

    void gemmTransposed(Slice a, int rows, int columns, Slice x, int count, int yOffset) {
        Slice y = Slice.output(columns * count, yOffset);
        Slice before = y.copy();
        kernels.gemmTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, y.array(),
                yOffset);
        double[] bound = new double[columns * count];
        ErrorBound.gemmTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, bound,
                0);
        Supplier<String> what = () -> "gemmTransposed of " + rows + " x " + columns + " with " + count
                + " columns at offsets "
                + offsets(a, x, y);
        for (int k = 0; k < count; k++) {
            Slice column = x.column(k, rows);
            int number = k;
            for (int j = 0; j < columns; j++) {
                int p = k * columns + j;
                int atom = j;
                Supplier<String> entry = () -> what.get() + ", entry " + atom + " of column " + number;
                within(entry, y.get(p), () -> ExactResult.gemvTransposed(a, column, atom), bound[p]);
                ordered(entry, y.get(p), ContractOrder.gemvTransposed(a, column, j));
            }
        }
        writesOnlyItsSlice(what, before, y);
    }

    /// Out of place and in place.
    void softThreshold(Slice x, double theta, int outOffset) {
        Slice out = Slice.output(x.length(), outOffset);
        Slice before = out.copy();
        kernels.softThreshold(x.array(), x.offset(), theta, out.array(), outOffset, x.length());
        shrunkEntries(() -> "softThreshold of " + describe(x, out), x, theta, before, out);

        Slice both = x.copyToWrite();
        Slice bothBefore = both.copy();
        kernels.softThreshold(both.array(), both.offset(), theta, both.array(), both.offset(), both.length());
        shrunkEntries(() -> "softThreshold in place of " + describe(both), x, theta, bothBefore, both);
    }

    private static void shrunkEntries(Supplier<String> what, Slice x, double theta, Slice before, Slice out) {
        for (int k = 0; k < x.length(); k++) {
            int entry = k;
            same(
                    () -> what.get() + " by " + theta + ", entry " + entry + " = " + x.get(entry),
                    out.get(k),
                    ExactResult.softThreshold(x.get(k), theta));
        }
        writesOnlyItsSlice(what, before, out);
    }

    void norm1(Slice x) {
        Supplier<String> what = () -> "norm1 of " + describe(x);
        double result = kernels.norm1(x.array(), x.offset(), x.length());
        within(what, result, () -> ExactResult.norm1(x), ErrorBound.norm1(x.array(), x.offset(), x.length()));
        ordered(what, result, ContractOrder.norm1(x));
    }

    void norm2(Slice x) {
        Supplier<String> what = () -> "norm2 of " + describe(x);
        double result = kernels.norm2(x.array(), x.offset(), x.length());
        withinOfRoot(what, result, () -> ExactResult.norm2Squared(x),
                ErrorBound.norm2(x.array(), x.offset(), x.length()));
        ordered(what, result, ContractOrder.norm2(x));
    }

    void normInf(Slice x) {
        same(() -> "normInf of " + describe(x), kernels.normInf(x.array(), x.offset(), x.length()),
                ExactResult.normInf(x));
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
