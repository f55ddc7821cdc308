package org.deepsparse.kernel;

/// The contract of a set of kernels. Arguments are valid ([Kernels] checks them); arrays that are read and written do not overlap
/// except where said.
///
/// Order of summation and use of FMA are free: results differ between sets, within [ErrorBound]. NaN and infinities propagate as
/// IEEE arithmetic has it. Matrices are column-major with leading dimension `rows`.
public interface KernelSet {

    /// For people: `scalar`, `vector (8 lanes)`.
    String name();

    /// `sum_k a_k b_k`; 0 for length 0. **Error** [ErrorBound#dot].
    double dot(double[] a, int aOffset, double[] b, int bOffset, int length);

    /// `y := alpha x + y`. **Error** two roundings an entry.
    void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length);

    /// `y := A x`, A rows x columns. **Error** [ErrorBound#dot] of length `columns` an entry.
    void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset);

    /// `y := A^T x`, A rows x columns. **Error** [ErrorBound#dot] of length `rows` an entry.
    void gemvTransposed(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset);

    /// `out_k := sign(x_k) max(abs(x_k) - theta, 0)`, theta >= 0; in place where both are the same slice. One rounding an entry; the sign of a zero
    /// result is that of x_k; NaN stays NaN, infinities stay.
    void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset, int length);

    /// `sum_k abs(x_k)`. **Error** [ErrorBound#sum].
    double norm1(double[] x, int xOffset, int length);

    /// `sqrt(sum_k x_k^2)` without spurious overflow or underflow. **Error** [ErrorBound#norm2].
    double norm2(double[] x, int xOffset, int length);

    /// `max_k abs(x_k)`, exactly; 0 for length 0; NaN if any entry is.
    double normInf(double[] x, int xOffset, int length);
}
