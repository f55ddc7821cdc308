package org.deepsparse.activation;

import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// An activation that is linear on either side of 0, with rational slopes: evaluation and inversion are
/// exact.
///
/// The layers of an exact model have activations of this kind, so that "solves" and "equals" need no
/// tolerance.
public sealed interface PiecewiseLinear extends Activation
        permits Identity, LeakyRelu, Relu, AbsoluteValue, Jump {

    /// rho(t).
    Rational apply(Rational t);

    /// l, exactly.
    Rational lowerSlope();

    /// A t with rho(t) = value; of several the nonnegative one.
    ///
    /// @throws ArithmeticException if there is none
    Rational inverse(Rational value);

    /// Tight: the values at the ends, and 0 where the interval contains it.
    @Override
    default Interval enclosure(Interval t) {
        Interval values = hull(at(t.lower()), at(t.upper()));
        return t.contains(0) ? hull(values, Interval.ZERO) : values;
    }

    private Interval at(double t) {
        return Double.isFinite(t) ? apply(Rational.of(t)).enclosure() : limit(t > 0);
    }

    /// What rho tends to at an end of the line: infinity, unless it is 0 all the way.
    private Interval limit(boolean right) {
        int sign = apply(Rational.of(right ? 1 : -1)).signum();
        return sign == 0 ? Interval.ZERO : Interval.of(sign * Double.POSITIVE_INFINITY);
    }

    private static Interval hull(Interval a, Interval b) {
        return new Interval(Math.min(a.lower(), b.lower()), Math.max(a.upper(), b.upper()));
    }

    @Override
    default Interval lowerLipschitz() {
        return lowerSlope().enclosure();
    }

    @Override
    default boolean isContinuous() {
        return true;
    }

    /// Whether rho(a) = rho(b) only for a = b: exactly where l > 0, because there are two pieces only.
    default boolean isInjective() {
        return lowerSlope().signum() > 0;
    }

    /// Decided on the exact slope.
    @Override
    default boolean isBijective() {
        return isContinuous() && lowerSlope().signum() > 0;
    }

    /// Reads `identity`, `leaky(1/8)`, `relu`, `abs` or `jump`; a slope is rounded to the nearest double.
    ///
    /// @throws IllegalArgumentException for any other text, and for a slope outside (0, 1]
    static PiecewiseLinear parse(String text) {
        if (text.startsWith("leaky(") && text.endsWith(")")) {
            return LeakyRelu.parse(text.substring("leaky(".length(), text.length() - 1));
        }
        return switch (text) {
            case "identity" -> new Identity();
            case "relu" -> new Relu();
            case "abs" -> new AbsoluteValue();
            case "jump" -> new Jump();
            default -> throw new IllegalArgumentException(
                    "unknown activation '" + text + "'; known: identity, leaky(SLOPE), relu, abs, jump");
        };
    }
}
