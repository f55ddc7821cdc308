package org.deepsparse.properties.kernel;

import org.deepsparse.exact.Rational;

/// What a kernel would return without rounding, from rational sums; shares no code with any kernel. Inputs
/// are finite, unless said otherwise.
final class ExactResult {

    private ExactResult() {}

    static Rational dot(Slice a, Slice b) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < a.length(); k++) {
            sum = sum.plus(Rational.of(a.get(k)).times(Rational.of(b.get(k))));
        }
        return sum;
    }

    static Rational axpy(double alpha, double x, double y) {
        return Rational.of(alpha).times(Rational.of(x)).plus(Rational.of(y));
    }

    /// Row i of A times x.
    static Rational gemv(Slice a, int rows, Slice x, int i) {
        Rational sum = Rational.ZERO;
        for (int j = 0; j < x.length(); j++) {
            sum = sum.plus(Rational.of(a.get(j * rows + i)).times(Rational.of(x.get(j))));
        }
        return sum;
    }

    /// Column j of A times x.
    static Rational gemvTransposed(Slice a, Slice x, int j) {
        return dot(a.column(j, x.length()), x);
    }

    /// The nearest double, because the one subtraction is rounded to nearest, with the sign of t. NaN and
    /// infinities stay.
    static double softThreshold(double t, double theta) {
        if (!Double.isFinite(t)) {
            return t;
        }
        Rational shrunk = Rational.of(t).abs().minus(Rational.of(theta));
        return Math.copySign(shrunk.signum() <= 0 ? 0 : shrunk.nearest(), t);
    }

    static Rational norm1(Slice x) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < x.length(); k++) {
            sum = sum.plus(Rational.of(x.get(k)).abs());
        }
        return sum;
    }

    static Rational norm2Squared(Slice x) {
        return dot(x, x);
    }

    static double normInf(Slice x) {
        double largest = 0;
        for (int k = 0; k < x.length(); k++) {
            if (Double.isNaN(x.get(k))) {
                return Double.NaN;
            }
            double magnitude = x.get(k) < 0 ? -x.get(k) : x.get(k);
            largest = magnitude > largest ? magnitude : largest;
        }
        return largest;
    }
}
