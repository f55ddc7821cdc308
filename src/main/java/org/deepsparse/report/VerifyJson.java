package org.deepsparse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.trial.Coverage;
import org.deepsparse.trial.TheoremResult;
import org.deepsparse.verdict.Verdict;

/// `verify --json`: schema deepsparse/verify/v1.
public final class VerifyJson {

    /// worstRatio is rounded up to this many decimals: nobody reads more of it.
    private static final double RATIO_STEPS = 10_000;

    private VerifyJson() {}

    public static String of(Verdict verdict, long seed, List<TheoremResult> results) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "deepsparse/verify/v1");
        json.put("verdict", verdict.name());
        json.put("seed", seed);
        json.put("theorems", results.stream().map(VerifyJson::theorem).toList());
        return CanonicalJson.write(json);
    }

    private static Map<String, @Nullable Object> theorem(TheoremResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", result.theorem().id());
        json.put("paper", result.theorem().statement().paper());
        json.put("verdict", result.verdict().name());
        json.put("cases", result.cases());
        json.put("applied", result.applied());
        json.put("holds", result.holds());
        json.put("violated", result.violated());
        json.put("undecided", result.undecided());
        json.put("notApplicable", result.notApplicable());
        json.put("worstRatio", CanonicalJson.number(rounded(result.worstRatio())));
        json.put("sharp", counted("tight", result.sharpness().sharp(), result.sharpness().tight(), result));
        json.put("broken", counted("bite", result.sharpness().broken(), result.sharpness().bite(), result));
        json.put("coverage", coverage(result.coverage()));
        List<Map<String, @Nullable Object>> failures = new ArrayList<>();
        for (TheoremResult.Failure failure : result.failures()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("verdict", failure.verdict().name());
            entry.put("recipe", failure.original());
            entry.put("smallest", failure.smallest());
            entry.put("because", failure.because());
            failures.add(entry);
        }
        json.put("failures", failures);
        return json;
    }

    static double rounded(double ratio) {
        return Double.isNaN(ratio) || Double.isInfinite(ratio) ? ratio : Math.ceil(ratio * RATIO_STEPS) / RATIO_STEPS;
    }

    private static Map<String, @Nullable Object> counted(String good, int recipes, int count, TheoremResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("recipes", recipes);
        json.put(good, count);
        json.put("reason", recipes == 0 ? result.theorem().reasonForNone() : null);
        return json;
    }

    private static Map<String, @Nullable Object> coverage(Coverage coverage) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("met", coverage.isMet());
        json.put("enforced", coverage.cases() >= Coverage.ENOUGH);
        List<Map<String, @Nullable Object>> shares = new ArrayList<>();
        for (Coverage.Share share : coverage.shares()) {
            Map<String, @Nullable Object> entry = new LinkedHashMap<>();
            entry.put("of", share.label());
            entry.put("count", share.count());
            entry.put("cases", share.of());
            entry.put("least", CanonicalJson.number(share.least()));
            entry.put("most", CanonicalJson.number(share.most()));
            shares.add(entry);
        }
        json.put("shares", shares);
        return json;
    }
}
