package org.deepsparse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepsparse.trial.Coverage;
import org.deepsparse.trial.Histogram;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.ShrunkFailure;
import org.deepsparse.trial.Tally;
import org.deepsparse.trial.TheoremResult;
import org.deepsparse.trial.Verification;

/// The table that `verify` prints, with what is missing or failing below it.
public final class VerifyTable {

    private static final String FORM = "%-20s %-10s %-14s %6s %8s %6s %8s %9s %6s %8s %7s %7s%n";

    /// Ratios are rounded up to as many decimals as the table shows.
    private static final double RATIO_STEPS = 10_000;

    private VerifyTable() {}

    public static String of(Verification verification) {
        List<TheoremResult> results = verification.theorems();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, FORM, "theorem", "paper", "verdict", "cases", "applied", "holds", "violated",
                "undecided", "n/a", "ratio",
                "sharp", "broken"));
        results.forEach(result -> text.append(row(result)));
        text.append(String.format("%n"));
        results.forEach(result -> text.append(coverage(result)));
        if (!verification.noise().isEmpty()) {
            text.append(NoiseTable.of(verification.noise()));
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
                result.tally().cases(),
                result.tally().applied(),
                result.tally().holds(),
                result.tally().violated(),
                result.tally().undecided(),
                result.tally().notApplicable(),
                ratio(result.tally().worstRatio()),
                fraction(result.sharpness().tight(), result.sharpness().sharp()),
                fraction(result.sharpness().bite(), result.sharpness().broken()));
    }

    private static String ratio(double ratio) {
        return Double.isNaN(ratio)
                ? "-"
                : String.format(Locale.ROOT, "%.4f", Math.ceil(ratio * RATIO_STEPS) / RATIO_STEPS);
    }

    private static String fraction(int good, int all) {
        return all == 0 ? "-" : good + "/" + all;
    }

    private static String coverage(TheoremResult result) {
        Tally tally = result.tally();
        List<String> lines = new ArrayList<>();
        lines.add("median entries " + median(tally.entries()) + ", median enumerated supports "
                + median(tally.supports()));
        Map<String, List<Coverage.Share>> groups = result.coverage().shares().stream()
                .collect(Collectors.groupingBy(Coverage.Share::of, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((of, shares) -> lines.add("of " + of + ": "
                + shares.stream().map(VerifyTable::share).collect(Collectors.joining(", "))));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(String.format("%-20s %s%n", i == 0 ? result.theorem().id() : "", lines.get(i)));
        }
        return text.toString();
    }

    private static String median(Histogram histogram) {
        return histogram.median().isPresent() ? String.valueOf(histogram.median().getAsLong()) : "-";
    }

    private static String share(Coverage.Share share) {
        String floor = share.isMet()
                ? ""
                : String.format(Locale.ROOT, " (outside %.0f-%.0f %%)", 100 * share.least(),
                        100 * share.most());
        return String.format(Locale.ROOT, "%s %.0f %%%s", share.label(), 100 * share.value(), floor);
    }

    private static String remarks(TheoremResult result) {
        StringBuilder text = new StringBuilder();
        String id = result.theorem().id();
        if (result.sharpness().sharp() == 0 || result.sharpness().broken() == 0) {
            text.append(String.format("%n%s: %s%n", id, result.theorem().reasonForNone()));
        }
        result.sharpness().failures()
                .forEach(failure -> text.append(String.format("%n%s: %s%n", id, failure)));
        for (ShrunkFailure failure : result.failures()) {
            JudgedCase smallest = failure.smallest();
            text.append(String.format(
                    "%n%s %s: %s%n  ./dsc replay '%s'%n",
                    id, smallest.judgement().verdict(), Words.because(smallest.judgement()),
                    smallest.recipe().text()));
            if (!failure.original().equals(smallest.recipe())) {
                text.append(String.format("  shrunk from: ./dsc replay '%s'%n", failure.original().text()));
            }
        }
        return text.toString();
    }
}
