package org.deepsparse.kernel;

/// The face of the kernels: checks the arguments, then runs the active set ([KernelSelection]). What each
/// kernel computes, its error and its special values: [KernelSet].
///
/// **Throws** IllegalArgumentException with what was asked for, where, and both sizes, if a slice does not
/// lie within its array, a size is negative, or a slice that is written overlaps another one (allowed only
/// where [KernelSet] says in place).
public final class Kernels {

    private Kernels() {}

    /// `sum_k a_k b_k`.
    public static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        Arguments.slice("dot", a, aOffset, length);
        Arguments.slice("dot", b, bOffset, length);
        return active().dot(a, aOffset, b, bOffset, length);
    }

    /// `y_k := alpha x_k + y_k`.
    public static void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length) {
        Arguments.slice("axpy", x, xOffset, length);
        Arguments.slice("axpy", y, yOffset, length);
        Arguments.sameOrDisjoint("axpy", x, xOffset, y, yOffset, length);
        active().axpy(alpha, x, xOffset, y, yOffset, length);
    }

    /// `y := A x`, A rows x columns, column-major.
    public static void gemv(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        Arguments.matrix("gemv", a, aOffset, rows, columns);
        Arguments.slice("gemv", x, xOffset, columns);
        Arguments.slice("gemv", y, yOffset, rows);
        Arguments.disjoint("gemv", a, aOffset, (long) rows * columns, y, yOffset, rows);
        Arguments.disjoint("gemv", x, xOffset, columns, y, yOffset, rows);
        active().gemv(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    /// `y := A^T x`, A rows x columns, column-major.
    public static void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset) {
        Arguments.matrix("gemvTransposed", a, aOffset, rows, columns);
        Arguments.slice("gemvTransposed", x, xOffset, rows);
        Arguments.slice("gemvTransposed", y, yOffset, columns);
        Arguments.disjoint("gemvTransposed", a, aOffset, (long) rows * columns, y, yOffset, columns);
        Arguments.disjoint("gemvTransposed", x, xOffset, rows, y, yOffset, columns);
        active().gemvTransposed(a, aOffset, rows, columns, x, xOffset, y, yOffset);
    }

    /// `Y := A X`, A rows x columns, X columns x count, Y rows x count, column-major.
    public static void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        Arguments.matrix("gemm", a, aOffset, rows, columns);
        Arguments.matrix("gemm", x, xOffset, columns, count);
        Arguments.matrix("gemm", y, yOffset, rows, count);
        Arguments.disjoint("gemm", a, aOffset, (long) rows * columns, y, yOffset, (long) rows * count);
        Arguments.disjoint("gemm", x, xOffset, (long) columns * count, y, yOffset, (long) rows * count);
        active().gemm(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    /// `Y := A^T X`, A rows x columns, X rows x count, Y columns x count, column-major.
    public static void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset) {
        Arguments.matrix("gemmTransposed", a, aOffset, rows, columns);
        Arguments.matrix("gemmTransposed", x, xOffset, rows, count);
        Arguments.matrix("gemmTransposed", y, yOffset, columns, count);
        Arguments.disjoint("gemmTransposed", a, aOffset, (long) rows * columns, y, yOffset,
                (long) columns * count);
        Arguments.disjoint("gemmTransposed", x, xOffset, (long) rows * count, y, yOffset,
                (long) columns * count);
        active().gemmTransposed(a, aOffset, rows, columns, x, xOffset, count, y, yOffset);
    }

    /// `out_k := sign(x_k) max(abs(x_k) - theta, 0)`.
    ///
    /// @throws IllegalArgumentException also if theta is negative or NaN
    public static void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset,
            int length) {
        Arguments.slice("softThreshold", x, xOffset, length);
        Arguments.slice("softThreshold", out, outOffset, length);
        Arguments.sameOrDisjoint("softThreshold", x, xOffset, out, outOffset, length);
        if (!(theta >= 0)) {
            throw new IllegalArgumentException("softThreshold needs a threshold >= 0 but got " + theta);
        }
        active().softThreshold(x, xOffset, theta, out, outOffset, length);
    }

    /// `sum_k abs(x_k)`.
    public static double norm1(double[] x, int xOffset, int length) {
        Arguments.slice("norm1", x, xOffset, length);
        return active().norm1(x, xOffset, length);
    }

    /// `sqrt(sum_k x_k^2)`.
    public static double norm2(double[] x, int xOffset, int length) {
        Arguments.slice("norm2", x, xOffset, length);
        return active().norm2(x, xOffset, length);
    }

    /// `max_k abs(x_k)`.
    public static double normInf(double[] x, int xOffset, int length) {
        Arguments.slice("normInf", x, xOffset, length);
        return active().normInf(x, xOffset, length);
    }

    /// Asked for at every call, not kept in a constant of this class: an unknown set then is an
    /// IllegalArgumentException at each call and not, from the second one on, a class that cannot be loaded.
    private static KernelSet active() {
        return KernelSelection.active().kernels();
    }
}
