package org.deepsparse.report;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deepsparse.instance.Recipe;
import org.deepsparse.tck.Finding;
import org.deepsparse.trial.Regression;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

/// What is wrong with a solver, and how to see it again:
/// ```
/// findsTheCode: error[1]: found = [0.0, 2.0, 0.0], truth = (0, 1, 0), error = 1.0, promised = 0.0
/// mvn test -Dtest='MySolverTest' -Ddeepsparse.recipe='omp-exact:seed=1/core(3):1'
/// ./dsc replay 'omp-exact:seed=1/core(3):1'
/// to keep: HOLDS omp-exact:seed=1/core(3):1 # what was wrong
/// ```
/// The second line runs the solver on that case again; how, the caller says. The third judges the theorem on
/// the same case, with this project's own solver. The last has the line that keeps the case, as a
/// [Regression], so that it is tried first from then on.
public final class FindingText {

    private FindingText() {}

    /// The lines; empty if nothing is wrong.
    ///
    /// @param rerun makes of the text of a recipe the command that runs the solver on that case alone
    public static Optional<String> of(Finding finding, UnaryOperator<String> rerun) {
        return switch (finding) {
            case Finding.Fine fine -> Optional.empty();
            case Finding.Failed failed -> Optional.of(failed(failed, rerun));
            case Finding.NothingShown nothing ->
                Optional.of(nothing.law().title() + ": nothing was shown, on none of "
                        + nothing.cases() + " cases of " + nothing.theorem()
                        + " does it hold: the solver supports none of them, or they are undecided");
        };
    }

    private static String failed(Finding.Failed failed, UnaryOperator<String> rerun) {
        Judgement judgement = failed.failure().judgement();
        Recipe recipe = failed.failure().recipe();
        String because = Words.because(judgement);
        String rerunLine = rerun.apply(recipe.text());
        String replayLine = "./dsc replay '" + recipe.text() + "'";
        return String.join(System.lineSeparator(), judgement.verdict() == Verdict.VIOLATED
                ? List.of(failed.law().title() + ": " + because, rerunLine, replayLine,
                        "to keep: " + Regression.lineToKeep(recipe))
                : List.of(failed.law().title() + ": " + judgement.verdict() + ": " + because, rerunLine,
                        replayLine));
    }
}
