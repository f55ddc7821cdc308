package org.deepsparse.properties;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import org.deepsparse.instance.Recipe;
import org.deepsparse.report.FindingText;
import org.deepsparse.tck.Exchange;
import org.deepsparse.tck.Finding;
import org.deepsparse.tck.Law;
import org.deepsparse.tck.Promise;
import org.deepsparse.tck.SolverContract;
import org.deepsparse.trial.Regression;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The laws of a sparse-coding solver as tests. Extend it, make a [Promise] of your solver, and JUnit runs
/// them, one test a law:
///
/// * `findsTheCode` is the theorem of the solver's kind, measured on the solver, at the extremes and on
///   random cases. Where its hypotheses hold, the code that the signal was made from, an integer vector, has
///   to come back, as near as promised; an unrolled network has to be as near as its bound says.
/// * `leavesTheSignalAlone`, `answersAlike` (same signal, same bits) and `codesZeroAsZero` are asked of every
///   solver; `followsPowersOfTwo` and `refusesWrongSizes` where they are promised.
///
/// Nothing is asked outside the hypotheses, and nothing of layers that the solver does not support. A solver
/// that throws or supports nothing fails `findsTheCode` alone: one mistake is reported once.
///
/// A case is a [Recipe]. Cases that once failed are tried first ([KeepsRegressions]), then the extreme ones.
/// Random ones come from the theorem's own distribution, redrawn until the solver supports them. A failing
/// one is shrunk along [Recipe#smaller()]. The message has the dictionary, the signal, the truth and the
/// answer of the smallest, and what the solver threw is the cause. It ends with three lines:
/// ```
/// mvn test -Dtest='MySolverTest' -Ddeepsparse.recipe='omp-exact:seed=7/core(3):1'
/// in a clone of deepsparse: ./dsc replay 'omp-exact:seed=7/core(3):1'
/// to keep: HOLDS omp-exact:seed=7/core(3):1 # what was wrong
/// ```
/// The first runs every law of your solver on that case alone. The system property `deepsparse.recipe` does
/// that; build tools other than Maven have to hand it on to the tests. A case that says nothing then fails
/// with the reason. The second judges the theorem on the same case with this project's own solver, hypothesis
/// by hypothesis. The third is for your file of regressions.
///
/// The number of random cases is jqwik's (`jqwik.tries.default`), the seed that of [TheoremCases]. What a
/// test does is in [SolverContract], for those who do not use JUnit.
///
/// A Surefire older than 2.22 knows no JUnit 5. It would run nothing and be green; [#testNeedsSurefire3] is
/// what it finds in its place. It looks at public classes only, so make yours public.
public abstract class PursuitContract implements KeepsRegressions {

    /// The solver under test; called anew for each case.
    protected abstract Promise<?> promise();

    private SolverContract<?> contract() {
        return new SolverContract<>(promise());
    }

    /// No test of JUnit 5. A runner that takes a method for a test because its name starts with `test` cannot
    /// run the others, and fails here instead of running none.
    ///
    /// @throws AssertionError always
    @SuppressWarnings("DoNotCallSuggester") // only a runner calls it
    public final void testNeedsSurefire3() {
        throw new AssertionError("no law was tried: this test runner does not know JUnit 5;"
                + " please use maven-surefire-plugin 3 or newer");
    }

    /// The command that runs this test on one case alone.
    private String rerun(String recipe) {
        String name = getClass().getName();
        String test = name.substring(name.lastIndexOf('.') + 1);
        return "mvn test -Dtest='" + test + "' -Ddeepsparse.recipe='" + recipe + "'";
    }

    private static Optional<Recipe> asked() {
        return Optional.ofNullable(System.getProperty("deepsparse.recipe")).map(Recipe::parse);
    }

    /// The random cases, or the one that was asked for.
    @Provide
    public Arbitrary<Recipe> cases() {
        return asked().<Arbitrary<Recipe>>map(Arbitraries::just)
                .orElseGet(() -> TheoremCases.drawnBy(contract()::draw));
    }

    /// Whatever verdict the theorem gives a kept case, the solver must not violate it there.
    @Override
    public void tryAgain(Regression regression) {
        SolverContract<?> contract = contract();
        if (asked().isEmpty() && regression.recipe().theorem().equals(contract.theorem().id())) {
            require(contract.judge(Law.FINDS_THE_CODE, regression.recipe()),
                    System.lineSeparator() + "wrong before: " + regression.because());
        }
    }

    /// The kept cases, and then the extreme ones.
    @Override
    public void beforeRandomCases() {
        KeepsRegressions.super.beforeRandomCases();
        if (asked().isEmpty()) {
            SolverContract<?> contract = contract();
            require(contract.judgeAll(Law.FINDS_THE_CODE, contract.extremeCases()), "");
        }
    }

    /// The law of the solver's kind: on the cases that once failed, on the extreme ones, on random ones.
    @AddLifecycleHook(KeepsRegressions.First.class)
    @Property(seed = "1", shrinking = ShrinkingMode.OFF)
    public void findsTheCode(@ForAll("cases") Recipe recipe) {
        if (asked().isPresent()) {
            require(contract().judgeAlone(Law.FINDS_THE_CODE, recipe), "");
            return;
        }
        Statistics.collect(require(contract().judge(Law.FINDS_THE_CODE, recipe), ""));
        Consumer<Double> enoughHold = share -> require(share >= SolverContract.LEAST_HOLDING,
                FindingText.tooFewHold(share));
        Consumer<Double> enoughDecided = share -> require(share <= SolverContract.MOST_UNDECIDED,
                FindingText.tooManyUndecided(share));
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(enoughHold);
            coverage.check(Verdict.UNDECIDED).percentage(enoughDecided);
        });
    }

    @TestFactory
    public Stream<DynamicTest> leavesTheSignalAlone() {
        return atTheExtremes(Law.LEAVES_THE_SIGNAL_ALONE);
    }

    @TestFactory
    public Stream<DynamicTest> answersAlike() {
        return atTheExtremes(Law.ANSWERS_ALIKE);
    }

    @TestFactory
    public Stream<DynamicTest> codesZeroAsZero() {
        return atTheExtremes(Law.CODES_ZERO_AS_ZERO);
    }

    @TestFactory
    public Stream<DynamicTest> followsPowersOfTwo() {
        return atTheExtremes(Law.FOLLOWS_POWERS_OF_TWO);
    }

    @TestFactory
    public Stream<DynamicTest> refusesWrongSizes() {
        return atTheExtremes(Law.REFUSES_WRONG_SIZES);
    }

    /// One test of the law on the extreme cases, or on the one that was asked for; none if the law was not
    /// promised. A method a law, because build tools name a dynamic test after its method.
    private Stream<DynamicTest> atTheExtremes(Law law) {
        SolverContract<?> contract = contract();
        return Stream.of(law).filter(contract.laws()::contains)
                .map(promised -> DynamicTest.dynamicTest(promised.title(), () -> require(asked()
                        .map(recipe -> contract.judgeAlone(promised, recipe))
                        .orElseGet(() -> contract.judgeAll(promised, contract.extremeCases())), "")));
    }

    /// The verdict, if nothing is wrong.
    ///
    /// @param more what the message ends with
    private Verdict require(Finding finding, String more) {
        FindingText.of(finding, this::rerun).ifPresent(complaint -> {
            throw new AssertionError(complaint + more, thrown(finding).orElse(null));
        });
        return finding.verdict();
    }

    private static void require(boolean enough, String complaint) {
        if (!enough) {
            throw new AssertionError(complaint);
        }
    }

    /// What the solver threw.
    private static Optional<Throwable> thrown(Finding finding) {
        return finding instanceof Finding.Failed failed
                ? failed.exchange().flatMap(Exchange::thrown)
                : Optional.empty();
    }
}
