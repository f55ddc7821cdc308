package org.deepsparse.trial;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.Sharp;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;

/// Whether the sharp recipes of a check are tight and its broken ones bite. Run by `verify` itself, so that a
/// check that cannot fail is found out by its users too.
///
/// @param sharp number of sharp recipes
/// @param broken number of broken recipes
/// @param failures one line for each recipe that is not tight or does not bite
public record Sharpness(int sharp, int tight, int broken, int bite, List<String> failures) {

    /// A bound this much smaller must be violated in a tight case.
    static final double SCALE = 0.999;

    public static <I> Sharpness of(Check<I> check) {
        List<String> failures = new ArrayList<>();
        int tight = 0;
        for (Sharp sharp : check.sharp()) {
            boolean is = switch (sharp) {
                case Sharp.Tight bound -> isTight(check, bound);
                case Sharp.Boundary boundary -> isBoundary(check, boundary);
            };
            tight += is ? 1 : 0;
            if (!is) {
                failures.add("not tight: " + sharp.recipe().text());
            }
        }
        int bite = 0;
        for (Broken broken : check.broken()) {
            boolean is = bites(check, broken);
            bite += is ? 1 : 0;
            if (!is) {
                failures.add("does not bite: " + broken.hypothesis() + " at " + broken.recipe().text());
            }
        }
        return new Sharpness(check.sharp().size(), tight, check.broken().size(), bite, List.copyOf(failures));
    }

    private static <I> boolean isTight(Check<I> check, Sharp.Tight sharp) {
        Judgement judgement = JudgedCase.of(check, sharp.recipe()).judgement();
        List<Label> reached = Claim.comparisons(judgement.claims()).stream()
                .filter(claim -> claim.scaled(SCALE).verdict() == Verdict.VIOLATED)
                .map(claim -> claim.label().atAnyStep())
                .toList();
        return judgement.verdict() != Verdict.VIOLATED && !reached.isEmpty()
                && reached.containsAll(sharp.where());
    }

    private static <I> boolean isBoundary(Check<I> check, Sharp.Boundary sharp) {
        I instance = check.instance(sharp.recipe());
        return onlyViolated(check, instance, sharp.hypothesis(), true)
                && Judgement.worst(check.conclusion(instance)) == Verdict.VIOLATED;
    }

    private static <I> boolean bites(Check<I> check, Broken broken) {
        I instance = check.instance(broken.recipe());
        return onlyViolated(check, instance, broken.hypothesis(), false)
                && Judgement.worst(check.conclusion(instance)) == Verdict.VIOLATED;
    }

    /// Whether the named hypothesis is violated (by equality, if asked) and every other one holds.
    private static <I> boolean onlyViolated(Check<I> check, I instance, String name, boolean byEquality) {
        boolean found = false;
        for (Judgement.Decided decided : Judgement.decide(check.hypotheses(), instance)) {
            boolean named = decided.name().equals(name);
            Verdict expected = named ? Verdict.VIOLATED : Verdict.HOLDS;
            if (decided.decision().verdict() != expected
                    || (named && byEquality && !decided.decision().isEquality())) {
                return false;
            }
            found |= named;
        }
        return found;
    }

    public boolean isComplete() {
        return failures.isEmpty();
    }
}
