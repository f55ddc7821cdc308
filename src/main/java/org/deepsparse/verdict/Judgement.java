package org.deepsparse.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The verdict on one instance, with everything it rests on. The only place where hypotheses and claims
/// become a verdict.
///
/// Hypotheses come first. One that is violated makes the case NOT_APPLICABLE, one that is undecided makes it
/// UNDECIDED, and only where all hold is the conclusion looked at. Its worst claim is then the verdict.
///
/// @param decisions one a hypothesis, in their order
/// @param claims the claims of the conclusion; empty where a hypothesis did not hold
public record Judgement(Verdict verdict, List<Decided> decisions, List<Claim> claims) {

    /// A hypothesis with its decision.
    ///
    /// @param name as on the note page: `H1`
    public record Decided(String name, String formula, Decision decision) {}

    public Judgement {
        decisions = List.copyOf(decisions);
        claims = List.copyOf(claims);
    }

    /// Judges an instance.
    ///
    /// @param conclusion called only where every hypothesis holds
    public static <I> Judgement of(
            List<Hypothesis<I>> hypotheses, Function<I, List<Claim>> conclusion, I instance) {
        List<Decided> decisions = decide(hypotheses, instance);
        Verdict worst = decisions.stream()
                .map(decided -> decided.decision.verdict())
                .reduce(Verdict.HOLDS, Verdict::worseOf);
        return switch (worst) {
            case VIOLATED -> new Judgement(Verdict.NOT_APPLICABLE, decisions, List.of());
            case UNDECIDED, NOT_APPLICABLE -> new Judgement(Verdict.UNDECIDED, decisions, List.of());
            case HOLDS -> {
                List<Claim> claims = conclusion.apply(instance);
                yield new Judgement(worst(claims), decisions, claims);
            }
        };
    }

    /// Decides every hypothesis, also behind one that is violated.
    public static <I> List<Decided> decide(List<Hypothesis<I>> hypotheses, I instance) {
        List<Decided> decisions = new ArrayList<>();
        for (Hypothesis<I> hypothesis : hypotheses) {
            decisions.add(new Decided(hypothesis.name(), hypothesis.formula(), hypothesis.decide(instance)));
        }
        return decisions;
    }

    /// The worst of the claims; a conclusion that claims nothing has shown nothing.
    public static Verdict worst(List<Claim> claims) {
        return claims.isEmpty()
                ? Verdict.UNDECIDED
                : Verdict.worst(claims.stream().map(Claim::verdict).toList());
    }

    /// The largest measured/bound over claims with a positive finite bound; NaN if there is none.
    public double worstRatio() {
        return Claim.comparisons(claims).stream()
                .filter(claim -> claim.bound().upper() < Double.POSITIVE_INFINITY)
                .mapToDouble(Claim.AtMost::ratio)
                .filter(ratio -> !Double.isNaN(ratio))
                .max()
                .orElse(Double.NaN);
    }
}
