package org.deepsparse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.deepsparse.instance.Recipe;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.tck.Exchange;
import org.deepsparse.tck.Finding;
import org.deepsparse.tck.Law;
import org.deepsparse.tck.SolverContract;
import org.deepsparse.trial.Regression;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

/// What is wrong with a solver, and how to see it again:
/// ```
/// findsTheCode: error[1]: error = 1.0, promised = 0.0
/// dictionary, 2 x 3, one line a row:
///   [1.0, 0.0, 1.0]
///   [0.0, 1.0, 1.0]
/// signal: [0.0, 1.0]
/// truth:  (0, 1, 0)
/// answer: [0.0, 2.0, 0.0]
/// mvn test -Dtest='MySolverTest' -Ddeepsparse.recipe='omp-exact:seed=1/core(3):1'
/// in a clone of deepsparse: ./dsc replay 'omp-exact:seed=1/core(3):1'
/// to keep: HOLDS omp-exact:seed=1/core(3):1 # what was wrong
/// ```
/// Below the first line stands the call of the solver that shows it, in full. Then comes the command that
/// runs the solver on that case again; how, the caller says. The next one judges the theorem on the same
/// case, with this project's own solver. The last has the line that keeps the case, as a [Regression], so
/// that it is tried first from then on.
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
                        + " does it hold: your solver supports none of them, or they are undecided");
        };
    }

    /// What is said where too few of the random cases hold.
    ///
    /// @param share of the cases that hold, in percent
    public static String tooFewHold(double share) {
        return shares("your solver supports too few cases", share, "hold", "at least",
                SolverContract.LEAST_HOLDING);
    }

    /// What is said where too many of the random cases are undecided.
    ///
    /// @param share of the cases that are undecided, in percent
    public static String tooManyUndecided(double share) {
        return shares("too few cases are decided", share, "are UNDECIDED", "at most",
                SolverContract.MOST_UNDECIDED);
    }

    private static String shares(String what, double share, String verb, String limit, double percent) {
        return String.format(Locale.ROOT, "%s: %s: %.0f %% of the random ones %s, wanted are %s %.0f %%",
                Law.FINDS_THE_CODE.title(), what, share, verb, limit, percent);
    }

    private static String failed(Finding.Failed failed, UnaryOperator<String> rerun) {
        Judgement judgement = failed.failure().judgement();
        Recipe recipe = failed.failure().recipe();
        boolean violated = judgement.verdict() == Verdict.VIOLATED;
        List<String> lines = new ArrayList<>();
        lines.add(failed.law().title() + ": " + (violated ? "" : judgement.verdict() + ": ")
                + Words.because(judgement));
        failed.exchange().ifPresent(exchange -> lines.addAll(lines(exchange)));
        lines.add(rerun.apply(recipe.text()));
        lines.add("in a clone of deepsparse: ./dsc replay '" + recipe.text() + "'");
        if (violated) {
            lines.add("to keep: " + Regression.lineToKeep(recipe));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static List<String> lines(Exchange exchange) {
        List<String> lines = new ArrayList<>();
        int depth = exchange.dictionaries().size();
        for (int j = 1; j <= depth; j++) {
            Matrix dictionary = exchange.dictionaries().get(j - 1);
            lines.add("dictionary" + place(j, depth) + ", " + dictionary.rows() + " x "
                    + dictionary.columns() + ", one line a row:");
            for (int row = 0; row < dictionary.rows(); row++) {
                double[] entries = new double[dictionary.columns()];
                for (int column = 0; column < entries.length; column++) {
                    entries[column] = dictionary.get(row, column);
                }
                lines.add("  " + Arrays.toString(entries));
            }
        }
        lines.add("signal: " + Arrays.toString(exchange.signal()));
        for (int j = 1; j <= depth; j++) {
            lines.add("truth" + place(j, depth) + ":  " + exchange.truth().get(j - 1).entries());
        }
        for (int j = 1; j <= exchange.answer().size(); j++) {
            lines.add("answer" + place(j, depth) + ": " + Arrays.toString(exchange.answer().get(j - 1)));
        }
        if (exchange.answer().isEmpty()) {
            lines.add("answer: none");
        }
        return lines;
    }

    private static String place(int layer, int depth) {
        return depth == 1 ? "" : " of layer " + layer;
    }
}
