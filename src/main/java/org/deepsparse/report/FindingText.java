package org.deepsparse.report;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deepsparse.tck.Finding;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

/// What is wrong with a solver, and how to see it again:
/// ```
/// findsTheCode: error[1]: found = [0.0, 2.0, 0.0], truth = (0, 1, 0), error = 1.0, promised = 0.0
/// mvn test -Dtest='MySolverTest' -Ddeepsparse.recipe='omp-exact:seed=1,noise=0/core(3):1'
/// ./dsc replay 'omp-exact:seed=1,noise=0/core(3):1'
/// ```
/// The second line runs the solver on that case again; how, the caller says. The third judges the theorem on the same case,
/// with this project's own solver.
public final class FindingText {

    private FindingText() {}

    /// The lines; empty if nothing is wrong.
    ///
    /// @param rerun makes of the text of a recipe the command that runs the solver on that case alone
    public static Optional<String> of(Finding finding, UnaryOperator<String> rerun) {
        return switch (finding) {
            case Finding.Fine fine -> Optional.empty();
            case Finding.Failed failed -> Optional.of(failed(failed, rerun));
            case Finding.NothingShown nothing -> Optional.of(nothing.law().title() + ": nothing was shown, on none of "
                    + nothing.cases() + " cases of " + nothing.theorem()
                    + " does it hold: the solver supports none of them, or they are undecided");
        };
    }

    private static String failed(Finding.Failed failed, UnaryOperator<String> rerun) {
        Judgement judgement = failed.failure().judgement();
        String recipe = failed.failure().recipe().text();
        String verdict = judgement.verdict() == Verdict.VIOLATED ? "" : judgement.verdict() + ": ";
        return String.join(
                System.lineSeparator(),
                failed.law().title() + ": " + verdict + Words.because(judgement),
                rerun.apply(recipe),
                "./dsc replay '" + recipe + "'");
    }
}
