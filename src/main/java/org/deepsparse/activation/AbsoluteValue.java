package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// `rho(t) = abs(t)`, l = 0: two-to-one although it never flattens; a broken hypothesis for the uniqueness
/// theorems.
public record AbsoluteValue() implements PiecewiseLinear {

    @Override
    public Rational apply(Rational t) {
        return t.abs();
    }

    @Override
    public Rational lowerSlope() {
        return Rational.ZERO;
    }

    /// The value itself; its negative is another preimage.
    @Override
    public Rational inverse(Rational value) {
        if (value.signum() < 0) {
            throw new ArithmeticException("the absolute value never takes the value " + value);
        }
        return value;
    }

    @Override
    public String text() {
        return "abs";
    }
}
