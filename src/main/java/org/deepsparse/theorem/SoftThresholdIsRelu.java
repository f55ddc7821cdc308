package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.AffineNeuron;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.instance.ThresholdDraw;
import org.deepsparse.instance.ThresholdInstance;
import org.deepsparse.kernel.KernelSelection;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Soft thresholding is two ReLU neurons: `soft-threshold-relu` (Li, Feng & Zhou 2024, Lemma 14)
///
/// The shrinkage of sparse coding is computed exactly by two ReLU neurons, and not by one.
///
/// ## Setting
/// * `T_a(t) = sign(t) max(abs(t) - a, 0)` is soft thresholding with the threshold `a`.
/// * `ReLU(t) = max(t, 0)`.
///
/// ## Hypotheses
/// * **H1** `a >= 0`. For `a = -1` and `t = 1/2` the left side is 3/2 and the right side 1.
///
/// ## Conclusion
/// `T_a(t) = ReLU(t - a) - ReLU(-t - a)` for all real `t`, and for all finite doubles as computed in doubles.
/// `T_a` is odd, 1-Lipschitz and the proximal map of `a abs(.)`, and `abs(T_a(t) - t) <= a`. For `a > 0` no
/// single ReLU beside an affine function does the same.
///
/// ## How it is checked
/// Every claim asks the kernels, the scalar and the vector ones, at edge values and at random:
/// * `two-neurons` and `correctly-rounded` compare with the two neurons and with the exact value, rounded;
/// * `odd`, `1-lipschitz` and `moves-at-most-a` compare results with each other and with the points;
/// * `prox` compares the objective `(p - t)^2/2 + a abs(p)` at the result with that at its neighbours among
///   the doubles;
/// * `bends-both-ways` and `one-neuron-differs` look at second differences, and at single neurons that come
///   near.
///
/// ## Where it is sharp, and where it breaks
/// Sharp: `abs(T_a(t) - t) = a` for `abs(t) >= a` (`beyond`). H1: `negative`.
///
/// Not claimed: that bits agree; signed zeros may differ. Proof: `proofs-notes/soft-threshold-relu.md`.
/// Property: `SoftThresholdIsReluProperties`.
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
        return claims(instance, a >= 0
                ? KernelSelection.runnable().stream().<Shrinkage>map(set -> points -> shrunk(set, points, a))
                        .toList()
                : List.of(points -> Arrays.stream(points).map(t -> definition(t, a)).toArray()));
    }

    /// The claims about several computations of T_a.
    static List<Claim> claims(ThresholdInstance instance, List<Shrinkage> all) {
        double a = instance.threshold();
        double[] points = instance.points();
        List<Claim> claims = new ArrayList<>();
        claims.add(every("two-neurons", points, all, (t, s) -> s == relu(t - a) - relu(-t - a)));
        claims.add(every("correctly-rounded", points, all,
                (t, s) -> s == exact(Rational.of(t), Rational.of(a)).nearest()));
        claims.add(odd(points, all));
        claims.add(lipschitz(points, all));
        claims.add(every("prox", points, all, (t, s) -> isProx(t, a, s)));
        claims.add(movesAtMost(points, a, all));
        if (a > 0 && Double.isFinite(2 * a)) {
            claims.add(bendsBothWays(a, all));
            claims.add(oneNeuronDiffers(instance.neurons(), a, all));
        }
        return claims;
    }

    /// T_a as something computes it, point by point.
    interface Shrinkage {
        double[] of(double... points);
    }

    private interface AtPoint {
        boolean holds(double point, double shrunk);
    }

    private static double[] shrunk(KernelSet set, double[] points, double a) {
        double[] shrunk = new double[points.length];
        set.softThreshold(points, 0, a, shrunk, 0, points.length);
        return shrunk;
    }

    /// For a negative threshold, which kernels refuse.
    private static double definition(double t, double a) {
        return Math.copySign(Math.max(Math.abs(t) - a, 0), t);
    }

    private static Claim every(String label, double[] points, List<Shrinkage> all, AtPoint claim) {
        for (Shrinkage shrinkage : all) {
            double[] shrunk = shrinkage.of(points);
            for (int i = 0; i < points.length; i++) {
                if (!claim.holds(points[i], shrunk[i])) {
                    return violated(label, points[i]);
                }
            }
        }
        return looked(label, points);
    }

    private static Claim violated(String label, double t) {
        return new Claim.Decided(Label.of(label), Verdict.VIOLATED, Evidence.Facts.of("t", t));
    }

    private static Claim looked(String label, double[] points) {
        return new Claim.Decided(Label.of(label), points.length == 0 ? Verdict.UNDECIDED : Verdict.HOLDS,
                Evidence.Facts.of("points", points.length));
    }

    private static Claim odd(double[] points, List<Shrinkage> all) {
        double[] mirrored = Arrays.stream(points).map(t -> -t).toArray();
        for (Shrinkage shrinkage : all) {
            double[] shrunk = shrinkage.of(points);
            double[] other = shrinkage.of(mirrored);
            for (int i = 0; i < points.length; i++) {
                if (other[i] != -shrunk[i]) {
                    return violated("odd", points[i]);
                }
            }
        }
        return looked("odd", points);
    }

    /// `abs(T_a(s) - T_a(t)) <= abs(s - t)` for neighbours in the list, up to the rounding of the results.
    private static Claim lipschitz(double[] points, List<Shrinkage> all) {
        for (Shrinkage shrinkage : all) {
            double[] shrunk = shrinkage.of(points);
            for (int i = 1; i < points.length; i++) {
                Rational apart = Rational.of(points[i]).minus(Rational.of(points[i - 1])).abs();
                Rational allowed = apart.plus(rounding(shrunk[i])).plus(rounding(shrunk[i - 1]));
                Rational found = Rational.of(shrunk[i]).minus(Rational.of(shrunk[i - 1])).abs();
                if (found.compareTo(allowed) > 0) {
                    return violated("1-lipschitz", points[i]);
                }
            }
        }
        return looked("1-lipschitz", points);
    }

    /// How far a number that was rounded to the nearest double can be from it: `u abs(rounded)`. The one
    /// subtraction of the shrinkage is exact where results are subnormal.
    private static Rational rounding(double rounded) {
        return Rational.of(rounded).abs().times(Rational.of(Interval.UNIT_ROUNDOFF));
    }

    /// Whether no neighbour of p among the doubles has a smaller `(p - t)^2/2 + a abs(p)`. That is convex,
    /// and as it is symmetric around its minimum where p does not change sign, the double next to the minimum
    /// is the best one.
    private static boolean isProx(double t, double a, double p) {
        Rational here = objective(t, a, p);
        return DoubleStream.of(Math.nextUp(p), Math.nextDown(p))
                .filter(Double::isFinite)
                .allMatch(next -> objective(t, a, next).compareTo(here) >= 0);
    }

    private static Rational objective(double t, double a, double p) {
        Rational distance = Rational.of(p).minus(Rational.of(t));
        return distance.square().dividedBy(Rational.of(2))
                .plus(Rational.of(a).times(Rational.of(p).abs()));
    }

    /// `abs(T_a(t) - t) <= a`, up to the rounding of T_a(t): the point where it is nearest.
    private static Claim movesAtMost(double[] points, double a, List<Shrinkage> all) {
        Rational most = Rational.ZERO;
        Rational allowed = Rational.of(a);
        for (Shrinkage shrinkage : all) {
            double[] shrunk = shrinkage.of(points);
            for (int i = 0; i < points.length; i++) {
                Rational moved = Rational.of(shrunk[i]).minus(Rational.of(points[i])).abs();
                Rational bound = Rational.of(a).plus(rounding(shrunk[i]));
                if (moved.times(allowed).compareTo(most.times(bound)) > 0) {
                    most = moved;
                    allowed = bound;
                }
            }
        }
        return Claim.AtMost.ofExact(Label.of("moves-at-most-a"), most, allowed);
    }

    /// The second differences at a and at -a, with step a, have opposite signs: T_a bends both ways. What one
    /// ReLU and an affine function compute bends one way only.
    private static Claim bendsBothWays(double a, List<Shrinkage> all) {
        for (Shrinkage shrinkage : all) {
            double[] at = shrinkage.of(kinks(a));
            Rational below = secondDifference(Rational.of(at[0]), Rational.of(at[1]), Rational.of(at[2]));
            Rational above = secondDifference(Rational.of(at[2]), Rational.of(at[3]), Rational.of(at[4]));
            if (below.signum() >= 0 || above.signum() <= 0) {
                return violated("bends-both-ways", a);
            }
        }
        return looked("bends-both-ways", kinks(a));
    }

    /// No single neuron bends both ways, and so none agrees with the kernels at all five points.
    private static Claim oneNeuronDiffers(List<AffineNeuron> neurons, double a, List<Shrinkage> all) {
        double[] points = kinks(a);
        for (AffineNeuron neuron : neurons) {
            List<Rational> values = Arrays.stream(points).mapToObj(t -> neuron.at(Rational.of(t))).toList();
            int below = secondDifference(values.get(0), values.get(1), values.get(2)).signum();
            int above = secondDifference(values.get(2), values.get(3), values.get(4)).signum();
            boolean agrees = all.stream().anyMatch(shrinkage -> values.equals(
                    Arrays.stream(shrinkage.of(points)).mapToObj(Rational::of).toList()));
            if (below * above < 0 || agrees) {
                return new Claim.Decided(Label.of("one-neuron-differs"), Verdict.VIOLATED,
                        Evidence.Facts.of("neuron", neuron));
            }
        }
        return new Claim.Decided(Label.of("one-neuron-differs"),
                neurons.isEmpty() ? Verdict.UNDECIDED : Verdict.HOLDS,
                Evidence.Facts.of("neurons", neurons.size()));
    }

    private static double[] kinks(double a) {
        return new double[] {-2 * a, -a, 0, a, 2 * a};
    }

    private static Rational secondDifference(Rational left, Rational middle, Rational right) {
        return left.minus(middle.times(2)).plus(right);
    }

    /// `sign(t) max(abs(t) - a, 0)`, the definition, exactly.
    private static Rational exact(Rational t, Rational a) {
        Rational magnitude = t.abs().minus(a);
        return magnitude.signum() <= 0 ? Rational.ZERO : t.signum() < 0 ? magnitude.negate() : magnitude;
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
