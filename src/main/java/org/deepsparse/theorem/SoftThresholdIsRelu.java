package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.instance.ThresholdDraw;
import org.deepsparse.instance.ThresholdInstance;
import org.deepsparse.kernel.Kernels;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Soft thresholding is two ReLU neurons  (`soft-threshold-relu`; Li, Feng, Zhou 2024, Lemma 14)
/// The shrinkage of sparse coding is computed exactly by a ReLU network.
///
/// **Hypotheses** (H1) a >= 0.
///
/// **Conclusion** `T_a(t) = ReLU(t - a) - ReLU(-t - a)` for all real t, and for all finite doubles as
/// computed in doubles; T_a is odd, 1-Lipschitz, moves nothing by more than a, and is the proximal map of a
/// abs(.).
///
/// **Measured** in exact rationals (the identity), and on the kernel in use against the two neurons evaluated
/// in doubles and against the correctly rounded exact value. **Decided** exactly. **Sharp** abs(T_a(t) - t) =
/// a for abs(t) >= a. **Broken** H1: a = -1, t = 1/2. **Not claimed** that bits agree: signed zeros may
/// differ. **Proof** proofs-notes/soft-threshold-relu.md. **Property** SoftThresholdIsReluProperties.
public record SoftThresholdIsRelu() implements Theorem<ThresholdInstance> {

    @Override
    public Statement statement() {
        return new Statement(
                "soft-threshold-relu",
                "soft thresholding is two ReLU neurons",
                "Lemma 14",
                Statement.Status.PAPER,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.EXACT,
                "T_a(t) = ReLU(t - a) - ReLU(-t - a); T_a is odd, 1-Lipschitz, the prox of a abs(.), and "
                        + "abs(T_a(t) - t) <= a",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return new ThresholdDraw();
    }

    @Override
    public List<Hypothesis<ThresholdInstance>> hypotheses() {
        return List.of(new Hypothesis<>(
                "H1", "a >= 0", instance -> Decision.of(instance.threshold() >= 0,
                        Evidence.Facts.of("a", instance.threshold()))));
    }

    @Override
    public List<Claim> conclusion(ThresholdInstance instance) {
        double a = instance.threshold();
        double[] points = instance.points();
        double[] shrunk = new double[points.length];
        if (a >= 0) {
            Kernels.softThreshold(points, 0, a, shrunk, 0, points.length);
        } else {
            for (int i = 0; i < points.length; i++) {
                shrunk[i] = Math.copySign(Math.max(Math.abs(points[i]) - a, 0), points[i]);
            }
        }
        List<Claim> claims = new ArrayList<>();
        claims.add(every("real-identity", points, i -> {
            Rational t = Rational.of(points[i]);
            return exact(t, a).equals(twoNeurons(t, a));
        }));
        claims.add(every("double-identity", points,
                i -> shrunk[i] == relu(points[i] - a) - relu(-points[i] - a)));
        claims.add(every("correctly-rounded", points,
                i -> shrunk[i] == exact(Rational.of(points[i]), a).nearest()));
        // what the definition promises, asked of the network
        claims.add(every("odd", points,
                i -> twoNeurons(Rational.of(points[i]).negate(), a)
                        .equals(twoNeurons(Rational.of(points[i]), a).negate())));
        claims.add(every("1-lipschitz", points,
                i -> lipschitz(Rational.of(points[i]), Rational.of(points[Math.max(i - 1, 0)]), a)));
        claims.add(every("prox", points, i -> isProx(Rational.of(points[i]), a)));
        Interval moved = Interval.ZERO;
        for (double point : points) {
            Rational t = Rational.of(point);
            moved = moved.max(twoNeurons(t, a).minus(t).abs().enclosure());
        }
        claims.add(new Claim.AtMost(Label.of("moves-at-most-a"), moved, Interval.of(a)));
        return claims;
    }

    private interface AtPoint {
        boolean holds(int i);
    }

    private static Claim every(String label, double[] points, AtPoint claim) {
        for (int i = 0; i < points.length; i++) {
            if (!claim.holds(i)) {
                return new Claim.Decided(Label.of(label), Verdict.VIOLATED,
                        Evidence.Facts.of("t", points[i]));
            }
        }
        return new Claim.Decided(Label.of(label), points.length == 0 ? Verdict.UNDECIDED : Verdict.HOLDS,
                Evidence.Facts.of("points", points.length));
    }

    /// `sign(t) max(abs(t) - a, 0)`, the definition.
    private static Rational exact(Rational t, double a) {
        Rational magnitude = t.abs().minus(Rational.of(a));
        return magnitude.signum() <= 0 ? Rational.ZERO : t.signum() < 0 ? magnitude.negate() : magnitude;
    }

    /// `ReLU(t - a) - ReLU(-t - a)`, the network.
    private static Rational twoNeurons(Rational t, double a) {
        Rational threshold = Rational.of(a);
        return relu(t.minus(threshold)).minus(relu(t.negate().minus(threshold)));
    }

    private static boolean lipschitz(Rational t, Rational other, double a) {
        return twoNeurons(t, a).minus(twoNeurons(other, a)).abs().compareTo(t.minus(other).abs()) <= 0;
    }

    /// p minimises `(p - t)^2/2 + a abs(p)` iff t - p = a sign(p) for p != 0 and abs(t) <= a for p = 0 (the
    /// subdifferential contains 0).
    private static boolean isProx(Rational t, double a) {
        Rational p = twoNeurons(t, a);
        Rational threshold = Rational.of(a);
        return p.isZero()
                ? t.abs().compareTo(threshold) <= 0
                : t.minus(p).equals(p.signum() > 0 ? threshold : threshold.negate());
    }

    private static Rational relu(Rational t) {
        return t.signum() > 0 ? t : Rational.ZERO;
    }

    private static double relu(double t) {
        return Math.max(t, 0);
    }

    @Override
    public ThresholdInstance instance(Recipe recipe) {
        return ThresholdInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return List.of(new Sharp.Tight(new NamedExample("soft-threshold-relu", "beyond")));
    }

    @Override
    public List<Broken> broken() {
        return List.of(new Broken("H1", new NamedExample("soft-threshold-relu", "negative")));
    }
}
