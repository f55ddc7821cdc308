package org.deepsparse.kernel;

import org.deepsparse.exact.Interval;

/// How far a kernel's result may be from the exact one of the same inputs, evaluated upward: an upper bound
/// of the absolute error. It holds for any order of summation, with or without fused multiply-adds, hence for
/// the order that [KernelSet] prescribes. [KernelSet#normInf] is exact and needs none.
///
/// # Derivation
/// Rounding to nearest: `fl(a op b) = (a op b)(1 + d) + e`, `abs(d) <= u = 2^-53`, and `abs(e) <= 2^-1075`
/// where a product or a fused multiply-add underflows, else e = 0; sums and differences never lose anything
/// to underflow, being multiples of 2^-1074. With `gamma_k = k u / (1 - k u)` a product of k factors
/// `(1 + d)^(+-1)` is `1 + t`, `abs(t) <= gamma_k` (Higham, Lemma 3.1). A sum of n products, whatever its
/// tree, rounds each product at most once and each partial sum once, at most n factors on the way of one term
/// to the root; adding a zero is exact, so padding does not count. Hence
/// `abs(fl(a^T b) - a^T b) <= gamma_n sum abs(a_k b_k) + n 2^-1075 (1 + gamma_n)`, and n 2^-1074 covers the
/// last term for n < 2^52. The prescribed order has ceil(n/8) + 3 factors at most where n > 1, so that it
/// uses about an eighth of gamma_n. The larger index keeps the bound that of every order.
///
/// **Special values** the derivation fails where something overflows. No intermediate result exceeds the
/// exact sum of magnitudes plus the bound itself; unless that is known to be a double, or if an input is NaN
/// or infinite, the bound is infinite: no statement, never a finite wrong one. **Cost** about 30 flops an
/// entry. **Throws** IllegalArgumentException if a slice does not lie within its array. **Source** Higham,
/// Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, sections 3.1, 3.5 and 2.2, eq. (2.8).
public final class ErrorBound {

    private static final Interval UNIT = Interval.of(Interval.UNIT_ROUNDOFF);
    private static final Interval NO_STATEMENT = Interval.of(0, Double.POSITIVE_INFINITY);

    private ErrorBound() {}

    /// The smallest double that is at least gamma_k = k u / (1 - k u); infinite for k u >= 1, where gamma_k
    /// is not defined.
    ///
    /// @throws IllegalArgumentException if k < 0
    public static double gammaUp(long k) {
        if (k < 0) {
            throw new IllegalArgumentException("gamma needs an index >= 0 but got " + k);
        }
        Interval ku = UNIT.times((double) k); // exact below 2^53, and ku >= 1 from there on
        return ku.upper() < 1 ? ku.dividedBy(Interval.ONE.minus(ku)).upper() : Double.POSITIVE_INFINITY;
    }

    /// Of [KernelSet#dot]: `gamma_n sum abs(a_k b_k) + n 2^-1074`, n = length.
    public static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        Arguments.slice("error bound of dot", a, aOffset, length);
        Arguments.slice("error bound of dot", b, bOffset, length);
        return ofProducts(a, aOffset, 1, b, bOffset, length);
    }

    /// Of one entry of [KernelSet#axpy], y before the call:
    /// `gamma_2 abs(alpha x) + gamma_1 abs(y) + 2^-1074`; without fusing, the product would go through two
    /// roundings and y through one.
    public static double axpy(double alpha, double x, double y) {
        Interval product = magnitude(alpha, x);
        Interval summand = magnitude(1, y);
        Interval error = Interval.of(gammaUp(2))
                .times(product)
                .plus(Interval.of(gammaUp(1)).times(summand))
                .plus(Interval.of(Double.MIN_VALUE));
        return unlessOverflow(error, product.plus(summand));
    }

    /// Of every entry of [KernelSet#gemv]: `bound_i := gamma_n sum_j abs(a_ij x_j) + n 2^-1074`, n = columns.
    public static void gemv(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] bound,
            int boundOffset) {
        Arguments.matrix("error bound of gemv", a, aOffset, rows, columns);
        Arguments.slice("error bound of gemv", x, xOffset, columns);
        Arguments.slice("error bound of gemv", bound, boundOffset, rows);
        for (int i = 0; i < rows; i++) {
            bound[boundOffset + i] = ofProducts(a, aOffset + i, rows, x, xOffset, columns);
        }
    }

    /// Of every entry of [KernelSet#gemvTransposed]: `bound_j := gamma_m sum_i abs(a_ij x_i) + m 2^-1074`, m
    /// = rows.
    public static void gemvTransposed(
            double[] a, int aOffset, int rows, int columns, double[] x, int xOffset, double[] bound,
            int boundOffset) {
        Arguments.matrix("error bound of gemvTransposed", a, aOffset, rows, columns);
        Arguments.slice("error bound of gemvTransposed", x, xOffset, rows);
        Arguments.slice("error bound of gemvTransposed", bound, boundOffset, columns);
        for (int j = 0; j < columns; j++) {
            bound[boundOffset + j] = ofProducts(a, aOffset + j * rows, 1, x, xOffset, rows);
        }
    }

    /// Of every entry of [KernelSet#gemm]: each column is a [product with a vector][#gemv].
    public static void gemm(
            double[] a,
            int aOffset,
            int rows,
            int columns,
            double[] x,
            int xOffset,
            int count,
            double[] bound,
            int boundOffset) {
        Arguments.matrix("error bound of gemm", x, xOffset, columns, count);
        Arguments.matrix("error bound of gemm", bound, boundOffset, rows, count);
        for (int k = 0; k < count; k++) {
            gemv(a, aOffset, rows, columns, x, xOffset + k * columns, bound, boundOffset + k * rows);
        }
    }

    /// Of every entry of [KernelSet#gemmTransposed]: each column is a [product with a
    /// vector][#gemvTransposed].
    public static void gemmTransposed(
            double[] a,
            int aOffset,
            int rows,
            int columns,
            double[] x,
            int xOffset,
            int count,
            double[] bound,
            int boundOffset) {
        Arguments.matrix("error bound of gemmTransposed", x, xOffset, rows, count);
        Arguments.matrix("error bound of gemmTransposed", bound, boundOffset, columns, count);
        for (int k = 0; k < count; k++) {
            gemvTransposed(a, aOffset, rows, columns, x, xOffset + k * rows, bound,
                    boundOffset + k * columns);
        }
    }

    /// Of one entry of [KernelSet#softThreshold]: `u max(abs(x) - theta, 0)`, the one rounding of the
    /// difference.
    public static double softThreshold(double x, double theta) {
        if (!Double.isFinite(x) || !Double.isFinite(theta)) {
            return Double.POSITIVE_INFINITY;
        }
        Interval shrunk = Interval.of(Math.abs(x)).minus(Interval.of(theta)).max(Interval.ZERO);
        return UNIT.times(shrunk).upper();
    }

    /// Of [KernelSet#norm1]: `gamma_{n-1} sum abs(x_k)`, n = length; sums alone, so nothing is lost to
    /// underflow.
    public static double norm1(double[] x, int xOffset, int length) {
        Arguments.slice("error bound of norm1", x, xOffset, length);
        Interval sum = Interval.ZERO;
        for (int k = 0; k < length; k++) {
            sum = sum.plus(magnitude(1, x[xOffset + k]));
        }
        return unlessOverflow(Interval.of(gammaUp(Math.max(length - 1, 0))).times(sum), sum);
    }

    /// Of [KernelSet#norm2]: `gamma_{ceil(n/2) + 2} norm2(x) + 2^-1074`, n = length.
    ///
    /// The entries are scaled by a power of two such that their squares sum to s >= 2^-950 without overflow,
    /// or not scaled where that holds anyway: the largest scaled entry lies in [2^-474, 2^424]. The computed
    /// sum is s times n factors `1 + d`, of which the root is that of ceil(n/2) such factors at most:
    /// `abs(sqrt((1 + d_1) .. (1 + d_n)) - 1) <= gamma_ceil(n/2)`. Scaled entries and squares that underflow
    /// change s by less than 2^-80 s (2^31 squares lose at most 2^-1044 together, an entry loses 2^-1075 only
    /// beside one of 2^-200 or more), its root by less than one factor; the rounding of the root is another.
    /// Scaling back is exact, or rounded by 2^-1075 where the result is subnormal.
    public static double norm2(double[] x, int xOffset, int length) {
        Arguments.slice("error bound of norm2", x, xOffset, length);
        Interval norm = norm2Enclosure(x, xOffset, length);
        Interval gamma = Interval.of(gammaUp((length + 1L) / 2 + 2));
        return unlessOverflow(gamma.times(norm).plus(Interval.of(Double.MIN_VALUE)), norm);
    }

    /// Scaled by the exponent of the largest entry: the squares then lie in [0, 4) and the sum encloses
    /// tightly at any size.
    private static Interval norm2Enclosure(double[] x, int xOffset, int length) {
        double largest = 0;
        for (int k = 0; k < length; k++) {
            largest = Math.max(largest, Math.abs(x[xOffset + k]));
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return NO_STATEMENT;
        }
        int exponent = Math.getExponent(largest);
        double scale = Math.scalb(1.0, -exponent);
        Interval squares = Interval.ZERO;
        for (int k = 0; k < length; k++) {
            squares = squares.plus(
                    Interval.of(Math.abs(x[xOffset + k])).times(scale).square());
        }
        return squares.sqrt().times(Math.scalb(1.0, exponent));
    }

    private static double ofProducts(double[] a, int aOffset, int aStride, double[] b, int bOffset,
            int length) {
        Interval sum = Interval.ZERO;
        for (int k = 0; k < length; k++) {
            sum = sum.plus(magnitude(a[aOffset + k * aStride], b[bOffset + k]));
        }
        Interval underflow = Interval.of(Double.MIN_VALUE).times(length);
        return unlessOverflow(Interval.of(gammaUp(length)).times(sum).plus(underflow), sum);
    }

    /// Encloses abs(a b). To [Interval] infinity times 0 is 0, because there it stands for finite numbers;
    /// here it is NaN.
    private static Interval magnitude(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b)
                ? Interval.of(Math.abs(a)).times(Math.abs(b))
                : NO_STATEMENT;
    }

    private static double unlessOverflow(Interval error, Interval magnitudes) {
        return magnitudes.plus(error).upper() < Double.POSITIVE_INFINITY
                ? error.upper()
                : Double.POSITIVE_INFINITY;
    }
}
