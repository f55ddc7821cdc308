package org.deepsparse.kernel;

/// The golden twin: the order of the contract in the shortest loops, never tuned.
public final class ScalarKernels implements KernelSet {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        double[] sums = new double[PARTIAL_SUMS];
        for (int k = 0; k < length; k++) {
            int p = k % PARTIAL_SUMS;
            sums[p] = Math.fma(a[aOffset + k], b[bOffset + k], sums[p]);
        }
        return total(sums);
    }

    @Override
    public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int k = 0; k < length; k++) {
            y[yOffset + k] = Math.fma(alpha, x[xOffset + k], y[yOffset + k]);
        }
    }

    @Override
    public void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum = Math.fma(a[aOffset + j * rows + i], x[xOffset + j], sum);
            }
            y[yOffset + i] = sum;
        }
    }

    @Override
    public void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        for (int j = 0; j < columns; j++) {
            y[yOffset + j] = dot(a, aOffset + j * rows, x, xOffset, rows);
        }
    }

    @Override
    public void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        for (int k = 0; k < count; k++) {
            gemv(a, aOffset, rows, columns, x, xOffset + k * columns, y, yOffset + k * rows);
        }
    }

    @Override
    public void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        for (int k = 0; k < count; k++) {
            gemvTransposed(a, aOffset, rows, columns, x, xOffset + k * rows, y, yOffset + k * columns);
        }
    }

    @Override
    public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
            int length) {
        for (int k = 0; k < length; k++) {
            double t = x[xOffset + k];
            out[outOffset + k] = Math.copySign(Math.max(Math.abs(t) - theta, 0), t);
        }
    }

    @Override
    public double norm1(double[] x, int xOffset, int length) {
        double[] sums = new double[PARTIAL_SUMS];
        for (int k = 0; k < length; k++) {
            sums[k % PARTIAL_SUMS] += Math.abs(x[xOffset + k]);
        }
        return total(sums);
    }

    @Override
    public double norm2(double[] x, int xOffset, int length) {
        double squares = dot(x, xOffset, x, xOffset, length);
        if (squares >= 0x1p-900 && squares <= 0x1p900) {
            return Math.sqrt(squares);
        }
        double scale = squares > 1 ? 0x1p-600 : 0x1p600;
        double[] scaled = new double[length];
        for (int k = 0; k < length; k++) {
            scaled[k] = scale * x[xOffset + k];
        }
        return Math.sqrt(dot(scaled, 0, scaled, 0, length)) / scale;
    }

    @Override
    public double normInf(double[] x, int xOffset, int length) {
        double largest = 0;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, Math.abs(x[xOffset + k]));
        }
        return largest;
    }

    /// The partial sums, added by halving.
    private static double total(double[] sums) {
        for (int half = PARTIAL_SUMS / 2; half > 0; half /= 2) {
            for (int p = 0; p < half; p++) {
                sums[p] += sums[p + half];
            }
        }
        return sums[0];
    }
}
