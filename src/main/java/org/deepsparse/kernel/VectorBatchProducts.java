package org.deepsparse.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// Matrix times batch, the products of [VectorKernels] that use each load several times: four columns of A
/// meet three columns of the batch, 12 fused multiply-adds for 7 loads. Twelve accumulators, three vectors of
/// one operand and one of the other are the 16 registers that AVX2 has; blocks of four by four are faster on
/// 32 registers and slower on 16.
///
/// The four columns of A stay in the first cache while the whole batch goes by. What does not fill a block
/// goes through [VectorProducts].
final class VectorBatchProducts {

    private static final VectorSpecies<Double> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();
    private static final int PARTIAL_SUMS = KernelSet.PARTIAL_SUMS;

    private VectorBatchProducts() {}

    static void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        int blocked = count - count % 3;
        Arrays.fill(y, yOffset, yOffset + rows * blocked, 0);
        int j = 0;
        for (; j <= columns - 4; j += 4) {
            for (int k = 0; k < blocked; k += 3) {
                addFourColumns(
                        a, aOffset + j * rows, rows, x, xOffset + k * columns + j, columns, y,
                        yOffset + k * rows);
            }
        }
        for (; j < columns; j++) {
            for (int k = 0; k < blocked; k++) {
                double factor = x[xOffset + k * columns + j];
                VectorProducts.axpy(factor, a, aOffset + j * rows, y, yOffset + k * rows, rows);
            }
        }
        for (int k = blocked; k < count; k++) {
            VectorProducts.gemv(a, aOffset, rows, columns, x, xOffset + k * columns, y, yOffset + k * rows);
        }
    }

    /// `y_k := y_k + a_0 x_0k + a_1 x_1k + a_2 x_2k + a_3 x_3k` for four adjacent columns of A and three of
    /// Y.
    private static void addFourColumns(
            double[] a, int aOffset, int rows, double[] x, int xOffset, int columns, double[] y,
            int yOffset) {
        int p = xOffset;
        DoubleVector x00 = DoubleVector.broadcast(SPECIES, x[p]);
        DoubleVector x10 = DoubleVector.broadcast(SPECIES, x[p + 1]);
        DoubleVector x20 = DoubleVector.broadcast(SPECIES, x[p + 2]);
        DoubleVector x30 = DoubleVector.broadcast(SPECIES, x[p + 3]);
        p += columns;
        DoubleVector x01 = DoubleVector.broadcast(SPECIES, x[p]);
        DoubleVector x11 = DoubleVector.broadcast(SPECIES, x[p + 1]);
        DoubleVector x21 = DoubleVector.broadcast(SPECIES, x[p + 2]);
        DoubleVector x31 = DoubleVector.broadcast(SPECIES, x[p + 3]);
        p += columns;
        DoubleVector x02 = DoubleVector.broadcast(SPECIES, x[p]);
        DoubleVector x12 = DoubleVector.broadcast(SPECIES, x[p + 1]);
        DoubleVector x22 = DoubleVector.broadcast(SPECIES, x[p + 2]);
        DoubleVector x32 = DoubleVector.broadcast(SPECIES, x[p + 3]);
        int i = 0;
        for (; i <= rows - LANES; i += LANES) {
            int q = aOffset + i;
            int r = yOffset + i;
            DoubleVector s = DoubleVector.fromArray(SPECIES, a, q);
            DoubleVector y0 = s.fma(x00, DoubleVector.fromArray(SPECIES, y, r));
            DoubleVector y1 = s.fma(x01, DoubleVector.fromArray(SPECIES, y, r + rows));
            DoubleVector y2 = s.fma(x02, DoubleVector.fromArray(SPECIES, y, r + 2 * rows));
            s = DoubleVector.fromArray(SPECIES, a, q + rows);
            y0 = s.fma(x10, y0);
            y1 = s.fma(x11, y1);
            y2 = s.fma(x12, y2);
            s = DoubleVector.fromArray(SPECIES, a, q + 2 * rows);
            y0 = s.fma(x20, y0);
            y1 = s.fma(x21, y1);
            y2 = s.fma(x22, y2);
            s = DoubleVector.fromArray(SPECIES, a, q + 3 * rows);
            s.fma(x30, y0).intoArray(y, r);
            s.fma(x31, y1).intoArray(y, r + rows);
            s.fma(x32, y2).intoArray(y, r + 2 * rows);
        }
        if (i < rows) {
            addRest(a, aOffset, rows, x, xOffset, columns, y, yOffset, i);
        }
    }

    /// The rows from i on, fewer than a vector holds: the same again, masked. In one method with the loop it
    /// is more than the first compiler takes.
    private static void addRest(
            double[] a, int aOffset, int rows, double[] x, int xOffset, int columns, double[] y, int yOffset,
            int i) {
        VectorMask<Double> rest = SPECIES.indexInRange(i, rows);
        int q = aOffset + i;
        int r = yOffset + i;
        DoubleVector y0 = DoubleVector.fromArray(SPECIES, y, r, rest);
        DoubleVector y1 = DoubleVector.fromArray(SPECIES, y, r + rows, rest);
        DoubleVector y2 = DoubleVector.fromArray(SPECIES, y, r + 2 * rows, rest);
        for (int j = 0; j < 4; j++) {
            int p = xOffset + j;
            DoubleVector s = DoubleVector.fromArray(SPECIES, a, q + j * rows, rest);
            y0 = s.fma(DoubleVector.broadcast(SPECIES, x[p]), y0);
            y1 = s.fma(DoubleVector.broadcast(SPECIES, x[p + columns]), y1);
            y2 = s.fma(DoubleVector.broadcast(SPECIES, x[p + 2 * columns]), y2);
        }
        y0.intoArray(y, r, rest);
        y1.intoArray(y, r + rows, rest);
        y2.intoArray(y, r + 2 * rows, rest);
    }

    static void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        double[] sums = new double[12 * PARTIAL_SUMS];
        int blocked = count - count % 3;
        int j = 0;
        for (; j <= columns - 4; j += 4) {
            for (int k = 0; k < blocked; k += 3) {
                for (int part = 0; part < PARTIAL_SUMS; part += LANES) {
                    partOfTwelveDots(a, aOffset + j * rows, rows, x, xOffset + k * rows, sums, part);
                }
                for (int b = 0; b < 12; b++) {
                    int column = j + b % 4;
                    int of = k + b / 4;
                    y[yOffset + of * columns + column] = VectorProducts.finished(
                            sums, b * PARTIAL_SUMS, a, aOffset + column * rows, x, xOffset + of * rows, rows);
                }
            }
        }
        for (; j < columns; j++) {
            for (int k = 0; k < blocked; k++) {
                y[yOffset + k * columns + j] = VectorProducts.dot(a, aOffset + j * rows, x,
                        xOffset + k * rows, rows);
            }
        }
        for (int k = blocked; k < count; k++) {
            VectorProducts.gemvTransposed(a, aOffset, rows, columns, x, xOffset + k * rows, y,
                    yOffset + k * columns);
        }
    }

    /// The partial sums from `part` on, as many as a vector holds, of the inner products of four adjacent
    /// columns of A with three of X. The eight sums of column j of A with column k of X stand at
    /// `8 (4 k + j)`.
    private static void partOfTwelveDots(
            double[] a, int aOffset, int rows, double[] x, int xOffset, double[] sums, int part) {
        DoubleVector s00 = DoubleVector.zero(SPECIES);
        DoubleVector s10 = s00;
        DoubleVector s20 = s00;
        DoubleVector s30 = s00;
        DoubleVector s01 = s00;
        DoubleVector s11 = s00;
        DoubleVector s21 = s00;
        DoubleVector s31 = s00;
        DoubleVector s02 = s00;
        DoubleVector s12 = s00;
        DoubleVector s22 = s00;
        DoubleVector s32 = s00;
        for (int i = part; i < rows - rows % PARTIAL_SUMS; i += PARTIAL_SUMS) {
            int p = aOffset + i;
            int q = xOffset + i;
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, x, q);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, x, q + rows);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, x, q + 2 * rows);
            DoubleVector t = DoubleVector.fromArray(SPECIES, a, p);
            s00 = t.fma(x0, s00);
            s01 = t.fma(x1, s01);
            s02 = t.fma(x2, s02);
            t = DoubleVector.fromArray(SPECIES, a, p + rows);
            s10 = t.fma(x0, s10);
            s11 = t.fma(x1, s11);
            s12 = t.fma(x2, s12);
            t = DoubleVector.fromArray(SPECIES, a, p + 2 * rows);
            s20 = t.fma(x0, s20);
            s21 = t.fma(x1, s21);
            s22 = t.fma(x2, s22);
            t = DoubleVector.fromArray(SPECIES, a, p + 3 * rows);
            s30 = t.fma(x0, s30);
            s31 = t.fma(x1, s31);
            s32 = t.fma(x2, s32);
        }
        int r = part;
        s00.intoArray(sums, r);
        s10.intoArray(sums, r + PARTIAL_SUMS);
        s20.intoArray(sums, r + 2 * PARTIAL_SUMS);
        s30.intoArray(sums, r + 3 * PARTIAL_SUMS);
        r += 4 * PARTIAL_SUMS;
        s01.intoArray(sums, r);
        s11.intoArray(sums, r + PARTIAL_SUMS);
        s21.intoArray(sums, r + 2 * PARTIAL_SUMS);
        s31.intoArray(sums, r + 3 * PARTIAL_SUMS);
        r += 4 * PARTIAL_SUMS;
        s02.intoArray(sums, r);
        s12.intoArray(sums, r + PARTIAL_SUMS);
        s22.intoArray(sums, r + 2 * PARTIAL_SUMS);
        s32.intoArray(sums, r + 3 * PARTIAL_SUMS);
    }
}
