package org.deepsparse.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Inner products, multiples added and matrix-vector products of [VectorKernels].
///
/// A fused multiply-add takes one load of A whatever is done, so the loads of x and the stores of y are what
/// blocking saves: four columns at a time share them. Each block is a method of its own with a single loop,
/// small enough for every tier of the JIT. How inner products keep to the order of the contract:
/// [VectorKernels].
final class VectorProducts {

    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int PARTIAL_SUMS = KernelSet.PARTIAL_SUMS;

    private VectorProducts() {}

    static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        double[] sums = new double[PARTIAL_SUMS];
        for (int part = 0; part < PARTIAL_SUMS; part += LANES) {
            partOfDot(a, aOffset, b, bOffset, length, sums, part);
        }
        return finished(sums, 0, a, aOffset, b, bOffset, length);
    }

    /// The partial sums from `part` on, as many as a vector holds, of whole rounds of eight entries.
    private static void partOfDot(
            double[] a, int aOffset, double[] b, int bOffset, int length, double[] sums, int part) {
        DoubleVector s = DoubleVector.zero(SPECIES);
        for (int k = part; k < length - length % PARTIAL_SUMS; k += PARTIAL_SUMS) {
            s = DoubleVector.fromArray(SPECIES, a, aOffset + k)
                    .fma(DoubleVector.fromArray(SPECIES, b, bOffset + k), s);
        }
        s.intoArray(sums, part);
    }

    /// The inner product whose eight partial sums of whole rounds of entries stand at `from`: adds what
    /// remains behind these rounds, then the sums.
    static double finished(double[] sums, int from, double[] a, int aOffset, double[] b, int bOffset,
            int length) {
        int whole = length - length % PARTIAL_SUMS;
        for (int k = whole; k < length; k++) {
            int p = from + k - whole;
            sums[p] = Math.fma(a[aOffset + k], b[bOffset + k], sums[p]);
        }
        return total(sums, from);
    }

    /// The eight partial sums at p, added by halving.
    static double total(double[] s, int p) {
        return ((s[p] + s[p + 4]) + (s[p + 2] + s[p + 6])) + ((s[p + 1] + s[p + 5]) + (s[p + 3] + s[p + 7]));
    }

    static void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        DoubleVector factor = DoubleVector.broadcast(SPECIES, alpha);
        int k = 0;
        for (; k <= length - LANES; k += LANES) {
            DoubleVector.fromArray(SPECIES, x, xOffset + k)
                    .fma(factor, DoubleVector.fromArray(SPECIES, y, yOffset + k))
                    .intoArray(y, yOffset + k);
        }
        if (k < length) {
            VectorMask<Double> rest = SPECIES.indexInRange(k, length);
            DoubleVector.fromArray(SPECIES, x, xOffset + k, rest)
                    .fma(factor, DoubleVector.fromArray(SPECIES, y, yOffset + k, rest))
                    .intoArray(y, yOffset + k, rest);
        }
    }

    static void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        Arrays.fill(y, yOffset, yOffset + rows, 0);
        int j = 0;
        for (; j <= columns - 4; j += 4) {
            addFourColumns(a, aOffset + j * rows, rows, x, xOffset + j, y, yOffset);
        }
        for (; j < columns; j++) {
            axpy(x[xOffset + j], a, aOffset + j * rows, y, yOffset, rows);
        }
    }

    /// `y := y + a_0 x_0 + a_1 x_1 + a_2 x_2 + a_3 x_3` for adjacent columns a_j.
    private static void addFourColumns(
            double[] a, int aOffset, int rows, double[] x, int xOffset, double[] y, int yOffset) {
        DoubleVector x0 = DoubleVector.broadcast(SPECIES, x[xOffset]);
        DoubleVector x1 = DoubleVector.broadcast(SPECIES, x[xOffset + 1]);
        DoubleVector x2 = DoubleVector.broadcast(SPECIES, x[xOffset + 2]);
        DoubleVector x3 = DoubleVector.broadcast(SPECIES, x[xOffset + 3]);
        int i = 0;
        for (; i <= rows - LANES; i += LANES) {
            int p = aOffset + i;
            DoubleVector s = DoubleVector.fromArray(SPECIES, y, yOffset + i);
            s = DoubleVector.fromArray(SPECIES, a, p).fma(x0, s);
            s = DoubleVector.fromArray(SPECIES, a, p + rows).fma(x1, s);
            s = DoubleVector.fromArray(SPECIES, a, p + 2 * rows).fma(x2, s);
            s = DoubleVector.fromArray(SPECIES, a, p + 3 * rows).fma(x3, s);
            s.intoArray(y, yOffset + i);
        }
        if (i < rows) {
            VectorMask<Double> rest = SPECIES.indexInRange(i, rows);
            int p = aOffset + i;
            DoubleVector s = DoubleVector.fromArray(SPECIES, y, yOffset + i, rest);
            s = DoubleVector.fromArray(SPECIES, a, p, rest).fma(x0, s);
            s = DoubleVector.fromArray(SPECIES, a, p + rows, rest).fma(x1, s);
            s = DoubleVector.fromArray(SPECIES, a, p + 2 * rows, rest).fma(x2, s);
            s = DoubleVector.fromArray(SPECIES, a, p + 3 * rows, rest).fma(x3, s);
            s.intoArray(y, yOffset + i, rest);
        }
    }

    static void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        double[] sums = new double[4 * PARTIAL_SUMS];
        int j = 0;
        for (; j <= columns - 4; j += 4) {
            for (int part = 0; part < PARTIAL_SUMS; part += LANES) {
                partOfFourDots(a, aOffset + j * rows, rows, x, xOffset, sums, part);
            }
            for (int c = 0; c < 4; c++) {
                y[yOffset + j + c] = finished(sums, c * PARTIAL_SUMS, a, aOffset + (j + c) * rows, x, xOffset,
                        rows);
            }
        }
        for (; j < columns; j++) {
            y[yOffset + j] = dot(a, aOffset + j * rows, x, xOffset, rows);
        }
    }

    /// The partial sums from `part` on, as many as a vector holds, of the inner products of x with four
    /// adjacent columns.
    private static void partOfFourDots(
            double[] a, int aOffset, int rows, double[] x, int xOffset, double[] sums, int part) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        for (int i = part; i < rows - rows % PARTIAL_SUMS; i += PARTIAL_SUMS) {
            int p = aOffset + i;
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, xOffset + i);
            s0 = DoubleVector.fromArray(SPECIES, a, p).fma(t, s0);
            s1 = DoubleVector.fromArray(SPECIES, a, p + rows).fma(t, s1);
            s2 = DoubleVector.fromArray(SPECIES, a, p + 2 * rows).fma(t, s2);
            s3 = DoubleVector.fromArray(SPECIES, a, p + 3 * rows).fma(t, s3);
        }
        s0.intoArray(sums, part);
        s1.intoArray(sums, part + PARTIAL_SUMS);
        s2.intoArray(sums, part + 2 * PARTIAL_SUMS);
        s3.intoArray(sums, part + 3 * PARTIAL_SUMS);
    }
}
