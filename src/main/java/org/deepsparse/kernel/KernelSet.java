package org.deepsparse.kernel;

/// The contract of a set of kernels: what each computes, down to the last bit, and what it reads and writes.
///
/// # Arguments
/// They are valid: [Kernels] checks them, an implementation need not. A slice `(x, xOffset, length)` is the
/// entries `x[xOffset] .. x[xOffset + length - 1]`. Nothing outside the named slices influences a result or
/// is written. Matrices are column-major with leading dimension `rows`: entry (i, j) is
/// `a[aOffset + j rows + i]`. Lengths may be 0.
///
/// Slices that are only read may overlap in any way. A slice that is written overlaps no other, except that
/// [#axpy] and [#softThreshold] work in place where both slices are the same.
///
/// # Order
/// Floating-point sums depend on the order of their terms. So the order is part of the contract, and every
/// implementation returns the same bits, at every width of vectors and in every tier of the compiler.
/// `fma(a, b, s)` is `a b + s` rounded once ([Math#fma]).
///
/// **An inner product** `sum_k a_k b_k` is summed in [#PARTIAL_SUMS] = 8 partial sums, then by halving:
/// ```
/// s_p := +0.0                            for p = 0..7
/// s_p := fma(a_k, b_k, s_p)              for k = 0, 1, ..., length - 1, with p = k mod 8
/// s_p := s_p + s_{p+h}                   for h = 4, 2, 1 and p < h
/// ```
/// and the result is s_0. Each entry of a transposed product is such an inner product. A norm of [#norm1] is
/// summed in the same order, with `s_p := s_p + abs(x_k)` in the place of the fused multiply-add.
///
/// **A product that is not transposed** starts every entry from `y_i := +0.0` and adds the columns from left
/// to right: `y_i := fma(a_ij, x_j, y_i)` for j = 0, 1, ..., columns - 1.
///
/// **A batch** gives bit for bit what its columns give one at a time.
///
/// "The same bits" are those of [Double#doubleToLongBits]: zeros have their sign, and all NaN are one.
///
/// # Error
/// [ErrorBound] says how far each result may be from the exact one. In particular a result is exact wherever
/// all products are multiples of one 2^e, e >= -1074, and the sum of their magnitudes is at most 2^(e+53).
///
/// # Special values
/// A NaN in a slice makes every sum over it NaN; so do an infinity times 0 and infinities of both signs. An
/// infinity that meets neither makes the sum infinite with the right sign. Where the magnitudes summed exceed
/// the largest double, the result is that of the stated order and may be anything ([ErrorBound] is infinite
/// there).
///
/// # Cost
/// Every kernel but the two of a batch is linear in what it reads and writes. Nothing is allocated but a few
/// partial sums a call, and the scaled entries of [#norm2] where it needs them. Without a fused multiply-add
/// in hardware [Math#fma] is slow, and so is every product.
public interface KernelSet {

    /// The number of partial sums of an inner product: what a vector of 512 bits holds.
    int PARTIAL_SUMS = 8;

    /// For people: `scalar`, `vector (8 lanes)`.
    String name();

    /// The inner product `sum_k a_k b_k`, k < length, in the order above; 0 for length 0.
    ///
    /// **Cost** 2 length flops. **Error** [ErrorBound#dot].
    double dot(double[] a, int aOffset, double[] b, int bOffset, int length);

    /// Adds a multiple: `y_k := fma(alpha, x_k, y_k)`, k < length. In place where x and y are the same slice.
    ///
    /// **Cost** 2 length flops. **Error** [ErrorBound#axpy]: one rounding an entry. **Special values** as
    /// IEEE arithmetic has it; alpha = 0 is no exception, so NaN and infinities of x show.
    void axpy(double alpha, double[] x, int xOffset, double[] y, int yOffset, int length);

    /// Matrix times vector: `y := A x`, A is rows x columns, x has `columns` entries, y gets `rows`; zeros
    /// for no columns.
    ///
    /// **Cost** 2 rows columns flops. **Error** [ErrorBound#gemv]: that of a dot product of length `columns`.
    void gemv(double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y,
            int yOffset);

    /// Transposed matrix times vector: `y := A^T x`, A is rows x columns, x has `rows` entries, y gets
    /// `columns`; zeros for no rows. This is the inner product of x with every atom, hence the engine of all
    /// coherence work.
    ///
    /// **Cost** 2 rows columns flops. **Error** [ErrorBound#gemvTransposed]: that of a dot product of length
    /// `rows`.
    void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] y, int yOffset);

    /// Matrix times batch: `Y := A X`, A is rows x columns, X columns x count, Y rows x count, each with its
    /// own rows as leading dimension; zeros for no columns. [#gemv] of every column of X, with loads of A
    /// shared among them.
    ///
    /// **Cost** 2 rows columns count flops. **Error** [ErrorBound#gemm]: each column that of [#gemv].
    void gemm(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset);

    /// Transposed matrix times batch: `Y := A^T X`, A is rows x columns, X rows x count, Y columns x count,
    /// each with its own rows as leading dimension; zeros for no rows. [#gemvTransposed] of every column of
    /// X.
    ///
    /// **Cost** 2 rows columns count flops. **Error** [ErrorBound#gemmTransposed]: each column that of
    /// [#gemvTransposed].
    void gemmTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, int count, double[] y,
            int yOffset);

    /// Soft thresholding, the proximal map of `theta norm1`: `out_k := sign(x_k) max(abs(x_k) - theta, 0)`, k
    /// < length, theta >= 0 or infinite. In place where x and out are the same slice.
    ///
    /// **Cost** 3 length flops. **Error** [ErrorBound#softThreshold]: the one subtraction is rounded to
    /// nearest. **Special values** a zero result has the sign of x_k (-0.0 stays, and -1 shrinks to -0.0 for
    /// theta = 1); NaN stays NaN; an infinity stays for finite theta and becomes NaN for theta infinite,
    /// where the difference is undefined; a finite x_k becomes a zero there. For theta = 0 every number stays
    /// as it is.
    void softThreshold(double[] x, int xOffset, double theta, double[] out, int outOffset, int length);

    /// The l1 norm `sum_k abs(x_k)`, k < length, in the order above; 0 for length 0.
    ///
    /// **Cost** 2 length flops. **Error** [ErrorBound#norm1]. **Special values** NaN if any entry is, else
    /// infinite if any is.
    double norm1(double[] x, int xOffset, int length);

    /// The Euclidean norm `sqrt(sum_k x_k^2)`, k < length; 0 for length 0. Squares neither overflow nor
    /// underflow on the way: only a norm that exceeds the largest double is infinite, only the zero vector
    /// has norm 0.
    ///
    /// Let s be the [inner product][#dot] of x with itself. Where `2^-900 <= s <= 2^900` the result is
    /// sqrt(s). Elsewhere squares may have been out of range, and the entries are scaled by `c = 2^-600` for
    /// s > 1, by `c = 2^600` else. The result then is sqrt(s')/c, where s' is the inner product of the scaled
    /// entries `c x_k` with themselves.
    ///
    /// **Cost** 2 length flops, twice that where the entries are scaled. **Error** [ErrorBound#norm2].
    /// **Special values** NaN if any entry is, else infinite if any is.
    double norm2(double[] x, int xOffset, int length);

    /// The largest magnitude `max_k abs(x_k)`, k < length; 0 for length 0.
    ///
    /// **Cost** 2 length flops. **Error** none. **Special values** NaN if any entry is, else infinite if any
    /// is.
    double normInf(double[] x, int xOffset, int length);
}
