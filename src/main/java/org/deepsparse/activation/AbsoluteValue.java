package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// `rho(t) = abs(t)`, l = 0: two-to-one although it never flattens; a broken hypothesis for the uniqueness theorems.
public record AbsoluteValue() implements Activation {

    @Override
    public Rational apply(Rational t) {
        return t.abs();
    }

    @Override
    public Rational lowerLipschitz() {
        return Rational.ZERO;
    }

    @Override
    public Rational inverse(Rational value) {
        throw new ArithmeticException("the absolute value has no inverse, asked for at " + value);
    }

    @Override
    public String text() {
        return "abs";
    }
}
