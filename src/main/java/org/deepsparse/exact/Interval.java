package org.deepsparse.exact;

/// A closed interval `[lower, upper]` of reals that is known to contain a number; infinite ends are allowed.
///
/// **Accuracy** each operation encloses the exact result set; an end that is exactly representable is hit, so
/// arithmetic on small integers and dyadics stays exact. **Special values** 0 times an infinite end is 0 (the
/// end stands for finite numbers); a quotient whose divisor may be 0 has infinite ends. NaN is never stored.
/// **Cost** a few flops an operation. **Source** IEEE 1788-2015 (conventions), [Rounding] (means).
public record Interval(double lower, double upper) {

    public static final Interval ZERO = of(0);
    public static final Interval ONE = of(1);
    public static final Interval ENTIRE = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /// The unit roundoff `u = 2^-53`: rounding to nearest changes a normal number by at most u, relatively.
    public static final double UNIT_ROUNDOFF = 0x1p-53;

    /// @throws IllegalArgumentException if an end is NaN or the ends are in the wrong order
    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("interval has lower end " + lower + " but upper end " + upper);
        }
        lower += 0.0; // one zero only, so that equal intervals print alike
        upper += 0.0;
    }

    /// The point interval of an exactly known number.
    public static Interval of(double value) {
        return new Interval(value, value);
    }

    public static Interval of(double lower, double upper) {
        return new Interval(lower, upper);
    }

    public Interval plus(Interval other) {
        return new Interval(Rounding.addDown(lower, other.lower), Rounding.addUp(upper, other.upper));
    }

    public Interval minus(Interval other) {
        return plus(other.negate());
    }

    public Interval negate() {
        return new Interval(-upper, -lower);
    }

    public Interval times(Interval other) {
        double a = lower;
        double b = upper;
        double c = other.lower;
        double d = other.upper;
        if (a >= 0 && c >= 0) {
            return new Interval(Rounding.multiplyDown(a, c), Rounding.multiplyUp(b, d));
        }
        return new Interval(
                min(
                        Rounding.multiplyDown(a, c),
                        Rounding.multiplyDown(a, d),
                        Rounding.multiplyDown(b, c),
                        Rounding.multiplyDown(b, d)),
                -min(
                        -Rounding.multiplyUp(a, c),
                        -Rounding.multiplyUp(a, d),
                        -Rounding.multiplyUp(b, c),
                        -Rounding.multiplyUp(b, d)));
    }

    public Interval times(double factor) {
        return factor >= 0
                ? new Interval(Rounding.multiplyDown(lower, factor), Rounding.multiplyUp(upper, factor))
                : new Interval(Rounding.multiplyDown(upper, factor), Rounding.multiplyUp(lower, factor));
    }

    /// The quotient; with a divisor that may be 0 only its sign is used, so one or both ends are infinite.
    public Interval dividedBy(Interval divisor) {
        if (divisor.lower <= 0 && divisor.upper >= 0) {
            boolean divisorNonnegative = divisor.lower == 0 && divisor.upper > 0;
            if (divisorNonnegative && lower >= 0) {
                return new Interval(Rounding.divideDown(lower, divisor.upper), Double.POSITIVE_INFINITY);
            }
            return ENTIRE;
        }
        if (divisor.upper < 0) {
            return negate().dividedBy(divisor.negate());
        }
        double low = lower >= 0 ? quotientDown(lower, divisor.upper) : quotientDown(lower, divisor.lower);
        double high = upper >= 0 ? quotientUp(upper, divisor.lower) : quotientUp(upper, divisor.upper);
        return new Interval(low, high);
    }

    private static double quotientDown(double a, double b) {
        if (Double.isInfinite(b)) {
            // finite over arbitrarily large, or arbitrarily large over larger
            return a < 0 ? -Double.MIN_VALUE : 0;
        }
        return Rounding.divideDown(a, b);
    }

    private static double quotientUp(double a, double b) {
        return -quotientDown(-a, b);
    }

    /// The square root of the nonnegative part.
    ///
    /// @throws ArithmeticException if the interval is negative
    public Interval sqrt() {
        if (upper < 0) {
            throw new ArithmeticException("square root of the negative interval " + this);
        }
        return new Interval(Rounding.rootDown(Math.max(lower, 0)), Rounding.rootUp(upper));
    }

    public Interval square() {
        Interval magnitude = abs();
        return magnitude.times(magnitude);
    }

    public Interval abs() {
        if (lower >= 0) {
            return this;
        }
        return upper <= 0 ? negate() : new Interval(0, Math.max(-lower, upper));
    }

    /// The `exponent`-th power of a nonnegative interval by repeated squaring.
    ///
    /// @throws IllegalArgumentException if the interval or the exponent is negative
    public Interval power(int exponent) {
        if (lower < 0 || exponent < 0) {
            throw new IllegalArgumentException(
                    "power " + exponent + " of " + this + ": both must be nonnegative");
        }
        Interval result = ONE;
        Interval square = this;
        for (int e = exponent; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = result.times(square);
            }
            square = square.times(square);
        }
        return result;
    }

    public Interval max(Interval other) {
        return new Interval(Math.max(lower, other.lower), Math.max(upper, other.upper));
    }

    /// The same enclosure of a number whose sign is known: cut off at 0, which it excludes, or the point 0.
    public Interval withSign(int sign) {
        return switch (sign) {
            case 0 -> ZERO;
            case 1 -> new Interval(Math.max(lower, Double.MIN_VALUE), Math.max(upper, Double.MIN_VALUE));
            default -> new Interval(Math.min(lower, -Double.MIN_VALUE), Math.min(upper, -Double.MIN_VALUE));
        };
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    public boolean isPoint() {
        return lower == upper;
    }

    /// `[lower, upper]`, or the number itself for a point.
    @Override
    public String toString() {
        return isPoint() ? Double.toString(lower) : "[" + lower + ", " + upper + "]";
    }

    private static double min(double a, double b, double c, double d) {
        return Math.min(Math.min(a, b), Math.min(c, d));
    }
}
