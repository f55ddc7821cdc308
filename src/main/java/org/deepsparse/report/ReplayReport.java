package org.deepsparse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Judgement;

/// One judged case, hypothesis by hypothesis and claim by claim.
public final class ReplayReport {

    private ReplayReport() {}

    public static String text(JudgedCase judged) {
        Judgement judgement = judged.judgement();
        StringBuilder text = new StringBuilder();
        text.append(String.format("%s%n%s%n", judged.recipe().text(), judgement.verdict()));
        for (Judgement.Decided decided : judgement.decisions()) {
            text.append(String.format(
                    "  %-14s %s  %s%n      %s%n",
                    decided.decision().verdict(), decided.name(), decided.formula(),
                    Words.of(decided.decision().evidence())));
        }
        for (Claim claim : judgement.claims()) {
            text.append(String.format("  %-14s %s: %s%n", claim.verdict(), claim.label(), Words.of(claim)));
        }
        return text.toString();
    }

    /// Schema deepsparse/replay/v1.
    public static String json(JudgedCase judged) {
        Judgement judgement = judged.judgement();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "deepsparse/replay/v1");
        json.put("recipe", judged.recipe().text());
        json.put("verdict", judgement.verdict().name());
        List<Map<String, @Nullable Object>> hypotheses = new ArrayList<>();
        for (Judgement.Decided decided : judgement.decisions()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("name", decided.name());
            entry.put("formula", decided.formula());
            entry.put("verdict", decided.decision().verdict().name());
            entry.put("margin", CanonicalJson.enclosure(decided.decision().margin()));
            entry.put("because", Words.of(decided.decision().evidence()));
            entry.put("evidence", EvidenceJson.of(decided.decision().evidence()));
            hypotheses.add(entry);
        }
        json.put("hypotheses", hypotheses);
        json.put("claims", judgement.claims().stream().map(ReplayReport::claim).toList());
        return CanonicalJson.write(json);
    }

    private static Map<String, @Nullable Object> claim(Claim claim) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", claim.label().toString());
        json.put("verdict", claim.verdict().name());
        switch (claim) {
            case Claim.AtMost compared -> {
                json.put("measured", CanonicalJson.enclosure(compared.measured()));
                json.put("bound", CanonicalJson.enclosure(compared.bound()));
                json.put("because", Words.of(claim));
                json.put("evidence", List.of());
            }
            case Claim.Decided decided -> {
                json.put("measured", null);
                json.put("bound", null);
                json.put("because", Words.of(claim));
                json.put("evidence", EvidenceJson.of(decided.evidence()));
            }
        }
        return json;
    }
}
