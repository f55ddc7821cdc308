package org.deepsparse.exact;

/// The four operations and the square root with directed rounding, from the error-free transformations.
///
/// The rounding error of one operation is itself computable: `TwoSum` gives it for a sum, a fused
/// multiply-add for a product, a quotient and a root. Its sign says on which side of the rounded result the
/// exact one lies, so a result that is exact is not widened: integers stay points. Where the error term may
/// itself underflow (results below [#SAFE]), both sides are widened by one ulp. Source: Muller et al.,
/// Handbook of Floating-Point Arithmetic, 2nd ed. 2018, sections 4.3, 4.4 and 5.1.
final class Rounding {

    /// Products of this size or larger have an error term that is a multiple of 2^-1074, hence representable.
    private static final double SAFE = 0x1p-900;

    private Rounding() {}

    static double addDown(double a, double b) {
        double s = a + b;
        return down(s, sumError(a, b, s), a, b);
    }

    static double addUp(double a, double b) {
        double s = a + b;
        return up(s, sumError(a, b, s), a, b);
    }

    static double multiplyDown(double a, double b) {
        if (a == 0 || b == 0) {
            return 0; // an infinite end stands for arbitrarily large finite numbers, so 0 times it is 0
        }
        double p = a * b;
        return down(p, productError(a, b, p), a, b);
    }

    static double multiplyUp(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double p = a * b;
        return up(p, productError(a, b, p), a, b);
    }

    /// For finite b > 0; the quotient from above is minus that of -a from below.
    static double divideDown(double a, double b) {
        if (a == 0) {
            return 0;
        }
        double q = a / b;
        return down(q, quotientError(a, b, q), a, b);
    }

    static double rootDown(double a) {
        double s = Math.sqrt(a);
        return a == 0 ? 0 : down(s, rootError(a, s), a, a);
    }

    static double rootUp(double a) {
        double s = Math.sqrt(a);
        return a == 0 ? 0 : up(s, rootError(a, s), a, a);
    }

    /// The largest double known to be at most `rounded + error`; `error` is NaN where only its size (one ulp)
    /// is known.
    private static double down(double rounded, double error, double a, double b) {
        if (Double.isInfinite(rounded)) {
            boolean overflow = Double.isFinite(a) && Double.isFinite(b);
            return overflow && rounded > 0 ? Double.MAX_VALUE : rounded;
        }
        return error >= 0 ? rounded : Math.nextDown(rounded);
    }

    private static double up(double rounded, double error, double a, double b) {
        if (Double.isInfinite(rounded)) {
            boolean overflow = Double.isFinite(a) && Double.isFinite(b);
            return overflow && rounded < 0 ? -Double.MAX_VALUE : rounded;
        }
        return error <= 0 ? rounded : Math.nextUp(rounded);
    }

    /// Knuth's TwoSum: exact for all finite operands, NaN after an overflow inside.
    private static double sumError(double a, double b, double s) {
        double bb = s - a;
        return (a - (s - bb)) + (b - bb);
    }

    private static double productError(double a, double b, double p) {
        return Math.abs(p) >= SAFE ? Math.fma(a, b, -p) : Double.NaN;
    }

    /// a/b = q + r/b with r = a - q b, which one fused multiply-add yields exactly away from underflow; r has
    /// the sign of the error for b > 0.
    private static double quotientError(double a, double b, double q) {
        if (Math.abs(a) < SAFE || Math.abs(q) < SAFE) {
            return Double.NaN;
        }
        return Math.fma(-q, b, a);
    }

    private static double rootError(double a, double s) {
        return a >= SAFE ? Math.fma(-s, s, a) : Double.NaN;
    }
}
