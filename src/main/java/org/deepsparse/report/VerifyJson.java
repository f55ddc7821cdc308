package org.deepsparse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.trial.Coverage;
import org.deepsparse.trial.Histogram;
import org.deepsparse.trial.NoiseAmplification;
import org.deepsparse.trial.ShrunkFailure;
import org.deepsparse.trial.Tally;
import org.deepsparse.trial.TheoremResult;
import org.deepsparse.trial.Verification;
import org.deepsparse.verdict.Verdict;

/// `verify --json`: schema deepsparse/verify/v1.
public final class VerifyJson {

    private VerifyJson() {}

    public static String of(Verification verification) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "deepsparse/verify/v1");
        json.put("verdict", verification.verdict().map(Verdict::name).orElse(null));
        json.put("seed", verification.seed());
        json.put("theorems", verification.theorems().stream().map(VerifyJson::theorem).toList());
        json.put("noise", verification.noise().stream().map(VerifyJson::noise).toList());
        return CanonicalJson.write(json);
    }

    private static Map<String, @Nullable Object> theorem(TheoremResult result) {
        Tally tally = result.tally();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", result.theorem().id());
        json.put("paper", result.theorem().statement().paper());
        json.put("verdict", result.verdict().name());
        json.put("cases", tally.cases());
        json.put("applied", tally.applied());
        json.put("holds", tally.holds());
        json.put("violated", tally.violated());
        json.put("undecided", tally.undecided());
        json.put("notApplicable", tally.notApplicable());
        json.put("medianEntries", median(tally.entries()));
        json.put("medianSupports", median(tally.supports()));
        json.put("worstRatio", CanonicalJson.number(tally.worstRatio()));
        json.put("sharp", counted("tight", result.sharpness().sharp(), result.sharpness().tight(), result));
        json.put("broken", counted("bite", result.sharpness().broken(), result.sharpness().bite(), result));
        json.put("coverage", result.coverage().shares().stream().map(VerifyJson::share).toList());
        json.put("coverageMet", result.coverage().isMet());
        json.put("failures", failures(result.failures()));
        return json;
    }

    private static @Nullable Long median(Histogram histogram) {
        return histogram.median().isPresent() ? histogram.median().getAsLong() : null;
    }

    private static Map<String, @Nullable Object> counted(String good, int recipes, int count,
            TheoremResult result) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("recipes", recipes);
        json.put(good, count);
        json.put("reason", recipes == 0 ? result.theorem().reasonForNone() : null);
        return json;
    }

    private static Map<String, @Nullable Object> share(Coverage.Share share) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", share.label());
        json.put("of", share.of());
        json.put("count", share.count());
        json.put("total", share.total());
        json.put("least", CanonicalJson.number(share.least()));
        json.put("most", CanonicalJson.number(share.most()));
        return json;
    }

    /// The verdict and the reason are those of the smallest case.
    private static List<Map<String, @Nullable Object>> failures(List<ShrunkFailure> failures) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (ShrunkFailure failure : failures) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("verdict", failure.smallest().judgement().verdict().name());
            json.put("recipe", failure.original().text());
            json.put("smallest", failure.smallest().recipe().text());
            json.put("because", Words.because(failure.smallest().judgement()));
            list.add(json);
        }
        return list;
    }

    private static Map<String, @Nullable Object> noise(NoiseAmplification row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("chain", row.example());
        json.put("depth", row.depth());
        json.put("noise", CanonicalJson.number(row.noise()));
        json.put("layerByLayer", CanonicalJson.number(row.layerByLayer().measured().upper()));
        json.put("layerByLayerBound", CanonicalJson.number(row.layerByLayer().bound().upper()));
        json.put("deepestFirst", CanonicalJson.number(row.deepestFirst().measured().upper()));
        json.put("deepestFirstBound", CanonicalJson.number(row.deepestFirst().bound().upper()));
        return json;
    }
}
