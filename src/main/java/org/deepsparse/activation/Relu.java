package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// `rho(t) = max(t, 0)`, l = 0: forgets every negative number, so it is outside the hypotheses of the uniqueness theorems.
public record Relu() implements Activation {

    @Override
    public Rational apply(Rational t) {
        return t.signum() < 0 ? Rational.ZERO : t;
    }

    @Override
    public Rational lowerLipschitz() {
        return Rational.ZERO;
    }

    @Override
    public Rational inverse(Rational value) {
        throw new ArithmeticException("ReLU has no inverse, asked for at " + value);
    }

    @Override
    public String text() {
        return "relu";
    }
}
