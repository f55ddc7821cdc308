package org.deepsparse.kernel;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API twin: fused multiply-adds on the preferred species, several accumulators to hide their latency,
/// masked tails.
public final class VectorKernels implements KernelSet {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public String name() {
        return "vector (" + LANES + " lanes)";
    }

    static int lanes() {
        return LANES;
    }

    @Override
    public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int k = 0;
        for (; k <= length - 4 * LANES; k += 4 * LANES) {
            s0 = load(a, aOffset + k).fma(load(b, bOffset + k), s0);
            s1 = load(a, aOffset + k + LANES).fma(load(b, bOffset + k + LANES), s1);
            s2 = load(a, aOffset + k + 2 * LANES).fma(load(b, bOffset + k + 2 * LANES), s2);
            s3 = load(a, aOffset + k + 3 * LANES).fma(load(b, bOffset + k + 3 * LANES), s3);
        }
        for (; k < length; k += LANES) {
            VectorMask<Double> inside = SPECIES.indexInRange(k, length);
            s0 = load(a, aOffset + k, inside).fma(load(b, bOffset + k, inside), s0);
        }
        return s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        DoubleVector factor = DoubleVector.broadcast(SPECIES, alpha);
        int k = 0;
        for (; k <= length - LANES; k += LANES) {
            load(x, xOffset + k).fma(factor, load(y, yOffset + k)).intoArray(y, yOffset + k);
        }
        if (k < length) {
            VectorMask<Double> inside = SPECIES.indexInRange(k, length);
            load(x, xOffset + k, inside)
                    .fma(factor, load(y, yOffset + k, inside))
                    .intoArray(y, yOffset + k, inside);
        }
    }

    /// Column by column: y stays in cache while A streams through once.
    @Override
    public void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        Arrays.fill(y, yOffset, yOffset + rows, 0);
        for (int j = 0; j < columns; j++) {
            axpy(x[xOffset + j], a, aOffset + j * rows, y, yOffset, rows);
        }
    }

    /// Four columns at a time share the loads of x.
    @Override
    public void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        int j = 0;
        for (; j <= columns - 4; j += 4) {
            fourDots(a, aOffset + j * rows, rows, x, xOffset, y, yOffset + j);
        }
        for (; j < columns; j++) {
            y[yOffset + j] = dot(a, aOffset + j * rows, x, xOffset, rows);
        }
    }

    private static void fourDots(double[] a, int aOffset, int rows, double[] x, int xOffset, double[] y, int yOffset) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        DoubleVector t0 = s0;
        DoubleVector t1 = s0;
        DoubleVector t2 = s0;
        DoubleVector t3 = s0;
        int k = 0;
        for (; k <= rows - 2 * LANES; k += 2 * LANES) {
            DoubleVector u = load(x, xOffset + k);
            DoubleVector v = load(x, xOffset + k + LANES);
            int p = aOffset + k;
            s0 = load(a, p).fma(u, s0);
            s1 = load(a, p + rows).fma(u, s1);
            s2 = load(a, p + 2 * rows).fma(u, s2);
            s3 = load(a, p + 3 * rows).fma(u, s3);
            t0 = load(a, p + LANES).fma(v, t0);
            t1 = load(a, p + LANES + rows).fma(v, t1);
            t2 = load(a, p + LANES + 2 * rows).fma(v, t2);
            t3 = load(a, p + LANES + 3 * rows).fma(v, t3);
        }
        for (; k < rows; k += LANES) {
            VectorMask<Double> inside = SPECIES.indexInRange(k, rows);
            DoubleVector u = load(x, xOffset + k, inside);
            int p = aOffset + k;
            s0 = load(a, p, inside).fma(u, s0);
            s1 = load(a, p + rows, inside).fma(u, s1);
            s2 = load(a, p + 2 * rows, inside).fma(u, s2);
            s3 = load(a, p + 3 * rows, inside).fma(u, s3);
        }
        y[yOffset] = s0.add(t0).reduceLanes(VectorOperators.ADD);
        y[yOffset + 1] = s1.add(t1).reduceLanes(VectorOperators.ADD);
        y[yOffset + 2] = s2.add(t2).reduceLanes(VectorOperators.ADD);
        y[yOffset + 3] = s3.add(t3).reduceLanes(VectorOperators.ADD);
    }

    @Override
    public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset, int length) {
        int k = 0;
        for (; k <= length - LANES; k += LANES) {
            shrink(load(x, xOffset + k), theta).intoArray(out, outOffset + k);
        }
        if (k < length) {
            VectorMask<Double> inside = SPECIES.indexInRange(k, length);
            shrink(load(x, xOffset + k, inside), theta).intoArray(out, outOffset + k, inside);
        }
    }

    /// The sign bit of t is put back onto max(abs(t) - theta, 0).
    private static DoubleVector shrink(DoubleVector t, double theta) {
        DoubleVector magnitude = t.abs().sub(theta).max(0);
        return magnitude
                .reinterpretAsLongs()
                .or(t.reinterpretAsLongs().and(Long.MIN_VALUE))
                .reinterpretAsDoubles();
    }

    @Override
    public double norm1(double[] x, int xOffset, int length) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += LANES) {
            sum = sum.add(load(x, xOffset + k, SPECIES.indexInRange(k, length)).abs());
        }
        return sum.reduceLanes(VectorOperators.ADD);
    }

    @Override
    public double norm2(double[] x, int xOffset, int length) {
        double scale = PowerOfTwoScale.of(normInf(x, xOffset, length));
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += LANES) {
            DoubleVector scaled =
                    load(x, xOffset + k, SPECIES.indexInRange(k, length)).mul(scale);
            sum = scaled.fma(scaled, sum);
        }
        return Math.sqrt(sum.reduceLanes(VectorOperators.ADD)) / scale;
    }

    @Override
    public double normInf(double[] x, int xOffset, int length) {
        DoubleVector largest = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += LANES) {
            largest = largest.max(
                    load(x, xOffset + k, SPECIES.indexInRange(k, length)).abs());
        }
        return largest.reduceLanes(VectorOperators.MAX);
    }

    private static DoubleVector load(double[] array, int index) {
        return DoubleVector.fromArray(SPECIES, array, index);
    }

    private static DoubleVector load(double[] array, int index, VectorMask<Double> inside) {
        return DoubleVector.fromArray(SPECIES, array, index, inside);
    }
}
