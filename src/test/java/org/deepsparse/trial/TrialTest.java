package org.deepsparse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.DrawnRecipe;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.Sharp;
import org.deepsparse.theorem.Stability;
import org.deepsparse.theorem.Uniqueness;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// The machinery that hands out verdicts, tried on checks made for it: it must not be green where nothing was
/// shown.
class TrialTest {

    /// A check on the number of sample points of a recipe: a number small enough to know every answer.
    private record OnCount(
            List<Hypothesis<Integer>> hypotheses, IntFunction<List<Claim>> claims, List<Sharp> sharp,
            List<Broken> broken)
            implements
                Check<Integer> {

        OnCount(List<Hypothesis<Integer>> hypotheses, List<Claim> claims, List<Sharp> sharp,
                List<Broken> broken) {
            this(hypotheses, count -> claims, sharp, broken);
        }

        @Override
        public List<Claim> conclusion(Integer count) {
            return claims.apply(count);
        }

        @Override
        public Integer instance(Recipe recipe) {
            return ((DrawnRecipe) recipe).count();
        }
    }

    private static final Recipe RECIPE = Recipe.parse("soft-threshold-relu:seed=3,K=40");
    private static final Claim HOLDS = new Claim.AtMost(Label.of("a"), Interval.of(1), Interval.of(1));
    private static final Claim VIOLATED = new Claim.AtMost(Label.of("b"), Interval.of(2), Interval.of(1));
    private static final Claim UNDECIDED = new Claim.AtMost(Label.of("c"), Interval.of(0, 2), Interval.of(1));

    private static Hypothesis<Integer> hypothesis(Verdict verdict) {
        return new Hypothesis<>("H1", "h", count -> new Decision(verdict, Interval.ZERO));
    }

    private static Verdict verdict(List<Hypothesis<Integer>> hypotheses, Claim... claims) {
        return JudgedCase.of(new OnCount(hypotheses, List.of(claims), List.of(), List.of()), RECIPE)
                .judgement().verdict();
    }

    @Test
    void theWorstClaimCountsAndNoneIsNothing() {
        assertEquals(Verdict.HOLDS, verdict(List.of(), HOLDS));
        assertEquals(Verdict.UNDECIDED, verdict(List.of(), HOLDS, UNDECIDED));
        assertEquals(Verdict.VIOLATED, verdict(List.of(), HOLDS, UNDECIDED, VIOLATED));
        assertEquals(Verdict.UNDECIDED, verdict(List.of()), "a conclusion that claims nothing");
    }

    @Test
    void hypothesesComeFirst() {
        assertEquals(Verdict.NOT_APPLICABLE, verdict(List.of(hypothesis(Verdict.VIOLATED)), VIOLATED));
        assertEquals(Verdict.UNDECIDED, verdict(List.of(hypothesis(Verdict.UNDECIDED)), HOLDS));
        assertEquals(Verdict.NOT_APPLICABLE,
                verdict(List.of(hypothesis(Verdict.UNDECIDED), hypothesis(Verdict.VIOLATED)), HOLDS));
        assertEquals(Verdict.HOLDS, verdict(List.of(hypothesis(Verdict.HOLDS)), HOLDS));
    }

    private static boolean isComplete(List<Hypothesis<Integer>> hypotheses, Claim claim, Sharp sharp) {
        return Sharpness.of(new OnCount(hypotheses, List.of(claim), List.of(sharp), List.of())).isComplete();
    }

    @Test
    void sharpMeansSharp() {
        Sharp tight = new Sharp.Tight(RECIPE);
        assertTrue(isComplete(List.of(), HOLDS, tight));
        assertFalse(isComplete(List.of(), new Claim.AtMost(Label.of("loose"), Interval.of(0.9), Interval.ONE),
                tight), "10 % room");
        assertFalse(isComplete(List.of(), VIOLATED, tight), "beyond the bound");
        assertFalse(isComplete(List.of(hypothesis(Verdict.VIOLATED)), HOLDS, tight),
                "outside the hypotheses");
        Sharp boundary = new Sharp.Boundary(RECIPE, "H1");
        assertTrue(isComplete(List.of(hypothesis(Verdict.VIOLATED)), VIOLATED, boundary));
        assertFalse(isComplete(List.of(hypothesis(Verdict.VIOLATED)), HOLDS, boundary),
                "the conclusion does not fail");
        assertFalse(isComplete(List.of(hypothesis(Verdict.HOLDS)), VIOLATED, boundary),
                "the hypothesis holds");
        Hypothesis<Integer> farOutside = new Hypothesis<>("H1", "h", count -> Decision.of(false));
        assertFalse(isComplete(List.of(farOutside), VIOLATED, boundary), "no equality");
    }

    @Test
    void brokenMeansThatHypothesisOnly() {
        Broken broken = new Broken("H1", RECIPE);
        Hypothesis<Integer> other = new Hypothesis<>("H2", "h", count -> Decision.of(false));
        assertTrue(bites(List.of(hypothesis(Verdict.VIOLATED)), VIOLATED, broken));
        assertFalse(bites(List.of(hypothesis(Verdict.VIOLATED), other), VIOLATED, broken));
        assertFalse(bites(List.of(hypothesis(Verdict.VIOLATED)), UNDECIDED, broken));
        assertFalse(bites(List.of(other), VIOLATED, broken), "no such hypothesis");
    }

    private static boolean bites(List<Hypothesis<Integer>> hypotheses, Claim claim, Broken broken) {
        return Sharpness.of(new OnCount(hypotheses, List.of(claim), List.of(), List.of(broken))).isComplete();
    }

    /// 17 is the smallest count with the verdict, and shrinking finds it.
    @Test
    void shrinkingEndsAtTheSmallest() {
        Check<Integer> fromSeventeen = new OnCount(List.of(),
                count -> List.of(count >= 17 ? VIOLATED : HOLDS), List.of(), List.of());
        JudgedCase smallest = Smallest.with(fromSeventeen, JudgedCase.of(fromSeventeen, RECIPE));
        assertEquals("soft-threshold-relu:seed=0,K=17", smallest.recipe().text());
        assertEquals(List.of(VIOLATED), smallest.judgement().claims());
    }

    private static TheoremResult result(int holds, int violated, int undecided, Coverage coverage) {
        Sharpness sharp = new Sharpness(1, 1, 1, 1, List.of());
        Tally tally = new Tally("stability", holds, violated, undecided, 1000 - holds - violated - undecided,
                1, Histogram.empty(), Histogram.empty(), List.of(), List.of());
        return new TheoremResult(new Stability(), tally, sharp, coverage, List.of());
    }

    @Test
    void floorsAreEnforced() {
        Coverage met = new Coverage(List.of(new Coverage.Share("x", "applied", 500, 1000, 0.4, 1)), 1000);
        Coverage missed = new Coverage(List.of(new Coverage.Share("x", "applied", 300, 1000, 0.4, 1)), 1000);
        assertEquals(Verdict.HOLDS, result(700, 0, 0, met).verdict());
        assertEquals(Verdict.UNDECIDED, result(700, 0, 0, missed).verdict());
        assertEquals(Verdict.UNDECIDED, result(690, 0, 10, met).verdict(), "98.6 % decided");
        assertEquals(Verdict.HOLDS, result(699, 0, 1, met).verdict());
        assertEquals(Verdict.VIOLATED, result(699, 1, 0, met).verdict());
        assertEquals(Verdict.NOT_APPLICABLE, result(0, 0, 0, met).verdict());
        assertTrue(new Coverage(missed.shares(), Coverage.ENOUGH - 1).isMet(), "below ENOUGH chance decides");
    }

    @Test
    void casesDependOnSeedAndIndexOnly() {
        Trial trial = new Trial(new Uniqueness(), 30, 5);
        AtomicInteger steps = new AtomicInteger();
        try (ForkJoinPool pool = new ForkJoinPool(2)) {
            trial.run(pool, steps::incrementAndGet);
        }
        assertEquals(30, steps.get());
        assertEquals(30, trial.result().tally().cases());
        Trial again = new Trial(new Uniqueness(), 3, 5);
        IntStream.range(0, 30).forEach(i -> assertEquals(trial.recipe(i), again.recipe(i)));
        assertNotEquals(trial.recipe(0), new Trial(new Uniqueness(), 3, 6).recipe(0));
        assertNotEquals(trial.recipe(0), trial.recipe(1));
    }
}
