package org.deepsparse.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The Vector API twin of [ScalarKernels]: the same bits, by fused multiply-adds on vectors of [one
/// width][VectorWidth]. Products are in [VectorProducts] and [VectorBatchProducts].
///
/// The [partial sums][KernelSet#PARTIAL_SUMS] of an inner product are lanes. A vector of 512 bits holds all
/// eight. A smaller one holds a part of them and passes over the entries once for each part. What remains
/// behind whole rounds of eight entries is added to the sums one by one, because padding with zeros could
/// turn a sum -0.0 into +0.0. Vectors are never added up by `reduceLanes`: it leaves the order open, and
/// interpreter and compilers differ.
///
/// Every load and store is spelled out, no helper wraps them: the JIT always inlines the Vector API's own
/// methods, but a wrapper of them is not inlined at a rarely taken place (a tail) once it has been compiled
/// by itself, and then every vector that goes through it is boxed; runs at a fifth of the speed were seen.
public final class VectorKernels implements KernelSet {

    static final VectorSpecies<Double> SPECIES = VectorWidth.species();
    private static final int LANES = SPECIES.length();

    /// How many doubles a vector holds: the width in use ([VectorWidth]) over 64 bits; 1 where the machine
    /// has no vectors.
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
    public void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        VectorProducts.gemv(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    @Override
    public void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        VectorProducts.gemvTransposed(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    @Override
    public void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        VectorBatchProducts.gemm(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    @Override
    public void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        VectorBatchProducts.gemmTransposed(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    /// Where the shrunk magnitude is negative it is replaced by 0: one comparison, which leaves NaN alone,
    /// where the API's `max` costs six instructions.
    @Override
    public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
            int length) {
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
        double[] sums = new double[PARTIAL_SUMS];
        int whole = length - length % PARTIAL_SUMS;
        for (int part = 0; part < PARTIAL_SUMS; part += LANES) {
            DoubleVector s = DoubleVector.zero(SPECIES);
            for (int k = part; k < whole; k += PARTIAL_SUMS) {
                s = s.add(DoubleVector.fromArray(SPECIES, x, xOffset + k).abs());
            }
            s.intoArray(sums, part);
        }
        for (int k = whole; k < length; k++) {
            sums[k - whole] += Math.abs(x[xOffset + k]);
        }
        return VectorProducts.total(sums, 0);
    }

    @Override
    public double norm2(double[] x, int xOffset, int length) {
        double squares = VectorProducts.dot(x, xOffset, x, xOffset, length);
        return squares >= 0x1p-900 && squares <= 0x1p900
                ? Math.sqrt(squares)
                : scaledNorm2(x, xOffset, length, squares > 1 ? 0x1p-600 : 0x1p600);
    }

    private static double scaledNorm2(double[] x, int xOffset, int length, double scale) {
        double[] scaled = new double[length];
        for (int k = 0; k < length; k++) {
            scaled[k] = scale * x[xOffset + k];
        }
        return Math.sqrt(VectorProducts.dot(scaled, 0, scaled, 0, length)) / scale;
    }

    /// The bits of nonnegative doubles are ordered as the doubles are, and NaN comes after infinity: an
    /// integer maximum of one instruction replaces a floating-point one of six and lets NaN through.
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
