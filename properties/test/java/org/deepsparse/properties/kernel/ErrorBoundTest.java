package org.deepsparse.properties.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import org.deepsparse.exact.Rational;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.deepsparse.kernel.VectorKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The bounds are what they claim, infinite where nothing can be claimed, and not loose: inputs that use a
/// stated fraction of them.
class ErrorBoundTest {

    private static final double UNIT = 0x1p-53;
    private static final int LONG = 1000;

    private final KernelSet scalar = new ScalarKernels();
    private final KernelSet vector = new VectorKernels();

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 10, 1000, 1 << 20, Integer.MAX_VALUE, 1L << 52, (1L << 53) - 1})
    void gammaIsTheSmallestDoubleAboveIt(long k) {
        Rational gamma = new Rational(BigInteger.valueOf(k), BigInteger.valueOf((1L << 53) - k));
        assertEquals(gamma.enclosure().upper(), ErrorBound.gammaUp(k));
    }

    @Test
    void gammaIsInfiniteWhereItIsNotDefined() {
        assertEquals(Double.POSITIVE_INFINITY, ErrorBound.gammaUp(1L << 53));
        assertEquals(Double.POSITIVE_INFINITY, ErrorBound.gammaUp((1L << 53) + 1));
        assertEquals(Double.POSITIVE_INFINITY, ErrorBound.gammaUp(Long.MAX_VALUE));
    }

    @Test
    void gammaNeedsANonnegativeIndex() {
        assertEquals(
                "gamma needs an index >= 0 but got -1",
                assertThrows(IllegalArgumentException.class, () -> ErrorBound.gammaUp(-1))
                        .getMessage());
    }

    @Test
    void slicesAreChecked() {
        assertEquals(
                "error bound of dot needs 2 entries from offset 1 but the array has 2",
                assertThrows(
                        IllegalArgumentException.class,
                        () -> ErrorBound.dot(new double[2], 1, new double[2], 0, 2))
                        .getMessage());
    }

    /// `gamma_n sum abs(a_k b_k) + n 2^-1074` rounded up by a few ulps: n small integers.
    @Test
    void dotBoundIsTheFormula() {
        double[] a = {3, -4, 5};
        double[] b = {7, 7, -7};
        double formula = ErrorBound.gammaUp(3) * 84;
        double bound = ErrorBound.dot(a, 0, b, 0, 3);
        assertTrue(bound >= formula && bound <= formula * (1 + 4 * UNIT), bound + " for " + formula);
    }

    /// Column by column, and behind each other.
    @Test
    void batchBoundsAreThoseOfTheirColumns() {
        double[] a = {1, -2, 3, 4, 0.5, -6};
        double[] x = {9, 1, 2, 3, -4, 5, 1e300};
        double[] bound = {7, 7, 7, 7, 7};
        ErrorBound.gemm(a, 0, 2, 3, x, 1, 2, bound, 1);
        double[] column = new double[2];
        for (int k = 0; k < 2; k++) {
            ErrorBound.gemv(a, 0, 2, 3, x, 1 + 3 * k, column, 0);
            assertArrayEquals(column, Arrays.copyOfRange(bound, 1 + 2 * k, 3 + 2 * k));
        }
        assertEquals(7, bound[0]);
        double[] transposed = new double[6];
        ErrorBound.gemmTransposed(a, 0, 2, 3, x, 2, 2, transposed, 0);
        double[] entries = new double[3];
        for (int k = 0; k < 2; k++) {
            ErrorBound.gemvTransposed(a, 0, 2, 3, x, 2 + 2 * k, entries, 0);
            assertArrayEquals(entries, Arrays.copyOfRange(transposed, 3 * k, 3 + 3 * k));
        }
    }

    @Test
    void nothingSummedIsExact() {
        assertEquals(0, ErrorBound.dot(new double[0], 0, new double[0], 0, 0));
        assertEquals(0, ErrorBound.norm1(new double[] {5}, 0, 1));
        assertEquals(0, ErrorBound.softThreshold(1, 2));
    }

    /// A finite bound beside an infinite or undefined result would be a lie.
    @Test
    void nothingIsClaimedForInputsThatAreNotFinite() {
        double[] zero = {0};
        for (double special : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] x = {special};
            double[] bound = new double[1];
            assertInfinite(ErrorBound.dot(x, 0, zero, 0, 1));
            assertInfinite(ErrorBound.dot(zero, 0, x, 0, 1));
            ErrorBound.gemv(x, 0, 1, 1, zero, 0, bound, 0);
            assertInfinite(bound[0]);
            ErrorBound.gemvTransposed(zero, 0, 1, 1, x, 0, bound, 0);
            assertInfinite(bound[0]);
            assertInfinite(ErrorBound.axpy(special, 0, 0));
            assertInfinite(ErrorBound.axpy(0, special, 0));
            assertInfinite(ErrorBound.axpy(0, 0, special));
            assertInfinite(ErrorBound.softThreshold(special, 0));
            assertInfinite(ErrorBound.norm1(x, 0, 1));
            assertInfinite(ErrorBound.norm2(x, 0, 1));
        }
        assertInfinite(ErrorBound.softThreshold(1, Double.POSITIVE_INFINITY));
    }

    /// The exact results are finite, but an order of summation overflows.
    @Test
    void nothingIsClaimedWhereAnOrderOverflows() {
        double max = Double.MAX_VALUE;
        double[] cancelling = {max, max, -max, -max};
        double[] ones = {1, 1, 1, 1};
        assertInfinite(ErrorBound.dot(cancelling, 0, ones, 0, 4));
        assertInfinite(ErrorBound.norm1(new double[] {max, Math.ulp(max)}, 0, 2));
        assertInfinite(ErrorBound.norm2(cancelling, 0, 4));
        assertInfinite(ErrorBound.axpy(2, max, -max));
        // Just below: a single product is at most the largest double, but rounding it up might not be.
        assertInfinite(ErrorBound.dot(new double[] {max}, 0, ones, 0, 1));
        assertTrue(ErrorBound.dot(new double[] {0x1p1023}, 0, ones, 0, 1) < 0x1p972);
    }

    private static void assertInfinite(double bound) {
        assertEquals(Double.POSITIVE_INFINITY, bound);
    }

    /// (1 + 2^-27)(1 + 2^-26) = 1 + 2^-26 + 2^-27 + 2^-53 is half an ulp from its neighbours: whatever the
    /// kernel, the error is u.
    @Test
    void aSingleProductUsesItsBoundWhole() {
        double[] a = {1 + 0x1p-27};
        double[] b = {1 + 0x1p-26};
        for (KernelSet kernels : new KernelSet[] {scalar, vector}) {
            double used = used(
                    kernels.dot(a, 0, b, 0, 1), ExactResult.dot(slice(a), slice(b)),
                    ErrorBound.dot(a, 0, b, 0, 1));
            assertTrue(used > 0.999999, kernels.name() + " uses " + used);
            double[] y = {0};
            kernels.axpy(a[0], b, 0, y, 0, 1);
            double half = used(y[0], ExactResult.axpy(a[0], b[0], 0), ErrorBound.axpy(a[0], b[0], 0));
            assertTrue(half > 0.499999, kernels.name() + " uses " + half + " of two roundings");
        }
    }

    /// 1, then terms of half an ulp in the same partial sum: each is rounded away. So a sum uses the share of
    /// the bound that one of the eight partial sums has. The bound is that of any order, and a single sum
    /// would use it whole.
    @Test
    void aLongSumUsesTheShareOfAPartialSum() {
        double share = 0.9 / KernelSet.PARTIAL_SUMS;
        double[] a = lost(1, UNIT);
        double[] roots = lost(1, 0x1p-27); // squares of half of half an ulp, so half of the bound at most
        double[] ones = filled(1);
        for (KernelSet kernels : new KernelSet[] {scalar, vector}) {
            double dot = used(
                    kernels.dot(a, 0, ones, 0, LONG),
                    ExactResult.dot(slice(a), slice(ones)),
                    ErrorBound.dot(a, 0, ones, 0, LONG));
            assertTrue(dot > share, kernels.name() + ": dot uses " + dot);

            double norm1 = used(kernels.norm1(a, 0, LONG), ExactResult.norm1(slice(a)),
                    ErrorBound.norm1(a, 0, LONG));
            assertTrue(norm1 > share, kernels.name() + ": norm1 uses " + norm1);

            double norm2 = used(
                    kernels.norm2(roots, 0, LONG),
                    Rational.of(
                            ExactResult.norm2Squared(slice(roots)).sqrtEnclosure().lower()),
                    ErrorBound.norm2(roots, 0, LONG));
            assertTrue(norm2 > share / 2, kernels.name() + ": norm2 uses " + norm2);
        }
    }

    /// 2^-538 squared is 2^-1076: every product is lost, each a quarter of what the bound allows for it.
    @Test
    void underflowUsesAQuarterOfItsAllowance() {
        double[] tiny = filled(0x1p-538);
        for (KernelSet kernels : new KernelSet[] {scalar, vector}) {
            double used = used(
                    kernels.dot(tiny, 0, tiny, 0, LONG),
                    ExactResult.dot(slice(tiny), slice(tiny)),
                    ErrorBound.dot(tiny, 0, tiny, 0, LONG));
            assertTrue(used > 0.24, kernels.name() + " uses " + used);
        }
    }

    /// The fraction of the bound that the error of a result is.
    private static double used(double result, Rational exact, double bound) {
        return Rational.of(result)
                .minus(exact)
                .abs()
                .dividedBy(Rational.of(bound))
                .nearest();
    }

    /// The first entry, and the others in every place of the same partial sum.
    private static double[] lost(double first, double others) {
        double[] values = new double[LONG];
        for (int k = 0; k < LONG; k += KernelSet.PARTIAL_SUMS) {
            values[k] = k == 0 ? first : others;
        }
        return values;
    }

    private static double[] filled(double value) {
        double[] values = new double[LONG];
        Arrays.fill(values, value);
        return values;
    }

    private static Slice slice(double[] values) {
        return new Slice(values, 0, values.length);
    }
}
