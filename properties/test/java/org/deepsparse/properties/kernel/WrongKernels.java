package org.deepsparse.properties.kernel;

import java.util.Arrays;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;

/// Kernel sets with one fault each, made by people before: the laws must reject every one of them.
class WrongKernels implements KernelSet {

    private static final int LANES = 4;

    private final KernelSet right = new ScalarKernels();

    /// What is left over behind whole vectors is forgotten.
    static final class DroppedTail extends WrongKernels {
        @Override
        public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
            return super.dot(a, aOffset, b, bOffset, length < LANES ? length : length - length % LANES);
        }
    }

    /// The matrix is taken to start one entry late.
    static final class OffByOneOffset extends WrongKernels {
        @Override
        public void gemvTransposed(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
                int yOffset) {
            boolean fits = aOffset + 1 + rows * columns <= a.length;
            super.gemvTransposed(a, fits ? aOffset + 1 : aOffset, rows, columns, x, xOffset, y, yOffset);
        }
    }

    /// The offset of the first operand serves both.
    static final class SharedOffset extends WrongKernels {
        @Override
        public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
            return super.dot(a, aOffset, b, Math.min(aOffset, b.length - length), length);
        }
    }

    static final class DroppedSign extends WrongKernels {
        @Override
        public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
                int length) {
            for (int k = 0; k < length; k++) {
                out[outOffset + k] = Math.max(Math.abs(x[xOffset + k]) - theta, 0);
            }
        }
    }

    /// `x - clamp(x, -theta, theta)`: right as numbers, but zeros lose their sign.
    static final class DroppedSignOfZero extends WrongKernels {
        @Override
        public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
                int length) {
            for (int k = 0; k < length; k++) {
                double t = x[xOffset + k];
                out[outOffset + k] = t - Math.max(-theta, Math.min(t, theta));
            }
        }
    }

    /// Keeps what exceeds the threshold and does not shrink it.
    static final class HardThreshold extends WrongKernels {
        @Override
        public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
                int length) {
            for (int k = 0; k < length; k++) {
                double t = x[xOffset + k];
                out[outOffset + k] = Math.abs(t) <= theta ? Math.copySign(0, t) : t;
            }
        }
    }

    /// Whole vectors are stored, also over the end of the slice.
    static final class OverrunningStore extends WrongKernels {
        @Override
        public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
                int length) {
            super.softThreshold(x, xOffset, theta, out, outOffset, length);
            int end = outOffset + length;
            Arrays.fill(out, end, Math.min(out.length, end + (LANES - length % LANES) % LANES), 0);
        }
    }

    static final class FloatAccumulation extends WrongKernels {
        @Override
        public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
            float sum = 0;
            for (int k = 0; k < length; k++) {
                sum += (float) (a[aOffset + k] * b[bOffset + k]);
            }
            return sum;
        }
    }

    /// As accurate as the order of the contract, but another one.
    static final class FourPartialSums extends WrongKernels {
        @Override
        public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
            double[] sums = new double[4];
            for (int k = 0; k < length; k++) {
                sums[k % 4] = Math.fma(a[aOffset + k], b[bOffset + k], sums[k % 4]);
            }
            return sums[0] + sums[2] + (sums[1] + sums[3]);
        }
    }

    /// The partial sums of the contract, added pair by pair and not by halving.
    static final class NeighboursFirst extends WrongKernels {
        @Override
        public double norm1(double[] x, int xOffset, int length) {
            double[] sums = new double[PARTIAL_SUMS];
            for (int k = 0; k < length; k++) {
                sums[k % PARTIAL_SUMS] += Math.abs(x[xOffset + k]);
            }
            for (int apart = 1; apart < PARTIAL_SUMS; apart *= 2) {
                for (int p = 0; p < PARTIAL_SUMS; p += 2 * apart) {
                    sums[p] += sums[p + apart];
                }
            }
            return sums[0];
        }
    }

    /// Rounds twice where the contract rounds once.
    static final class Unfused extends WrongKernels {
        @Override
        public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
            for (int k = 0; k < length; k++) {
                y[yOffset + k] += alpha * x[xOffset + k];
            }
        }
    }

    /// Adds the columns from right to left.
    static final class LastColumnFirst extends WrongKernels {
        @Override
        public void gemv(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
                int yOffset) {
            Arrays.fill(y, yOffset, yOffset + rows, 0);
            for (int j = columns - 1; j >= 0; j--) {
                axpy(x[xOffset + j], a, aOffset + j * rows, y, yOffset, rows);
            }
        }
    }

    /// A batch that is not summed as its columns are.
    static final class BatchInAnotherOrder extends WrongKernels {
        @Override
        public void gemmTransposed(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count,
                double[] y, int yOffset) {
            for (int p = 0; p < columns * count; p++) {
                double sum = 0;
                for (int i = 0; i < rows; i++) {
                    sum = Math.fma(a[aOffset + p % columns * rows + i], x[xOffset + p / columns * rows + i],
                            sum);
                }
                y[yOffset + p] = sum;
            }
        }
    }

    /// Scales by the largest entry, whatever it is: accurate, but rounded elsewhere.
    static final class DividedNorm extends WrongKernels {
        @Override
        public double norm2(double[] x, int xOffset, int length) {
            double largest = normInf(x, xOffset, length);
            if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
                return largest;
            }
            double[] ratios = new double[length];
            Arrays.setAll(ratios, k -> x[xOffset + k] / largest);
            return largest * Math.sqrt(dot(ratios, 0, ratios, 0, length));
        }
    }

    /// Three bounds off: nearly right, but outside.
    static final class JustOutside extends WrongKernels {
        @Override
        public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
            double bound = ErrorBound.dot(a, aOffset, b, bOffset, length);
            return super.dot(a, aOffset, b, bOffset, length) + 3 * bound;
        }
    }

    /// Skips a factor 0, as some BLAS do, and with it a NaN in x.
    static final class SkippedZeroFactor extends WrongKernels {
        @Override
        public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
            if (alpha != 0) {
                super.axpy(alpha, x, xOffset, y, yOffset, length);
            }
        }
    }

    /// y is overwritten instead of added to.
    static final class ScaleOnly extends WrongKernels {
        @Override
        public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
            for (int k = 0; k < length; k++) {
                y[yOffset + k] = alpha * x[xOffset + k];
            }
        }
    }

    /// What is in y before shines through.
    static final class StaleOutput extends WrongKernels {
        @Override
        public void gemv(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
                int yOffset) {
            for (int j = 0; j < columns; j++) {
                axpy(x[xOffset + j], a, aOffset + j * rows, y, yOffset, rows);
            }
        }
    }

    /// Reads the matrix row by row.
    static final class SwappedRowsAndColumns extends WrongKernels {
        @Override
        public void gemv(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
                int yOffset) {
            super.gemvTransposed(a, aOffset, columns, rows, x, xOffset, y, yOffset);
        }
    }

    /// Every column of the batch is taken to start one entry later than the one before.
    static final class OffByOneBatchStride extends WrongKernels {
        @Override
        public void gemm(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count,
                double[] y, int yOffset) {
            for (int k = 0; k < count; k++) {
                int start = Math.min(xOffset + k * (columns + 1), x.length - columns);
                gemv(a, aOffset, rows, columns, x, start, y, yOffset + k * rows);
            }
        }
    }

    /// The columns of X are read with the stride of Y, and those of Y written with that of X.
    static final class SwappedBatchStrides extends WrongKernels {
        @Override
        public void gemmTransposed(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count,
                double[] y, int yOffset) {
            for (int k = 0; k < count; k++) {
                gemvTransposed(a, aOffset, rows, columns, x, xOffset + k * columns, y, yOffset + k * rows);
            }
        }
    }

    /// The result is stored row by row.
    static final class TransposedBatch extends WrongKernels {
        @Override
        public void gemmTransposed(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count,
                double[] y, int yOffset) {
            double[] right = new double[columns * count];
            super.gemmTransposed(a, aOffset, rows, columns, x, xOffset, count, right, 0);
            for (int p = 0; p < right.length; p++) {
                y[yOffset + p % columns * count + p / columns] = right[p];
            }
        }
    }

    /// Columns left over behind whole blocks of the batch are forgotten.
    static final class DroppedBatchTail extends WrongKernels {
        @Override
        public void gemm(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count,
                double[] y, int yOffset) {
            super.gemm(a, aOffset, rows, columns, x, xOffset, count < 3 ? count : count - count % 3, y,
                    yOffset);
        }
    }

    /// A column too many is stored where the array has room for it.
    static final class OverrunningBatch extends WrongKernels {
        @Override
        public void gemm(
                double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count,
                double[] y, int yOffset) {
            super.gemm(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
            int end = yOffset + rows * count;
            Arrays.fill(y, end, Math.min(y.length, end + rows), 0);
        }
    }

    static final class SumWithoutMagnitudes extends WrongKernels {
        @Override
        public double norm1(double[] x, int xOffset, int length) {
            double sum = 0;
            for (int k = 0; k < length; k++) {
                sum += x[xOffset + k];
            }
            return sum;
        }
    }

    static final class UnscaledNorm extends WrongKernels {
        @Override
        public double norm2(double[] x, int xOffset, int length) {
            return Math.sqrt(dot(x, xOffset, x, xOffset, length));
        }
    }

    /// A comparison with NaN is false, so NaN is passed over.
    static final class SwallowedNaN extends WrongKernels {
        @Override
        public double normInf(double[] x, int xOffset, int length) {
            double largest = 0;
            for (int k = 0; k < length; k++) {
                double magnitude = Math.abs(x[xOffset + k]);
                largest = magnitude > largest ? magnitude : largest;
            }
            return largest;
        }
    }

    @Override
    public String name() {
        return getClass().getSimpleName();
    }

    @Override
    public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        return right.dot(a, aOffset, b, bOffset, length);
    }

    @Override
    public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        right.axpy(alpha, x, xOffset, y, yOffset, length);
    }

    @Override
    public void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        right.gemv(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    @Override
    public void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        right.gemvTransposed(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    @Override
    public void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        right.gemm(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    @Override
    public void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        right.gemmTransposed(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    @Override
    public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
            int length) {
        right.softThreshold(x, xOffset, theta, out, outOffset, length);
    }

    @Override
    public double norm1(double[] x, int xOffset, int length) {
        return right.norm1(x, xOffset, length);
    }

    @Override
    public double norm2(double[] x, int xOffset, int length) {
        return right.norm2(x, xOffset, length);
    }

    @Override
    public double normInf(double[] x, int xOffset, int length) {
        return right.normInf(x, xOffset, length);
    }
}
