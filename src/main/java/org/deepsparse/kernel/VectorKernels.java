package org.deepsparse.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API twin of [ScalarKernels]: fused multiply-adds on vectors of [one width][VectorWidth], four accumulators
/// to hide their latency, masked tails. Products are in [VectorProducts] and [VectorBatchProducts].
///
/// Every load, store and reduction is spelled out, no helper wraps them: the JIT always inlines the Vector API's own
/// methods, but a wrapper of them is not inlined at a rarely taken place (a tail) once it has been compiled by itself,
/// and then every vector that goes through it is boxed; runs at a fifth of the speed were seen.
public final class VectorKernels implements KernelSet {

    static final VectorSpecies<Double> SPECIES = VectorWidth.species();
    private static final int LANES = SPECIES.length();

    /// How many doubles a vector holds: the width in use ([VectorWidth]) over 64 bits; 1 where the machine has no vectors.
    public static int lanes() {
        return LANES;
    }

    @Override
    public String name() {
        return "vector (" + LANES + " lanes)";
    }

    @Override
    public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        return VectorProducts.dot(a, aOffset, b, bOffset, length);
    }

    @Override
    public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        VectorProducts.axpy(alpha, x, xOffset, y, yOffset, length);
    }

    @Override
    public void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        VectorProducts.gemv(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    @Override
    public void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        VectorProducts.gemvTransposed(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    @Override
    public void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y, int yOffset) {
        VectorBatchProducts.gemm(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    @Override
    public void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y, int yOffset) {
        VectorBatchProducts.gemmTransposed(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    /// Where the shrunk magnitude is negative it is replaced by 0: one comparison, which leaves NaN alone, where the
    /// API's `max` costs six instructions.
    @Override
    public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset, int length) {
        int k = 0;
        for (; k <= length - LANES; k += LANES) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, xOffset + k);
            DoubleVector shrunk = t.abs().sub(theta);
            LongVector sign = t.reinterpretAsLongs().and(Long.MIN_VALUE);
            shrunk.blend(0, shrunk.compare(VectorOperators.LT, 0))
                    .reinterpretAsLongs()
                    .or(sign)
                    .reinterpretAsDoubles()
                    .intoArray(out, outOffset + k);
        }
        if (k < length) {
            VectorMask<Double> rest = SPECIES.indexInRange(k, length);
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, xOffset + k, rest);
            DoubleVector shrunk = t.abs().sub(theta);
            LongVector sign = t.reinterpretAsLongs().and(Long.MIN_VALUE);
            shrunk.blend(0, shrunk.compare(VectorOperators.LT, 0))
                    .reinterpretAsLongs()
                    .or(sign)
                    .reinterpretAsDoubles()
                    .intoArray(out, outOffset + k, rest);
        }
    }

    @Override
    public double norm1(double[] x, int xOffset, int length) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int k = 0;
        for (; k <= length - 4 * LANES; k += 4 * LANES) {
            s0 = s0.add(DoubleVector.fromArray(SPECIES, x, xOffset + k).abs());
            s1 = s1.add(DoubleVector.fromArray(SPECIES, x, xOffset + k + LANES).abs());
            s2 = s2.add(
                    DoubleVector.fromArray(SPECIES, x, xOffset + k + 2 * LANES).abs());
            s3 = s3.add(
                    DoubleVector.fromArray(SPECIES, x, xOffset + k + 3 * LANES).abs());
        }
        for (; k < length; k += LANES) {
            s0 = s0.add(DoubleVector.fromArray(SPECIES, x, xOffset + k, SPECIES.indexInRange(k, length))
                    .abs());
        }
        return s0.add(s1).add(s2.add(s3)).reduceLanes(VectorOperators.ADD);
    }

    /// One pass where the sum of the squares shows that none of them was out of range, else scaled.
    @Override
    public double norm2(double[] x, int xOffset, int length) {
        double squares = VectorProducts.dot(x, xOffset, x, xOffset, length);
        return squares >= 0x1p-900 && squares <= 0x1p900 ? Math.sqrt(squares) : scaledNorm2(x, xOffset, length);
    }

    private double scaledNorm2(double[] x, int xOffset, int length) {
        double scale = PowerOfTwoScale.of(normInf(x, xOffset, length));
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int k = 0; k < length; k += LANES) {
            DoubleVector scaled = DoubleVector.fromArray(SPECIES, x, xOffset + k, SPECIES.indexInRange(k, length))
                    .mul(scale);
            sum = scaled.fma(scaled, sum);
        }
        return Math.sqrt(sum.reduceLanes(VectorOperators.ADD)) / scale;
    }

    /// The bits of nonnegative doubles are ordered as the doubles are, and NaN comes after infinity: an integer maximum
    /// of one instruction replaces a floating-point one of six and lets NaN through.
    @Override
    public double normInf(double[] x, int xOffset, int length) {
        LongVector largest = DoubleVector.zero(SPECIES).reinterpretAsLongs();
        for (int k = 0; k < length; k += LANES) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, x, xOffset + k, SPECIES.indexInRange(k, length));
            largest = largest.max(t.abs().reinterpretAsLongs());
        }
        return Double.longBitsToDouble(largest.reduceLanes(VectorOperators.MAX));
    }
}
