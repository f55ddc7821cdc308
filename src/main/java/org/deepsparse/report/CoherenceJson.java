package org.deepsparse.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.oracle.DictionaryFacts;
import org.deepsparse.oracle.Guarantees;

/// `coherence --json`: schema deepsparse/coherence/v1.
public final class CoherenceJson {

    private CoherenceJson() {}

    public static String of(DictionaryFacts facts) {
        Dictionary dictionary = facts.dictionary();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "deepsparse/coherence/v1");
        json.put("shape", List.of(dictionary.rows(), dictionary.atoms()));
        json.put("coherence", coherence(facts.coherence()));
        json.put("guaranteedSparsity", facts.guaranteedSparsity());
        json.put("welchBound", welchBound(facts));
        json.put("babel", facts.babel().map(CoherenceJson::babel).orElse(null));
        json.put("spark", facts.spark().map(CoherenceJson::spark).orElse(null));
        json.put("generalizedCoherence",
                facts.generalized().map(mut -> ends(new LinkedHashMap<>(), mut.value())).orElse(null));
        json.put("restrictedIsometry", null);
        json.put("atomNorms", ends(new LinkedHashMap<>(), facts.atomNorms()));
        json.put("guarantees", guarantees(facts.guarantees()));
        json.put("moved", facts.rounded().moved().stream()
                .map(moved -> List.of(moved.row(), moved.atom(), moved.value().toString()))
                .toList());
        json.put("hangsOnRounding", facts.rounded().hangs().orElse(null));
        return CanonicalJson.write(json);
    }

    private static Map<String, @Nullable Object> coherence(MutualCoherence coherence) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("value", CanonicalJson.number(nearest(coherence.squared())));
        ends(json, coherence.value());
        json.put("squared", coherence.squared().toString());
        json.put("pair", coherence.pair().map(pair -> List.of(pair.first(), pair.second())).orElse(null));
        return json;
    }

    /// The double nearest to the root, or the lower of two that enclose it.
    private static double nearest(Rational squared) {
        return squared.sqrt().map(Rational::nearest).orElseGet(() -> squared.sqrtEnclosure().lower());
    }

    private static Map<String, @Nullable Object> welchBound(DictionaryFacts facts) {
        Map<String, @Nullable Object> json = ends(new LinkedHashMap<>(),
                facts.squaredWelch().sqrtEnclosure());
        json.put("attained", facts.attainsWelchBound());
        json.put("attainable", facts.welchBoundIsAttainable().orElse(null));
        json.put("withinRounding", facts.attainsWelchBound() || facts.isWithinRoundingOfWelchBound());
        return json;
    }

    private static Map<String, @Nullable Object> guarantees(Guarantees guarantees) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("unique", guarantee(guarantees.unique()));
        json.put("basisPursuit", guarantee(guarantees.basisPursuit()));
        json.put("omp", guarantee(guarantees.omp()));
        return json;
    }

    private static Map<String, @Nullable Object> guarantee(Guarantees.Guarantee guarantee) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sparsity", guarantee.sparsity());
        json.put("by", guarantee.by());
        return json;
    }

    private static List<Map<String, @Nullable Object>> babel(List<Interval> babel) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (int k = 1; k <= babel.size(); k++) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("k", k);
            list.add(ends(json, babel.get(k - 1)));
        }
        return list;
    }

    private static Map<String, @Nullable Object> spark(Spark spark) {
        Map<String, @Nullable Object> json = ends(new LinkedHashMap<>(),
                new Interval(spark.lower(), spark.upper()));
        json.put("decided", spark.isExact() ? "EXACT" : "BOUNDS");
        json.put("witness", spark.witness().map(dependence -> dependence.atoms()).orElse(null));
        json.put("coefficients",
                spark.witness().map(dependence -> EvidenceJson.numbers(dependence.coefficients()))
                        .orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> ends(Map<String, @Nullable Object> json, Interval interval) {
        json.put("lower", CanonicalJson.number(interval.lower()));
        json.put("upper", CanonicalJson.number(interval.upper()));
        return json;
    }
}
