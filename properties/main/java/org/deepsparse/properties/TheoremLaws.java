package org.deepsparse.properties;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import org.deepsparse.instance.Recipe;
import org.deepsparse.report.Words;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.Regression;
import org.deepsparse.trial.Sharpness;
import org.deepsparse.trial.Smallest;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

/// The laws of a theorem: it holds under its hypotheses, its sharp recipes are tight, its broken ones bite.
///
/// Extend it with the theorem at hand. Cases that once failed are tried first ([KeepsRegressions]), then
/// random ones. A failing one is shrunk. The message has the numbers of the smallest, the line that replays
/// it and the one that keeps it.
///
/// @param <I> the theorem's kind of instance
public abstract class TheoremLaws<I> implements KeepsRegressions {

    private static final double LEAST_APPLIED = 50;
    private static final double MOST_UNDECIDED = 1;

    private final Theorem<I> theorem;
    private final Check<I> check;

    protected TheoremLaws(Theorem<I> theorem) {
        this(theorem, theorem);
    }

    /// The laws of the theorem, asked of a check that may be a wrong version of it: how the laws themselves
    /// are tried.
    TheoremLaws(Theorem<I> theorem, Check<I> check) {
        this.theorem = theorem;
        this.check = check;
    }

    @Provide
    Arbitrary<Recipe> cases() {
        return TheoremCases.of(theorem);
    }

    /// A kept case of this theorem must get the verdict that is written beside it.
    @Override
    public void tryAgain(Regression regression) {
        if (regression.recipe().theorem().equals(theorem.id())) {
            JudgedCase judged = JudgedCase.of(check, regression.recipe());
            Verdict verdict = judged.judgement().verdict();
            require(
                    verdict == regression.expected(),
                    lines(judged, verdict + " in place of " + regression.expected() + ": ",
                            "wrong before: " + regression.because()));
        }
    }

    /// A failing case is shrunk, and the message is about the smallest one. Jqwik's own shrinking is off,
    /// because [Recipe#smaller()] is the only shrinker.
    @AddLifecycleHook(KeepsRegressions.First.class)
    @Property(seed = "1", shrinking = ShrinkingMode.OFF)
    void holdsUnderHypotheses(@ForAll("cases") Recipe recipe) {
        JudgedCase judged = JudgedCase.of(check, recipe);
        Verdict verdict = judged.judgement().verdict();
        if (verdict == Verdict.VIOLATED) {
            JudgedCase smallest = Smallest.with(check, judged);
            throw new AssertionError(
                    lines(smallest, "", "to keep: " + Regression.lineToKeep(smallest.recipe())));
        }
        Statistics.collect(verdict);
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(share -> share >= LEAST_APPLIED);
            coverage.check(Verdict.UNDECIDED).percentage(share -> share <= MOST_UNDECIDED);
        });
    }

    /// Printing and parsing are inverse, and every simpler recipe can be built and judged. The tag keeps it
    /// out of the mutation run: it judges hundreds of cases, and its law is about recipes.
    @Tag("recipes")
    @Property(seed = "2", tries = 40)
    void recipesReplayAndShrink(@ForAll("cases") Recipe recipe) {
        require(Recipe.parse(recipe.text()).equals(recipe),
                "not the same after printing and parsing: " + recipe.text());
        for (Recipe simpler : recipe.smaller()) {
            require(Recipe.parse(simpler.text()).equals(simpler),
                    "not the same after printing and parsing: " + simpler.text());
            JudgedCase.of(check, simpler);
        }
    }

    @Example
    void isSharp() {
        Sharpness sharpness = Sharpness.of(check);
        require(!theorem.sharp().isEmpty() || !theorem.reasonForNone().isEmpty(),
                "no sharp recipe and no reason");
        require(sharpness.tight() == theorem.sharp().size(),
                String.join(System.lineSeparator(), sharpness.failures()));
    }

    @Example
    void everyHypothesisIsNeeded() {
        Sharpness sharpness = Sharpness.of(check);
        require(!theorem.broken().isEmpty() || !theorem.reasonForNone().isEmpty(),
                "no broken recipe and no reason");
        require(sharpness.bite() == theorem.broken().size(),
                String.join(System.lineSeparator(), sharpness.failures()));
    }

    /// For `needs<Hypothesis>`: there are broken recipes for it, each is judged NOT_APPLICABLE because of it,
    /// and its conclusion fails.
    protected void requireNeeded(String hypothesis) {
        List<Broken> broken = theorem.broken().stream().filter(b -> b.hypothesis().equals(hypothesis))
                .toList();
        require(!broken.isEmpty(), "no broken recipe for " + hypothesis);
        for (Broken b : broken) {
            Judgement judgement = JudgedCase.of(theorem, b.recipe()).judgement();
            require(judgement.verdict() == Verdict.NOT_APPLICABLE,
                    b.recipe().text() + " is " + judgement.verdict());
            require(Words.because(judgement).startsWith(hypothesis + " "),
                    b.recipe().text() + ": " + Words.because(judgement));
            boolean fails = theorem.conclusion(theorem.instance(b.recipe())).stream()
                    .anyMatch(claim -> claim.verdict() == Verdict.VIOLATED);
            require(fails, "the conclusion does not fail at " + b.recipe().text());
        }
    }

    private static String lines(JudgedCase judged, String before, String last) {
        return String.join(
                System.lineSeparator(),
                before + Words.because(judged.judgement()),
                "./dsc replay '" + judged.recipe().text() + "'",
                last);
    }

    protected static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
