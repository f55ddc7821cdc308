package org.deepsparse.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Inner products, multiples added and matrix-vector products of [VectorKernels].
///
/// A fused multiply-add takes one load of A whatever is done, so the loads of x and the stores of y are what blocking
/// saves: four columns at a time share them. Each block is a method of its own with a single loop, small enough for
/// every tier of the JIT.
final class VectorProducts {

    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private VectorProducts() {}

    static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int k = 0;
        for (; k <= length - 4 * LANES; k += 4 * LANES) {
            int p = aOffset + k;
            int q = bOffset + k;
            s0 = DoubleVector.fromArray(SPECIES, a, p).fma(DoubleVector.fromArray(SPECIES, b, q), s0);
            s1 = DoubleVector.fromArray(SPECIES, a, p + LANES).fma(DoubleVector.fromArray(SPECIES, b, q + LANES), s1);
            s2 = DoubleVector.fromArray(SPECIES, a, p + 2 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, b, q + 2 * LANES), s2);
            s3 = DoubleVector.fromArray(SPECIES, a, p + 3 * LANES)
                    .fma(DoubleVector.fromArray(SPECIES, b, q + 3 * LANES), s3);
        }
        for (; k < length; k += LANES) {
            VectorMask<Double> rest = SPECIES.indexInRange(k, length);
            s0 = DoubleVector.fromArray(SPECIES, a, aOffset + k, rest)
                    .fma(DoubleVector.fromArray(SPECIES, b, bOffset + k, rest), s0);
        }
        return s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
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

    static void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
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
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        int j = 0;
        for (; j <= columns - 4; j += 4) {
            fourDots(a, aOffset + j * rows, rows, x, xOffset, y, yOffset + j);
        }
        for (; j < columns; j++) {
            y[yOffset + j] = dot(a, aOffset + j * rows, x, xOffset, rows);
        }
    }

    /// `y_j := a_j^T x` for four adjacent columns a_j.
    private static void fourDots(double[] a, int aOffset, int rows, double[] x, int xOffset, double[] y, int yOffset) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int i = 0;
        for (; i <= rows - LANES; i += LANES) {
            int p = aOffset + i;
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, xOffset + i);
            s0 = DoubleVector.fromArray(SPECIES, a, p).fma(t, s0);
            s1 = DoubleVector.fromArray(SPECIES, a, p + rows).fma(t, s1);
            s2 = DoubleVector.fromArray(SPECIES, a, p + 2 * rows).fma(t, s2);
            s3 = DoubleVector.fromArray(SPECIES, a, p + 3 * rows).fma(t, s3);
        }
        if (i < rows) {
            VectorMask<Double> rest = SPECIES.indexInRange(i, rows);
            int p = aOffset + i;
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, xOffset + i, rest);
            s0 = DoubleVector.fromArray(SPECIES, a, p, rest).fma(t, s0);
            s1 = DoubleVector.fromArray(SPECIES, a, p + rows, rest).fma(t, s1);
            s2 = DoubleVector.fromArray(SPECIES, a, p + 2 * rows, rest).fma(t, s2);
            s3 = DoubleVector.fromArray(SPECIES, a, p + 3 * rows, rest).fma(t, s3);
        }
        y[yOffset] = s0.reduceLanes(VectorOperators.ADD);
        y[yOffset + 1] = s1.reduceLanes(VectorOperators.ADD);
        y[yOffset + 2] = s2.reduceLanes(VectorOperators.ADD);
        y[yOffset + 3] = s3.reduceLanes(VectorOperators.ADD);
    }
}
