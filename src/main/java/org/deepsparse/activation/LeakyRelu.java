package org.deepsparse.activation;

import org.deepsparse.exact.Rational;

/// `rho(t) = t` for t >= 0 and `slope t` for t < 0, with slope in (0, 1]; l = slope.
///
/// Random instances take slopes that are powers of two, so that codes stay doubles through the layers.
public record LeakyRelu(double slope) implements PiecewiseLinear {

    /// @throws IllegalArgumentException if the slope is outside (0, 1]
    public LeakyRelu {
        if (!(slope > 0 && slope <= 1)) {
            throw new IllegalArgumentException("leaky ReLU has slope " + slope + " but needs one in (0, 1]");
        }
    }

    static LeakyRelu parse(String slope) {
        return new LeakyRelu(Rational.parse(slope).nearest());
    }

    @Override
    public Rational apply(Rational t) {
        return t.signum() < 0 ? t.times(Rational.of(slope)) : t;
    }

    @Override
    public Rational lowerSlope() {
        return Rational.of(slope);
    }

    @Override
    public Rational inverse(Rational value) {
        return value.signum() < 0 ? value.dividedBy(Rational.of(slope)) : value;
    }

    @Override
    public String text() {
        return "leaky(" + Rational.of(slope) + ")";
    }
}
