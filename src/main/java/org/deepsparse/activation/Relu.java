package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// `rho(t) = max(t, 0)`, l = 0: forgets every negative number, so it is outside the hypotheses of the
/// uniqueness theorems.
public record Relu() implements PiecewiseLinear {

    @Override
    public Rational apply(Rational t) {
        return t.signum() < 0 ? Rational.ZERO : t;
    }

    @Override
    public Rational lowerSlope() {
        return Rational.ZERO;
    }

    /// The value itself; 0 has other preimages too.
    @Override
    public Rational inverse(Rational value) {
        if (value.signum() < 0) {
            throw new ArithmeticException("ReLU never takes the value " + value);
        }
        return value;
    }

    @Override
    public String text() {
        return "relu";
    }
}
