package org.deepsparse.properties;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.deepsparse.instance.Recipe;
import org.deepsparse.report.Words;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.Sharpness;
import org.deepsparse.trial.Smallest;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

/// The laws of a theorem: it holds under its hypotheses, its sharp recipes are tight, its broken ones bite.
/// Extend it with the theorem at hand; a failing case prints the line that replays the smallest one.
///
/// @param <I> the theorem's kind of instance
public abstract class TheoremLaws<I> {

    private static final double LEAST_APPLIED = 50;
    private static final double MOST_UNDECIDED = 1;

    private final Theorem<I> theorem;

    protected TheoremLaws(Theorem<I> theorem) {
        this.theorem = theorem;
    }

    @Provide
    Arbitrary<Recipe> cases() {
        return TheoremCases.of(theorem);
    }

    @Property(seed = "1", shrinking = ShrinkingMode.OFF)
    void holdsUnderHypotheses(@ForAll("cases") Recipe recipe) {
        Judgement judgement = JudgedCase.of(theorem, recipe).judgement();
        Statistics.collect(judgement.verdict());
        if (judgement.verdict() == Verdict.VIOLATED) {
            JudgedCase smallest = Smallest.with(theorem, recipe, Verdict.VIOLATED);
            throw new AssertionError(Words.because(smallest.judgement()) + System.lineSeparator() + "./dsc replay '"
                    + smallest.recipe().text() + "'");
        }
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
        require(Recipe.parse(recipe.text()).equals(recipe), "not the same after printing and parsing: " + recipe.text());
        for (Recipe simpler : recipe.smaller()) {
            require(Recipe.parse(simpler.text()).equals(simpler), "not the same after printing and parsing: " + simpler.text());
            JudgedCase.of(theorem, simpler);
        }
    }

    @Example
    void isSharp() {
        Sharpness sharpness = Sharpness.of(theorem);
        require(!theorem.sharp().isEmpty() || !theorem.reasonForNone().isEmpty(), "no sharp recipe and no reason");
        require(sharpness.tight() == theorem.sharp().size(), String.join(System.lineSeparator(), sharpness.failures()));
    }

    @Example
    void everyHypothesisIsNeeded() {
        Sharpness sharpness = Sharpness.of(theorem);
        require(!theorem.broken().isEmpty() || !theorem.reasonForNone().isEmpty(), "no broken recipe and no reason");
        require(sharpness.bite() == theorem.broken().size(), String.join(System.lineSeparator(), sharpness.failures()));
    }

    /// For `needs<Hypothesis>`: there are broken recipes for it, each is judged NOT_APPLICABLE because of it,
    /// and its conclusion fails.
    protected void requireNeeded(String hypothesis) {
        List<Broken> broken = theorem.broken().stream().filter(b -> b.hypothesis().equals(hypothesis)).toList();
        require(!broken.isEmpty(), "no broken recipe for " + hypothesis);
        for (Broken b : broken) {
            Judgement judgement = JudgedCase.of(theorem, b.recipe()).judgement();
            require(judgement.verdict() == Verdict.NOT_APPLICABLE, b.recipe().text() + " is " + judgement.verdict());
            require(Words.because(judgement).startsWith(hypothesis + " "), b.recipe().text() + ": " + Words.because(judgement));
            boolean fails = theorem.conclusion(theorem.instance(b.recipe())).stream()
                    .anyMatch(claim -> claim.verdict() == Verdict.VIOLATED);
            require(fails, "the conclusion does not fail at " + b.recipe().text());
        }
    }

    protected static void require(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
