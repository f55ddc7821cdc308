package org.deepsparse.kernel;

/// The contract of a set of kernels: what each computes, what it reads and writes, and how far it may be off.
///
/// **Arguments** are valid: [Kernels] checks them, an implementation need not. A slice `(x, xOffset, length)` is the
/// entries `x[xOffset] .. x[xOffset + length - 1]`; nothing outside the named slices influences a result or is written.
/// Matrices are column-major with leading dimension `rows`: entry (i, j) is `a[aOffset + j rows + i]`. Lengths may be
/// 0.
///
/// **Aliasing** slices that are only read may overlap in any way. A slice that is written overlaps no other, except
/// that [#axpy] and [#softThreshold] work in place where both slices are the same.
///
/// **Error** the order of summation and the use of fused multiply-adds are free, so two sets differ in the last digits,
/// each within [ErrorBound]. In particular a result is exact wherever all products are multiples of one 2^e, e >=
/// -1074, and the sum of their magnitudes is at most 2^(e+53): on small integers every set returns the same number.
///
/// **Special values** a NaN in a slice makes every sum over it NaN; so do an infinity times 0 and infinities of both
/// signs. An infinity that meets neither makes the sum infinite with the right sign. Where the magnitudes summed exceed
/// the largest double, the result depends on the order and may be anything ([ErrorBound] is infinite there). The sign
/// of a sum that is 0 is not specified. The payload of a NaN is not specified.
///
/// **Cost** every kernel but the two of a batch is linear in what it reads and writes; none allocates.
public interface KernelSet {

    /// For people: `scalar`, `vector (8 lanes)`.
    String name();

    /// The inner product `sum_k a_k b_k`, k < length; 0 for length 0.
    ///
    /// **Cost** 2 length flops. **Error** [ErrorBound#dot].
    double dot(double[] a, int aOffset, double[] b, int bOffset, int length);

    /// Adds a multiple: `y_k := alpha x_k + y_k`, k < length. In place where x and y are the same slice.
    ///
    /// **Cost** 2 length flops. **Error** [ErrorBound#axpy]: two roundings an entry, or one. **Special values** as IEEE
    /// arithmetic has it; alpha = 0 is no exception, so NaN and infinities of x show.
    void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length);

    /// Matrix times vector: `y := A x`, A is rows x columns, x has `columns` entries, y gets `rows`; zeros for no
    /// columns.
    ///
    /// **Cost** 2 rows columns flops. **Error** [ErrorBound#gemv]: that of a dot product of length `columns`.
    void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset);

    /// Transposed matrix times vector: `y := A^T x`, A is rows x columns, x has `rows` entries, y gets `columns`; zeros
    /// for no rows. This is the inner product of x with every atom, hence the engine of all coherence work.
    ///
    /// **Cost** 2 rows columns flops. **Error** [ErrorBound#gemvTransposed]: that of a dot product of length `rows`.
    void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset);

    /// Matrix times batch: `Y := A X`, A is rows x columns, X columns x count, Y rows x count, each with its own rows as
    /// leading dimension; zeros for no columns. [#gemv] of every column of X, with loads of A shared among them.
    ///
    /// **Cost** 2 rows columns count flops. **Error** [ErrorBound#gemm]: each column that of [#gemv].
    void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y, int yOffset);

    /// Transposed matrix times batch: `Y := A^T X`, A is rows x columns, X rows x count, Y columns x count, each with
    /// its own rows as leading dimension; zeros for no rows. [#gemvTransposed] of every column of X.
    ///
    /// **Cost** 2 rows columns count flops. **Error** [ErrorBound#gemmTransposed]: each column that of
    /// [#gemvTransposed].
    void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y, int yOffset);

    /// Soft thresholding, the proximal map of `theta norm1`: `out_k := sign(x_k) max(abs(x_k) - theta, 0)`, k < length,
    /// theta >= 0 or infinite. In place where x and out are the same slice.
    ///
    /// **Cost** 3 length flops. **Error** [ErrorBound#softThreshold]: the one subtraction is rounded to nearest, so
    /// every set returns the same doubles. **Special values** a zero result has the sign of x_k (-0.0 stays, and -1
    /// shrinks to -0.0 for theta = 1); NaN stays NaN; an infinity stays for finite theta and becomes NaN for theta
    /// infinite, where the difference is undefined; a finite x_k becomes a zero there. For theta = 0 every number stays
    /// as it is.
    void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset, int length);

    /// The l1 norm `sum_k abs(x_k)`, k < length; 0 for length 0.
    ///
    /// **Cost** 2 length flops. **Error** [ErrorBound#norm1]. **Special values** NaN if any entry is, else infinite if
    /// any is.
    double norm1(double[] x, int xOffset, int length);

    /// The Euclidean norm `sqrt(sum_k x_k^2)`, k < length; 0 for length 0. Squares neither overflow nor underflow on
    /// the way: only a norm that exceeds the largest double is infinite, only the zero vector has norm 0.
    ///
    /// **Cost** 2 length flops, a few times that where squares are out of range. **Error** [ErrorBound#norm2].
    /// **Special values** NaN if any entry is, else infinite if any is.
    double norm2(double[] x, int xOffset, int length);

    /// The largest magnitude `max_k abs(x_k)`, k < length; 0 for length 0.
    ///
    /// **Cost** 2 length flops. **Error** none. **Special values** NaN if any entry is, else infinite if any is.
    double normInf(double[] x, int xOffset, int length);
}
