package org.deepsparse.kernel;

/// The golden twin: the shortest loops that satisfy the contract, never tuned.
public final class ScalarKernels implements KernelSet {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[aOffset + k] * b[bOffset + k];
        }
        return sum;
    }

    @Override
    public void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        for (int k = 0; k < length; k++) {
            y[yOffset + k] += alpha * x[xOffset + k];
        }
    }

    @Override
    public void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += a[aOffset + j * rows + i] * x[xOffset + j];
            }
            y[yOffset + i] = sum;
        }
    }

    @Override
    public void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        for (int j = 0; j < columns; j++) {
            y[yOffset + j] = dot(a, aOffset + j * rows, x, xOffset, rows);
        }
    }

    @Override
    public void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y, int yOffset) {
        for (int k = 0; k < count; k++) {
            gemv(a, aOffset, rows, columns, x, xOffset + k * columns, y, yOffset + k * rows);
        }
    }

    @Override
    public void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y, int yOffset) {
        for (int k = 0; k < count; k++) {
            gemvTransposed(a, aOffset, rows, columns, x, xOffset + k * rows, y, yOffset + k * columns);
        }
    }

    @Override
    public void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset, int length) {
        for (int k = 0; k < length; k++) {
            double t = x[xOffset + k];
            out[outOffset + k] = Math.copySign(Math.max(Math.abs(t) - theta, 0), t);
        }
    }

    @Override
    public double norm1(double[] x, int xOffset, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += Math.abs(x[xOffset + k]);
        }
        return sum;
    }

    @Override
    public double norm2(double[] x, int xOffset, int length) {
        double scale = PowerOfTwoScale.of(normInf(x, xOffset, length));
        double sum = 0;
        for (int k = 0; k < length; k++) {
            double scaled = x[xOffset + k] * scale;
            sum += scaled * scaled;
        }
        return Math.sqrt(sum) / scale;
    }

    @Override
    public double normInf(double[] x, int xOffset, int length) {
        double largest = 0;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, Math.abs(x[xOffset + k]));
        }
        return largest;
    }
}
