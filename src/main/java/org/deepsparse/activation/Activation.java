package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// An activation rho : R -> R with rho(0) = 0, applied entry by entry.
///
/// The *lower Lipschitz constant* l is the largest number with `abs(rho(a) - rho(b)) >= l abs(a - b)` for all a, b. All
/// activations here are piecewise linear with rational slopes, so evaluation and inversion are exact.
public sealed interface Activation permits Identity, LeakyRelu, Relu, AbsoluteValue, Jump {

    Rational apply(Rational t);

    Rational lowerLipschitz();

    /// A t with rho(t) = value; of several the nonnegative one.
    ///
    /// @throws ArithmeticException if there is none
    Rational inverse(Rational value);

    /// The text form, as [#parse(String)] reads it.
    String text();

    default boolean isContinuous() {
        return true;
    }

    /// Continuous with l > 0: a bijection of R.
    default boolean isBijective() {
        return isContinuous() && lowerLipschitz().signum() > 0;
    }

    /// Reads `identity`, `leaky(1/8)`, `relu`, `abs` or `jump`; a slope is rounded to the nearest double.
    ///
    /// @throws IllegalArgumentException for any other text, and for a slope outside (0, 1]
    static Activation parse(String text) {
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
