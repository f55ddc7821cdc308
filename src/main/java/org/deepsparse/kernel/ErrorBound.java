package org.deepsparse.kernel;

import org.deepsparse.exact.Interval;

/// How far a kernel's result may be from the exact one, evaluated upward: for any order of summation, with or without FMA, as long as
/// nothing overflows (a result that is not finite has no bound, and says so by being infinite).
///
/// u = 2^-53, gamma_k = k u / (1 - k u). A product that underflows loses at most 2^-1074; a sum never loses anything to underflow.
/// **Source** Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, sections 3.1 and 3.5, eq. (2.8).
public final class ErrorBound {

    private static final Interval UNIT = Interval.of(0x1p-53);

    private ErrorBound() {}

    /// An upper bound of gamma_k; infinite for k u >= 1.
    ///
    /// @throws IllegalArgumentException if k < 0
    public static double gammaUp(long k) {
        if (k < 0) {
            throw new IllegalArgumentException("gamma of " + k + ": the index must be nonnegative");
        }
        Interval ku = UNIT.times(k);
        return ku.upper() < 1 ? ku.dividedBy(Interval.ONE.minus(ku)).upper() : Double.POSITIVE_INFINITY;
    }

    /// `abs(fl(a^T b) - a^T b) <= gamma_n sum abs(a_k b_k) + n 2^-1074 (1 + gamma_n)`; the magnitudes are summed here, upward.
    public static double dot(double[] a, int aOffset, double[] b, int bOffset, int length) {
        Interval magnitudes = Interval.ZERO;
        for (int k = 0; k < length; k++) {
            magnitudes = magnitudes.plus(Interval.of(Math.abs(a[aOffset + k])).times(Math.abs(b[bOffset + k])));
        }
        Interval gamma = Interval.of(gammaUp(length));
        Interval underflow = Interval.of(length).times(Double.MIN_VALUE).times(Interval.ONE.plus(gamma));
        return finite(gamma.times(magnitudes).plus(underflow), magnitudes);
    }

    /// `abs(fl(sum x_k) - sum x_k) <= gamma_{n-1} sum abs(x_k)`.
    public static double sum(double[] x, int xOffset, int length) {
        Interval magnitudes = Interval.ZERO;
        for (int k = 0; k < length; k++) {
            magnitudes = magnitudes.plus(Interval.of(Math.abs(x[xOffset + k])));
        }
        return finite(Interval.of(gammaUp(Math.max(length - 1, 0))).times(magnitudes), magnitudes);
    }

    /// Relative error of norm2: the scaled squares sum to (1 + gamma_{n+2}) times the exact sum, entries and squares lost to underflow included in
    /// two of the n + 2 (they are below 2^-400 of the largest); the root halves the exponent and adds one rounding, the scaling one more where the
    /// result is subnormal: gamma_{n+4} norm2 + 2^-1074.
    public static double norm2(double[] x, int xOffset, int length) {
        Interval squares = Interval.ZERO;
        for (int k = 0; k < length; k++) {
            Interval scaled = Interval.of(Math.abs(x[xOffset + k]));
            squares = squares.plus(scaled.times(0x1p-600).square());
        }
        Interval norm = squares.sqrt().dividedBy(Interval.of(0x1p-600));
        return finite(Interval.of(gammaUp(length + 4L)).times(norm).plus(Interval.of(Double.MIN_VALUE)), norm);
    }

    private static double finite(Interval bound, Interval magnitudes) {
        return magnitudes.upper() < Double.POSITIVE_INFINITY ? bound.upper() : Double.POSITIVE_INFINITY;
    }
}
