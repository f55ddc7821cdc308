package org.deepsparse.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.deepsparse.trial.Coverage;
import org.deepsparse.trial.NoiseAmplification;
import org.deepsparse.trial.TheoremResult;

/// The table that `verify` prints, with what is missing or failing below it.
public final class VerifyTable {

    private static final String FORM = "%-20s %-10s %-14s %6s %8s %6s %8s %9s %6s %8s %7s %7s%n";

    /// Where both were tried, what they do to the same noise is shown too.
    private static final List<String> COMPARED = List.of("deepest-first", "layer-by-layer");

    private VerifyTable() {}

    public static String of(List<TheoremResult> results) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, FORM, "theorem", "paper", "verdict", "cases", "applied", "holds", "violated", "undecided", "n/a", "ratio",
                "sharp", "broken"));
        results.forEach(result -> text.append(row(result)));
        text.append(String.format("%n"));
        results.forEach(result -> text.append(coverage(result)));
        if (results.stream().map(result -> result.theorem().id()).toList().containsAll(COMPARED)) {
            text.append(NoiseTable.of(NoiseAmplification.all()));
        }
        results.forEach(result -> text.append(remarks(result)));
        return text.toString();
    }

    private static String row(TheoremResult result) {
        return String.format(
                Locale.ROOT,
                FORM,
                result.theorem().id(),
                result.theorem().statement().paper(),
                result.verdict(),
                result.cases(),
                result.applied(),
                result.holds(),
                result.violated(),
                result.undecided(),
                result.notApplicable(),
                Double.isNaN(result.worstRatio()) ? "-" : String.format(Locale.ROOT, "%.4f", VerifyJson.rounded(result.worstRatio())),
                fraction(result.sharpness().tight(), result.sharpness().sharp()),
                fraction(result.sharpness().bite(), result.sharpness().broken()));
    }

    private static String fraction(int good, int all) {
        return all == 0 ? "-" : good + "/" + all;
    }

    private static String coverage(TheoremResult result) {
        String shares = result.coverage().shares().stream().map(VerifyTable::share).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%-20s %s%n", result.theorem().id(), shares);
    }

    private static String share(Coverage.Share share) {
        String floor = share.isMet() ? "" : String.format(Locale.ROOT, " (outside %.0f-%.0f %%)", 100 * share.least(), 100 * share.most());
        return String.format(Locale.ROOT, "%s %.0f %%%s", share.label(), 100 * share.value(), floor);
    }

    private static String remarks(TheoremResult result) {
        StringBuilder text = new StringBuilder();
        String id = result.theorem().id();
        if (result.sharpness().sharp() == 0 || result.sharpness().broken() == 0) {
            text.append(String.format("%n%s: %s%n", id, result.theorem().reasonForNone()));
        }
        result.sharpness().failures().forEach(failure -> text.append(String.format("%n%s: %s%n", id, failure)));
        for (TheoremResult.Failure failure : result.failures()) {
            text.append(String.format("%n%s %s: %s%n  ./dsc replay '%s'%n", id, failure.verdict(), failure.because(), failure.original()));
            if (!failure.smallest().equals(failure.original())) {
                text.append(String.format("  smallest: ./dsc replay '%s'%n", failure.smallest()));
            }
        }
        return text.toString();
    }
}
