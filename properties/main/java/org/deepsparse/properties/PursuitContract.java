package org.deepsparse.properties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;
import org.deepsparse.instance.Recipe;
import org.deepsparse.trial.Judgement;
import org.deepsparse.trial.Smallest;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The laws of a sparse-coding solver. Extend it, make a [Promise] of your solver, and JUnit runs them:
///
/// * `findsTheCode` on random cases and at the extremes: the theorem of the solver's kind, measured on the solver. Where its hypotheses hold, the code the
///   signal was made from, an integer vector, has to come back, as near as promised; an unrolled network has to be as near as its bound says.
/// * `leavesTheSignalAlone`, `answersAlike` (same signal, same bits), `codesZeroAsZero`; and if promised, `followsPowersOfTwo` and `refusesWrongSizes`.
///
/// Nothing is asked outside the hypotheses, and nothing of layers the solver does not support. A case is a [Recipe]; random ones come from the theorem's
/// own distribution, redrawn until the solver supports them, and failing ones shrink by [Recipe#smaller()]. The message ends with two lines:
/// ```
/// mvn test -Dtest='MySolverTest' -Ddeepsparse.recipe='omp-exact:seed=7/core(3):1'
/// ./dsc replay 'omp-exact:seed=7/core(3):1'
/// ```
/// The first runs every law of your solver on that case alone: the system property `deepsparse.recipe`, which other build tools have to hand on to the tests.
/// There a case that says nothing fails with the reason. The second judges the theorem on the same case with this project's own solver, hypothesis by hypothesis.
///
/// The number of random cases is jqwik's (`jqwik.tries.default`), the seed that of [TheoremCases].
public abstract class PursuitContract {

    /// Percent of the random cases; a solver that supports hardly anything has shown hardly anything.
    private static final double LEAST_APPLIED = 25;

    private static final double MOST_UNDECIDED = 1;

    /// The solver under test; called anew for each case.
    protected abstract Promise<?> promise();

    private static Optional<Recipe> asked() {
        return Optional.ofNullable(System.getProperty("deepsparse.recipe")).map(Recipe::parse);
    }

    @Provide
    public Arbitrary<Recipe> cases() {
        Promise<?> promise = promise();
        return asked().<Arbitrary<Recipe>>map(Arbitraries::just).orElseGet(() -> TheoremCases.of(promise.theorem(), promise::takes));
    }

    @Property(seed = "1", shrinking = ShrinkingMode.OFF)
    public void findsTheCode(@ForAll("cases") Recipe recipe) {
        Promise<?> promise = promise();
        if (asked().isPresent()) {
            judgeAsked(promise.check(Law.FINDS_THE_CODE), promise.theorem().id(), recipe);
            return;
        }
        Statistics.collect(judge(promise.check(Law.FINDS_THE_CODE), recipe).verdict());
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(share -> share >= LEAST_APPLIED);
            coverage.check(Verdict.UNDECIDED).percentage(share -> share <= MOST_UNDECIDED);
        });
    }

    /// One test a promised law, on the extreme cases.
    @TestFactory
    public Stream<DynamicTest> atTheExtremes() {
        Promise<?> promise = promise();
        List<Recipe> cases = asked().isPresent() ? List.of() : promise.extremeCases();
        return promise.laws().stream().map(law -> DynamicTest.dynamicTest(law.title(), () -> atTheExtremes(promise, law, cases)));
    }

    private void atTheExtremes(Promise<?> promise, Law law, List<Recipe> cases) {
        Optional<Recipe> asked = asked();
        if (asked.isPresent()) {
            judgeAsked(promise.check(law), promise.theorem().id(), asked.get());
            return;
        }
        long holds = cases.stream().filter(recipe -> judge(promise.check(law), recipe).verdict() == Verdict.HOLDS).count();
        if (holds == 0) {
            throw new AssertionError(law.title() + ": nothing was shown, the solver supports none of the extreme cases of "
                    + promise.theorem().id() + ", or all are undecided");
        }
    }

    /// A case of another theorem is another contract's.
    private void judgeAsked(PromisedLaw<?> law, String theorem, Recipe recipe) {
        if (recipe.theorem().equals(theorem)) {
            Judgement judgement = Judgement.of(law, recipe);
            if (judgement.verdict() != Verdict.HOLDS) {
                throw new AssertionError(law.law().title() + ": " + judgement.verdict() + ": " + judgement.because());
            }
        }
    }

    /// The judgement, unless the law is violated.
    private Judgement judge(PromisedLaw<?> law, Recipe recipe) {
        Judgement judgement = Judgement.of(law, recipe);
        if (judgement.verdict() == Verdict.VIOLATED) {
            Recipe smallest = Smallest.with(law, recipe, Verdict.VIOLATED);
            throw new AssertionError(String.join(
                    System.lineSeparator(),
                    law.law().title() + ": " + Judgement.of(law, smallest).because(),
                    "mvn test -Dtest='" + testName() + "' -Ddeepsparse.recipe='" + smallest.text() + "'",
                    "./dsc replay '" + smallest.text() + "'"));
        }
        return judgement;
    }

    private String testName() {
        String name = getClass().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
