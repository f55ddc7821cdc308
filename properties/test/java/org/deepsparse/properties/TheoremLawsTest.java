package org.deepsparse.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.Recipe;
import org.deepsparse.instance.ThresholdInstance;
import org.deepsparse.report.Words;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.Sharp;
import org.deepsparse.theorem.SoftThresholdIsRelu;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.Regression;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// What a failing property says. It speaks of the smallest case with the numbers of that case, and cases that
/// failed before come before anything random.
class TheoremLawsTest {

    private static final int TRIES = 1000;
    private static final String LAW = "holdsUnderHypotheses";

    /// Claims that there are at most 65 sample points, and takes their number for uncertain by 30. Drawn
    /// cases have 20 to 100. Few of them hold and many are undecided, so that the floors of the property are
    /// missed too.
    private record FewPoints() implements Check<ThresholdInstance> {

        @Override
        public List<Hypothesis<ThresholdInstance>> hypotheses() {
            return List.of();
        }

        @Override
        public List<Claim> conclusion(ThresholdInstance instance) {
            int points = instance.points().length;
            return List.of(
                    new Claim.AtMost(Label.of("points"), Interval.of(points, points + 30), Interval.of(65)));
        }

        @Override
        public ThresholdInstance instance(Recipe recipe) {
            return new SoftThresholdIsRelu().instance(recipe);
        }

        @Override
        public List<Sharp> sharp() {
            return List.of();
        }

        @Override
        public List<Broken> broken() {
            return List.of();
        }
    }

    static class OfFewPoints extends TheoremLaws<ThresholdInstance> {

        OfFewPoints() {
            super(new SoftThresholdIsRelu(), new FewPoints());
        }
    }

    static class WithARegression extends OfFewPoints {
        @Override
        public List<Regression> regressions() {
            return Regression.parse("""
                    VIOLATED omp-exact:seed=1/core(7):3 # of another theorem
                    UNDECIDED soft-threshold-relu:seed=1,K=40 # as it should be
                    HOLDS soft-threshold-relu:seed=1,K=70 # seventy points
                    """, "here");
        }
    }

    static class WithAMisspeltRegression extends OfFewPoints {
        @Override
        public List<Regression> regressions() {
            return Regression.parse("HOLD soft-threshold-relu:seed=1,K=20 # misspelt", "here");
        }
    }

    private static String failure(Class<?> laws) {
        return Rejections.of(laws, TRIES).failures().getOrDefault(LAW, "passed");
    }

    @Test
    void theMessageIsTheJudgementOfTheSmallestCase() {
        List<String> lines = failure(OfFewPoints.class).lines().toList();
        assertEquals("points: measured [66.0, 96.0], bound 65.0", lines.get(0));
        String recipe = lines.get(1).replaceFirst("^\\./dsc replay '(.*)'$", "$1");
        Judgement smallest = JudgedCase.of(new FewPoints(), Recipe.parse(recipe)).judgement();
        assertEquals(Words.because(smallest), lines.get(0));
        assertEquals(List.of(lines.get(0), "./dsc replay '" + recipe + "'",
                "to keep: HOLDS " + recipe + " # what was wrong"), lines);
        for (Recipe smaller : Recipe.parse(recipe).smaller()) {
            assertTrue(JudgedCase.of(new FewPoints(), smaller).judgement().verdict() != Verdict.VIOLATED,
                    smaller.text());
        }
    }

    @Test
    void regressionsAreTriedBeforeAnythingRandom() {
        List<String> lines = failure(WithARegression.class).lines().toList();
        assertEquals("VIOLATED in place of HOLDS: points: measured [70.0, 100.0], bound 65.0", lines.get(0));
        assertTrue(lines.get(1).startsWith("./dsc replay 'soft-threshold-relu:seed=1,K=70"), lines.get(1));
        assertEquals("wrong before: seventy points", lines.get(2));
    }

    @Test
    void aRegressionThatCannotBeReadIsNotPassedOver() {
        String failure = failure(WithAMisspeltRegression.class);
        assertTrue(failure.startsWith("here, line 1: unknown verdict 'HOLD'"), failure);
    }

    /// The file itself is read by every class of laws; a wrong name would read as no regressions.
    @Test
    void thisProjectKeepsItsRegressions() {
        assertTrue(new OfFewPoints().regressions().size() >= 10, "cases in " + KeepsRegressions.FILE);
    }
}
