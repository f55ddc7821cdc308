package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// `rho(t) = t + sign(t)`, l = 1 but not continuous: it never takes a value in (-1, 0) or (0, 1), so noise
/// behind it can leave its range. [#inverse] continues its inverse `v - sign(v)` into the gap, where it moves
/// small numbers far: a broken hypothesis for the layer-by-layer method.
public record Jump() implements PiecewiseLinear {

    @Override
    public Rational apply(Rational t) {
        return t.plus(Rational.of(t.signum()));
    }

    @Override
    public Rational lowerSlope() {
        return Rational.ONE;
    }

    @Override
    public boolean isContinuous() {
        return false;
    }

    @Override
    public Rational inverse(Rational value) {
        return value.minus(Rational.of(value.signum()));
    }

    @Override
    public String text() {
        return "jump";
    }
}
