package org.deepsparse.trial;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Check;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Verdict;

/// The verdict on one instance, with everything it rests on.
///
/// Hypotheses come first: one violated makes the case NOT_APPLICABLE, one undecided makes it UNDECIDED, and only then is the conclusion
/// looked at.
///
/// @param decisions one a hypothesis, in their order
/// @param claims the conclusion's claims; empty where a hypothesis did not hold
public record Judgement(Recipe recipe, Verdict verdict, List<Decided> decisions, List<Claim> claims) {

    /// A hypothesis with its decision.
    public record Decided(String name, String formula, Decision decision) {}

    public static <I> Judgement of(Check<I> check, Recipe recipe) {
        I instance = check.instance(recipe);
        List<Decided> decisions = decide(check, instance);
        Verdict hypotheses = decisions.stream()
                .map(decided -> decided.decision.verdict())
                .reduce(Verdict.HOLDS, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        return switch (hypotheses) {
            case VIOLATED -> new Judgement(recipe, Verdict.NOT_APPLICABLE, decisions, List.of());
            case UNDECIDED -> new Judgement(recipe, Verdict.UNDECIDED, decisions, List.of());
            default -> {
                List<Claim> claims = check.conclusion(instance);
                yield new Judgement(recipe, worst(claims), decisions, claims);
            }
        };
    }

    static <I> List<Decided> decide(Check<I> check, I instance) {
        List<Decided> decisions = new ArrayList<>();
        for (Hypothesis<I> hypothesis : check.hypotheses()) {
            decisions.add(new Decided(hypothesis.name(), hypothesis.formula(), hypothesis.decide(instance)));
        }
        return List.copyOf(decisions);
    }

    /// The worst of the claims; a conclusion that claims nothing has shown nothing.
    static Verdict worst(List<Claim> claims) {
        return claims.isEmpty() ? Verdict.UNDECIDED : Verdict.worst(claims.stream().map(Claim::verdict).toList());
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

    /// Why the verdict is what it is, in one line: the first hypothesis or claim that has this verdict.
    public String because() {
        Verdict hypothesis = verdict == Verdict.NOT_APPLICABLE ? Verdict.VIOLATED : verdict;
        if (claims.isEmpty()) {
            return decisions.stream()
                    .filter(decided -> decided.decision.verdict() == hypothesis)
                    .map(decided -> decided.name + " (" + decided.formula + "): " + decided.decision.because())
                    .findFirst()
                    .orElse("the conclusion claims nothing");
        }
        return claims.stream()
                .filter(claim -> claim.verdict() == verdict)
                .map(claim -> claim.label() + ": " + claim.because())
                .findFirst()
                .orElse("");
    }
}
