package org.deepsparse.kernel;

/// The face of the kernels: checks arguments, then runs the active set. See [KernelSet] for what each computes.
public final class Kernels {

    private static final KernelSet ACTIVE = KernelSelection.active().kernels();

    private Kernels() {}

    public static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        check("dot", a, aOffset, length);
        check("dot", b, bOffset, length);
        return ACTIVE.dot(a, aOffset, b, bOffset, length);
    }

    public static void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        check("axpy", x, xOffset, length);
        check("axpy", y, yOffset, length);
        ACTIVE.axpy(alpha, x, xOffset, y, yOffset, length);
    }

    public static void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        check("gemv", a, aOffset, (long) rows * columns);
        check("gemv", x, xOffset, columns);
        check("gemv", y, yOffset, rows);
        ACTIVE.gemv(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    public static void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset) {
        check("gemvTransposed", a, aOffset, (long) rows * columns);
        check("gemvTransposed", x, xOffset, rows);
        check("gemvTransposed", y, yOffset, columns);
        ACTIVE.gemvTransposed(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    /// @throws IllegalArgumentException also if theta is negative or NaN, or the slices overlap without being the same
    public static void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset, int length) {
        check("softThreshold", x, xOffset, length);
        check("softThreshold", out, outOffset, length);
        if (!(theta >= 0)) {
            throw new IllegalArgumentException("softThreshold has theta " + theta + " but needs one >= 0");
        }
        if (x == out && xOffset != outOffset && Math.abs((long) xOffset - outOffset) < length) {
            throw new IllegalArgumentException("softThreshold reads from offset " + xOffset + " and writes from offset " + outOffset
                    + ": " + length + " entries of one array overlap");
        }
        ACTIVE.softThreshold(x, xOffset, theta, out, outOffset, length);
    }

    public static double norm1(double[] x, int xOffset, int length) {
        check("norm1", x, xOffset, length);
        return ACTIVE.norm1(x, xOffset, length);
    }

    public static double norm2(double[] x, int xOffset, int length) {
        check("norm2", x, xOffset, length);
        return ACTIVE.norm2(x, xOffset, length);
    }

    public static double normInf(double[] x, int xOffset, int length) {
        check("normInf", x, xOffset, length);
        return ACTIVE.normInf(x, xOffset, length);
    }

    private static void check(String kernel, double[] array, int offset, long length) {
        if (offset < 0 || length < 0 || offset + length > array.length) {
            throw new IllegalArgumentException(
                    kernel + " needs " + length + " entries from offset " + offset + " but the array has " + array.length);
        }
    }
}
