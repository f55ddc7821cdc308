package org.deepsparse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.OmpExact;
import org.deepsparse.theorem.SparkBound;
import org.deepsparse.theorem.Stability;
import org.deepsparse.theorem.Uniqueness;
import org.deepsparse.trial.Coverage;
import org.deepsparse.trial.Histogram;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.NoiseAmplification;
import org.deepsparse.trial.Sharpness;
import org.deepsparse.trial.ShrunkFailure;
import org.deepsparse.trial.Tally;
import org.deepsparse.trial.TheoremResult;
import org.deepsparse.trial.Verification;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;

/// Results that no theorem of the list ever has, to see how they read.
final class MadeByHand {

    private MadeByHand() {}

    /// One piece of evidence of each kind.
    static List<Evidence> evidence() {
        RationalVector code = RationalVector.of(1, 0, 0);
        RationalVector rival = RationalVector.of(Rational.ZERO, Rational.of(-2, 3), Rational.of(1, 3));
        return List.of(
                new Evidence.Dependence(List.of(0, 2, 5),
                        RationalVector.of(Rational.ONE, Rational.of(-2), Rational.of(3, 7))),
                new Evidence.RivalCode(code, rival),
                new Evidence.RivalChain(List.of(code, RationalVector.of(1, 2)),
                        List.of(rival, RationalVector.of(0, 3))),
                new Evidence.DualVector(List.of(RationalVector.of(1, -0.75), RationalVector.of(0.5))),
                new Evidence.Pair(3, 11),
                new Evidence.Exhaustion("subsets of 4 atoms"),
                Evidence.Facts.of("lambda", 2, "mu^2", Rational.of(1, 9), "1 - q", Interval.of(0.25, 0.5)),
                new Evidence.Reason("the budget ran out; a larger one would decide it"));
    }

    /// A case with every verdict among its claims, and a claim for every kind of evidence.
    static JudgedCase violated() {
        List<Judgement.Decided> decisions = List.of(
                new Judgement.Decided("H1", "lambda < (1 + 1/mu)/2",
                        Decision.positive(Interval.of(0.125, 0.25), Evidence.Facts.of("lambda", 1),
                                new Evidence.Pair(0, 1))),
                new Judgement.Decided("H2", "eps = 0", Decision.of(true, Evidence.Facts.of("eps^2", 0))));
        List<Claim> kinds = evidence().stream()
                .<Claim>map(one -> new Claim.Decided(Label.of("kind").atStep(evidence().indexOf(one)),
                        Verdict.VIOLATED, one))
                .toList();
        Claim several = new Claim.Decided(Label.of("several"), Verdict.HOLDS, evidence().get(4),
                evidence().get(6));
        Claim none = new Claim.Decided(Label.of("none"), Verdict.HOLDS);
        Claim open = new Claim.AtMost(Label.of("distance").inLayer(2).atStep(7), Interval.of(1, 3),
                Interval.of(2));
        Claim overflow = new Claim.AtMost(
                Label.of("distance").inLayer(3).atStep(7), Interval.ONE,
                Interval.of(2, Double.POSITIVE_INFINITY));
        Claim beyond = new Claim.AtMost(Label.of("distance").inLayer(1).atStep(7), Interval.of(3),
                Interval.of(2));
        List<Claim> claims = new ArrayList<>(List.of(several, none, open, overflow, beyond));
        claims.addAll(kinds);
        return new JudgedCase(new NamedExample("stability", "by-hand"), Optional.empty(),
                new Judgement(Verdict.VIOLATED, decisions, claims));
    }

    /// A hypothesis that was not decided: the margin straddles 0.
    static JudgedCase undecided(String theorem) {
        Decision open = Decision.positive(Interval.of(-0x1p-60, 0x1p-60),
                new Evidence.Reason("the margin is below the rounding"));
        return new JudgedCase(
                new NamedExample(theorem, "open"),
                Optional.empty(),
                new Judgement(Verdict.UNDECIDED, List.of(new Judgement.Decided("H1", "q < 1", open)),
                        List.of()));
    }

    /// A theorem that failed in every way, one with too many cases open, one that misses a floor, and one
    /// that applied to none.
    static Verification verification() {
        Recipe drawn = Recipe.parse("stability:seed=7,noise=1/core(7):3");
        Tally failing = tally("stability", 600, 2, 1, 397, 1.25);
        TheoremResult failed = new TheoremResult(
                new Stability(), failing,
                new Sharpness(8, 7, 21, 20,
                        List.of("not tight: stability:example=a",
                                "does not bite: H1 at stability:example=b")),
                coverage(603, 397),
                List.of(new ShrunkFailure(drawn, violated()),
                        new ShrunkFailure(violated().recipe(), violated()),
                        new ShrunkFailure(drawn, undecided("stability"))));
        Tally opening = tally("uniqueness", 690, 0, 10, 300, Double.NaN);
        TheoremResult open = new TheoremResult(
                new Uniqueness(), opening, new Sharpness(21, 21, 21, 21, List.of()), coverage(700, 300),
                List.of(new ShrunkFailure(Recipe.parse("uniqueness:seed=9/core(7):3"),
                        undecided("uniqueness"))));
        Tally fine = tally("spark-bound", 970, 0, 0, 30, 0.50001);
        TheoremResult unmet = new TheoremResult(
                new SparkBound(), fine, new Sharpness(4, 4, 0, 0, List.of()), coverage(970, 30), List.of());
        TheoremResult nothing = new TheoremResult(
                new OmpExact(), tally("omp-exact", 0, 0, 0, 1000, Double.NaN),
                new Sharpness(2, 2, 2, 2, List.of()),
                coverage(0, 1000), List.of());
        return new Verification(-3, List.of(failed, open, unmet, nothing),
                List.of(row("chain-a", 1, 2, 2), row("chain-b", 12, 4096.5, 2)));
    }

    private static Tally tally(String theorem, int holds, int violated, int undecided, int notApplicable,
            double worstRatio) {
        Histogram sizes = holds == 0 ? Histogram.empty() : Histogram.of(992).plus(Histogram.of(96));
        return new Tally(theorem, holds, violated, undecided, notApplicable, worstRatio, sizes,
                holds == 0 ? Histogram.empty() : Histogram.of(2791), List.of(), List.of());
    }

    private static Coverage coverage(int applied, int others) {
        Coverage.Share apply = new Coverage.Share("apply", "random cases", applied, applied + others, 0.60,
                0.95);
        return new Coverage(
                List.of(apply, new Coverage.Share("deep", "applied, J >= 2", 2, 3, 0.40, 1),
                        new Coverage.Share("noisy", "applied", 0, 0, 0, 1)),
                applied + others);
    }

    private static NoiseAmplification row(String chain, int depth, double layerByLayer, double deepestFirst) {
        return new NoiseAmplification(chain, depth, 1, claim(depth, layerByLayer),
                claim(depth, deepestFirst));
    }

    private static Claim.AtMost claim(int depth, double error) {
        return new Claim.AtMost(Label.of("error").inLayer(depth).atStep(9), Interval.of(error),
                Interval.of(error + 0.0625));
    }
}
