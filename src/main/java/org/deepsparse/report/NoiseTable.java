package org.deepsparse.report;

import java.util.List;
import java.util.Locale;
import org.deepsparse.trial.NoiseAmplification;
import org.deepsparse.verdict.Claim;

/// Noise amplification of layer-by-layer against deepest-first, for people.
public final class NoiseTable {

    private static final String FORM = "%-18s %3s %6s %16s %10s %16s %10s %7s%n";

    private NoiseTable() {}

    public static String of(List<NoiseAmplification> rows) {
        StringBuilder text = new StringBuilder(
                String.format("%nthe same noise at the deepest layer, measured and bounded:%n"));
        text.append(String.format(
                Locale.ROOT, FORM, "chain", "J", "noise", "layer-by-layer", "bound", "deepest-first", "bound",
                "ratio"));
        for (NoiseAmplification row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    FORM,
                    row.example(),
                    row.depth(),
                    number(row.noise()),
                    measured(row.layerByLayer()),
                    bound(row.layerByLayer()),
                    measured(row.deepestFirst()),
                    bound(row.deepestFirst()),
                    number(row.ratio())));
        }
        return text.toString();
    }

    private static String measured(Claim.AtMost claim) {
        return number(claim.measured().upper());
    }

    private static String bound(Claim.AtMost claim) {
        return number(claim.bound().upper());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
