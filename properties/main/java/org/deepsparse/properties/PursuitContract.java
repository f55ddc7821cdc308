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
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;
import org.deepsparse.instance.Recipe;
import org.deepsparse.report.FindingText;
import org.deepsparse.tck.Finding;
import org.deepsparse.tck.Law;
import org.deepsparse.tck.Promise;
import org.deepsparse.tck.SolverContract;
import org.deepsparse.trial.Regression;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The laws of a sparse-coding solver as tests. Extend it, make a [Promise] of your solver, and JUnit runs
/// them:
///
/// * `findsTheCode` on random cases and at the extremes is the theorem of the solver's kind, measured on the
///   solver. Where its hypotheses hold, the code that the signal was made from, an integer vector, has to
///   come back, as near as promised; an unrolled network has to be as near as its bound says.
/// * `leavesTheSignalAlone`, `answersAlike` (same signal, same bits) and `codesZeroAsZero` are asked of every
///   solver; `followsPowersOfTwo` and `refusesWrongSizes` where they are promised.
///
/// Nothing is asked outside the hypotheses, and nothing of layers that the solver does not support. A case is
/// a [Recipe]. Cases that once failed are tried first ([KeepsRegressions]). Random ones come from the
/// theorem's own distribution, redrawn until the solver supports them. A failing one is shrunk along
/// [Recipe#smaller()], and the message has the numbers of the smallest. It ends with three lines:
/// ```
/// mvn test -Dtest='MySolverTest' -Ddeepsparse.recipe='omp-exact:seed=7/core(3):1'
/// ./dsc replay 'omp-exact:seed=7/core(3):1'
/// to keep: HOLDS omp-exact:seed=7/core(3):1 # what was wrong
/// ```
/// The first runs every law of your solver on that case alone. The system property `deepsparse.recipe` does
/// that; build tools other than Maven have to hand it on to the tests. A case that says nothing then fails
/// with the reason. The second judges the theorem on the same case with this project's own solver, hypothesis
/// by hypothesis. The third is for your file of regressions.
///
/// The number of random cases is jqwik's (`jqwik.tries.default`), the seed that of [TheoremCases]. What a
/// test does is in [SolverContract], for those who do not use JUnit.
public abstract class PursuitContract implements KeepsRegressions {

    /// The solver under test; called anew for each case.
    protected abstract Promise<?> promise();

    private SolverContract<?> contract() {
        return new SolverContract<>(promise());
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
            FindingText.of(contract.judge(Law.FINDS_THE_CODE, regression.recipe()), this::rerun)
                    .ifPresent(complaint -> {
                        throw new AssertionError(
                                complaint + System.lineSeparator() + "wrong before: " + regression.because());
                    });
        }
    }

    /// The law of the solver's kind, on the cases that once failed and then on random ones.
    @AddLifecycleHook(KeepsRegressions.First.class)
    @Property(seed = "1", shrinking = ShrinkingMode.OFF)
    public void findsTheCode(@ForAll("cases") Recipe recipe) {
        if (asked().isPresent()) {
            require(contract().judgeAlone(Law.FINDS_THE_CODE, recipe));
            return;
        }
        Statistics.collect(require(contract().judge(Law.FINDS_THE_CODE, recipe)));
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(share -> share >= SolverContract.LEAST_HOLDING);
            coverage.check(Verdict.UNDECIDED).percentage(share -> share <= SolverContract.MOST_UNDECIDED);
        });
    }

    /// One test a promised law, on the extreme cases.
    @TestFactory
    public Stream<DynamicTest> atTheExtremes() {
        SolverContract<?> contract = contract();
        Optional<Recipe> asked = asked();
        List<Recipe> cases = asked.isPresent() ? List.of() : contract.extremeCases();
        return contract.laws().stream().map(law -> DynamicTest.dynamicTest(law.title(), () -> require(asked
                .map(recipe -> contract().judgeAlone(law, recipe))
                .orElseGet(() -> contract().judgeAll(law, cases)))));
    }

    /// The verdict, if nothing is wrong.
    private Verdict require(Finding finding) {
        FindingText.of(finding, this::rerun).ifPresent(complaint -> {
            throw new AssertionError(complaint);
        });
        return finding.verdict();
    }
}
