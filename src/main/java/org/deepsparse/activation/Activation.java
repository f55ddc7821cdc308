package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// An activation rho : R -> R with rho(0) = 0, applied entry by entry.
///
/// The *lower Lipschitz constant* l is the largest number with `abs(rho(a) - rho(b)) >= l abs(a - b)` for all a, b. All
/// activations here are continuous, so l > 0 makes rho a bijection of R; all are piecewise linear with rational
/// slopes, so evaluation and inversion are exact.
public sealed interface Activation permits Identity, LeakyRelu, Relu, AbsoluteValue {

    Rational apply(Rational t);

    Rational lowerLipschitz();

    /// The t with rho(t) = value.
    ///
    /// @throws ArithmeticException if rho is no bijection
    Rational inverse(Rational value);

    /// The text form, as [#parse(String)] reads it.
    String text();

    default boolean isBijective() {
        return lowerLipschitz().signum() > 0;
    }

    /// Reads `identity`, `leaky(1/8)`, `relu` or `abs`; a slope is rounded to the nearest double.
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
            default -> throw new IllegalArgumentException(
                    "unknown activation '" + text + "'; known: identity, leaky(SLOPE), relu, abs");
        };
    }
}
