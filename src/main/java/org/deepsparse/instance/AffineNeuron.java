package org.deepsparse.instance;

import org.deepsparse.exact.Rational;

/// One ReLU with an affine skip, `alpha ReLU(beta t + gamma) + delta t + epsilon`: a candidate for what two
/// neurons are needed for.
///
/// It is convex for alpha >= 0 and concave for alpha <= 0, so it never bends both ways.
public record AffineNeuron(double alpha, double beta, double gamma, double delta, double epsilon) {

    boolean isFinite() {
        return Double.isFinite(gamma) && Double.isFinite(epsilon);
    }

    /// Its value at t, exactly.
    public Rational at(Rational t) {
        Rational inner = Rational.of(beta).times(t).plus(Rational.of(gamma));
        Rational bent = inner.signum() > 0 ? inner : Rational.ZERO;
        return Rational.of(alpha).times(bent).plus(Rational.of(delta).times(t)).plus(Rational.of(epsilon));
    }
}
