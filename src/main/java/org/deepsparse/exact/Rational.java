package org.deepsparse.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/// A rational number in lowest terms with positive denominator. `of` is exact, always; there is no rounding
/// in this class but in [#enclosure()], which rounds outwards.
///
/// **Cost** big-integer products and a gcd an operation; a denominator that is a power of two (every double)
/// is reduced by shifts. **Throws** ArithmeticException on division by 0 and on NaN or infinities.
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

    /// Decimals beyond this are outside the doubles; the limit keeps a short text from becoming a giant
    /// integer.
    private static final int MAX_DECIMAL_SCALE = 2000;

    /// 2^-1000 is far from the subnormal doubles, where scaling would round.
    private static final int LARGEST_PLAIN_EXPONENT = 1000;

    public static final Rational ZERO = of(0);
    public static final Rational ONE = of(1);

    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("rational " + numerator + "/0");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
        if (numerator.signum() == 0) {
            denominator = BigInteger.ONE;
        } else if (!denominator.equals(BigInteger.ONE)) {
            int twos = Math.min(numerator.getLowestSetBit(), denominator.getLowestSetBit());
            if (twos > 0) {
                numerator = numerator.shiftRight(twos);
                denominator = denominator.shiftRight(twos);
            }
            if (denominator.bitCount() > 1) {
                BigInteger divisor = numerator.gcd(denominator);
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    public static Rational of(long value) {
        return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
    }

    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Rational of(BigInteger value) {
        return new Rational(value, BigInteger.ONE);
    }

    /// The dyadic rational that a finite double is.
    public static Rational of(double value) {
        if (!Double.isFinite(value)) {
            throw new ArithmeticException(value + " is no rational number");
        }
        BigInteger significand = BigInteger.valueOf(significand(value));
        int exponent = exponent(value);
        return exponent >= 0
                ? of(significand.shiftLeft(exponent))
                : new Rational(significand, BigInteger.ONE.shiftLeft(-exponent));
    }

    /// Reads `p/q`, an integer or a decimal, exactly.
    ///
    /// @throws IllegalArgumentException if the text is none of them
    public static Rational parse(String text) {
        try {
            int slash = text.indexOf('/');
            return slash < 0
                    ? of(new BigDecimal(text))
                    : new Rational(new BigInteger(text.substring(0, slash)),
                            new BigInteger(text.substring(slash + 1)));
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("'" + text + "' is no rational number p/q", e);
        }
    }

    private static Rational of(BigDecimal value) {
        int scale = value.scale();
        if (Math.abs((long) scale) > MAX_DECIMAL_SCALE) {
            throw new ArithmeticException("decimal exponent of " + value + " is out of the range of doubles");
        }
        BigInteger power = BigInteger.TEN.pow(Math.abs(scale));
        return scale >= 0
                ? new Rational(value.unscaledValue(), power)
                : of(value.unscaledValue().multiply(power));
    }

    /// The signed integer m with `value = m 2^exponent(value)`, abs(m) < 2^53.
    static long significand(double value) {
        long bits = Double.doubleToRawLongBits(value);
        long fraction = bits & 0x000f_ffff_ffff_ffffL;
        long magnitude = ((bits >>> 52) & 0x7ff) == 0 ? fraction : fraction | 0x0010_0000_0000_0000L;
        return bits < 0 ? -magnitude : magnitude;
    }

    static int exponent(double value) {
        int biased = (int) ((Double.doubleToRawLongBits(value) >>> 52) & 0x7ff);
        return Math.max(biased, 1) - 1075;
    }

    public Rational plus(Rational other) {
        if (isDyadic() && other.isDyadic()) {
            int finer = denominator.bitLength() - other.denominator.bitLength();
            return finer < 0
                    ? other.plus(this)
                    : new Rational(numerator.add(other.numerator.shiftLeft(finer)), denominator);
        }
        if (denominator.equals(other.denominator)) {
            return new Rational(numerator.add(other.numerator), denominator);
        }
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    private boolean isDyadic() {
        return denominator.bitCount() == 1;
    }

    public Rational minus(Rational other) {
        return plus(other.negate());
    }

    public Rational times(Rational other) {
        return new Rational(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Rational times(long factor) {
        return new Rational(numerator.multiply(BigInteger.valueOf(factor)), denominator);
    }

    public Rational dividedBy(Rational other) {
        return new Rational(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    public Rational square() {
        return times(this);
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    /// The root, if it is rational.
    public Optional<Rational> sqrt() {
        if (signum() < 0) {
            return Optional.empty();
        }
        BigInteger[] top = numerator.sqrtAndRemainder();
        BigInteger[] bottom = denominator.sqrtAndRemainder();
        boolean square = top[1].signum() == 0 && bottom[1].signum() == 0;
        return square ? Optional.of(new Rational(top[0], bottom[0])) : Optional.empty();
    }

    @Override
    public int compareTo(Rational other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /// The tightest interval of doubles that contains this number: a point if it is a double.
    public Interval enclosure() {
        int twos = denominator.bitLength() - 1;
        if (denominator.bitCount() == 1 && numerator.bitLength() <= 53 && twos <= LARGEST_PLAIN_EXPONENT) {
            // most numbers here: it is this double
            return Interval.of(Math.scalb(numerator.doubleValue(), -twos));
        }
        double guess = nearby();
        double lower = guess;
        while (lower == Double.POSITIVE_INFINITY
                || (Double.isFinite(lower) && of(lower).compareTo(this) > 0)) {
            lower = Math.nextDown(lower);
        }
        double upper = guess;
        while (upper == Double.NEGATIVE_INFINITY
                || (Double.isFinite(upper) && of(upper).compareTo(this) < 0)) {
            upper = Math.nextUp(upper);
        }
        return new Interval(lower, upper);
    }

    /// An interval that contains the square root, a few ulps wide wherever the root is a normal double; a
    /// point if the root is a double.
    ///
    /// @throws ArithmeticException if this number is negative
    public Interval sqrtEnclosure() {
        Optional<Rational> root = sqrt();
        if (root.isPresent() || signum() < 0) {
            return root.isPresent() ? root.get().enclosure() : enclosure().sqrt();
        }
        // this is 4^half times a number between 1/4 and 4: the root does not suffer where the square is out
        // of the range of doubles
        int half = Math.floorDiv(numerator.bitLength() - denominator.bitLength(), 2);
        Rational scaled = half >= 0
                ? new Rational(numerator, denominator.shiftLeft(2 * half))
                : new Rational(numerator.shiftLeft(-2 * half), denominator);
        Interval scaledRoot = scaled.enclosure().sqrt();
        return scaledRoot.times(Math.scalb(1.0, half / 2)).times(Math.scalb(1.0, half - half / 2));
    }

    /// The nearest finite double, ties to even: beyond their range the largest one, with this sign.
    public double nearest() {
        Interval around = enclosure();
        if (around.isPoint() || Double.isInfinite(around.lower()) || Double.isInfinite(around.upper())) {
            return around.isPoint() ? around.lower() : Math.copySign(Double.MAX_VALUE, signum());
        }
        Rational twice = times(2);
        int order = twice.compareTo(of(around.lower()).plus(of(around.upper())));
        boolean lowerIsEven = (significand(around.lower()) & 1) == 0;
        return order < 0 || (order == 0 && lowerIsEven) ? around.lower() : around.upper();
    }

    /// This number within a few ulps: 63 leading bits of the quotient, then scaled.
    private double nearby() {
        if (isZero()) {
            return 0;
        }
        int shift = 63 - (numerator.bitLength() - denominator.bitLength());
        BigInteger quotient = shift >= 0
                ? numerator.shiftLeft(shift).divide(denominator)
                : numerator.divide(denominator.shiftLeft(-shift));
        return Math.scalb(quotient.doubleValue(), -shift);
    }

    /// `p/q`, or `p` for an integer.
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
