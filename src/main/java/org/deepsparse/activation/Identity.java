package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// `rho(t) = t`, l = 1: the multilayer convolutional sparse coding model of the literature.
public record Identity() implements PiecewiseLinear {

    @Override
    public Rational apply(Rational t) {
        return t;
    }

    @Override
    public Rational lowerSlope() {
        return Rational.ONE;
    }

    @Override
    public Rational inverse(Rational value) {
        return value;
    }

    @Override
    public String text() {
        return "identity";
    }
}
