package org.deepsparse.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.bound.RoundedSparsity;
import org.deepsparse.bound.UniquenessBound;
import org.deepsparse.bound.WelchBound;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.GeneralizedCoherence;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The coherence facts of a dictionary, exact or enclosed.
///
/// @param babel mu1(1), ..., mu1(K), if asked
/// @param spark if asked
/// @param generalized if asked
public record CoherenceReport(
        Dictionary dictionary,
        MutualCoherence coherence,
        AtomNorms norms,
        Optional<List<Interval>> babel,
        Optional<Spark> spark,
        Optional<GeneralizedCoherence> generalized) {

    /// @param babel K, or 0 if not asked; from n - 1 on the Babel function is constant and not listed
    /// @param sparkBudget subsets that the spark may visit, or 0 if not asked
    /// @param generalized whether the generalized coherence is asked
    public static CoherenceReport of(Dictionary dictionary, int babel, long sparkBudget, boolean generalized) {
        return new CoherenceReport(
                dictionary,
                MutualCoherence.of(dictionary),
                AtomNorms.of(dictionary),
                babel > 0
                        ? Optional.of(BabelFunction.enclosures(dictionary, Math.min(babel, Math.max(1, dictionary.atoms() - 1))))
                        : Optional.empty(),
                sparkBudget > 0 ? Optional.of(Spark.of(dictionary, sparkBudget)) : Optional.empty(),
                generalized ? Optional.of(GeneralizedCoherence.of(dictionary)) : Optional.empty());
    }

    /// Whether everything that was asked is decided.
    public boolean isDecided() {
        return spark.map(Spark::isExact).orElse(true) && generalized.map(GeneralizedCoherence::isDecided).orElse(true);
    }

    private int guaranteedSparsity() {
        return UniquenessBound.largestSparsity(coherence.squared(), dictionary.atoms());
    }

    private Rational squaredWelch() {
        return WelchBound.squared(dictionary.rows(), dictionary.atoms());
    }

    /// Schema deepsparse/coherence/v1.
    public String json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "deepsparse/coherence/v1");
        json.put("shape", List.of(dictionary.rows(), dictionary.atoms()));
        json.put("coherence", coherenceJson());
        json.put("guaranteedSparsity", guaranteedSparsity());
        json.put("welchBound", welchJson());
        json.put("babel", babel.map(CoherenceReport::babelJson).orElse(null));
        json.put("spark", spark.map(CoherenceReport::sparkJson).orElse(null));
        json.put("generalizedCoherence", generalized.map(mut -> ends(new LinkedHashMap<>(), mut.value())).orElse(null));
        json.put("restrictedIsometry", null);
        json.put("atomNorms", ends(new LinkedHashMap<>(), new Interval(norms.smallest().lower(), norms.largest().upper())));
        json.put("hangsOnRounding", RoundedSparsity.hangsOnRounding(dictionary, coherence.squared()));
        return CanonicalJson.write(json);
    }

    private Map<String, @Nullable Object> coherenceJson() {
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

    private Map<String, @Nullable Object> welchJson() {
        Map<String, @Nullable Object> json = ends(new LinkedHashMap<>(), squaredWelch().sqrtEnclosure());
        json.put("attained", coherence.squared().equals(squaredWelch()));
        json.put("attainable", WelchBound.isAttainable(dictionary.rows(), dictionary.atoms()).orElse(null));
        return json;
    }

    private static List<Map<String, @Nullable Object>> babelJson(List<Interval> babel) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (int k = 1; k <= babel.size(); k++) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("k", k);
            list.add(ends(json, babel.get(k - 1)));
        }
        return list;
    }

    private static Map<String, @Nullable Object> sparkJson(Spark spark) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("lower", CanonicalJson.number(spark.lower()));
        json.put("upper", CanonicalJson.number(spark.upper()));
        json.put("decided", spark.isExact() ? "EXACT" : "BOUNDS");
        json.put("witness", spark.witness().orElse(null));
        return json;
    }

    private static Map<String, @Nullable Object> ends(Map<String, @Nullable Object> json, Interval interval) {
        json.put("lower", CanonicalJson.number(interval.lower()));
        json.put("upper", CanonicalJson.number(interval.upper()));
        return json;
    }

    /// For people.
    public String text() {
        List<String> lines = new ArrayList<>(Arrays.asList(
                line("dictionary",
                        dictionary.rows() + " rows, " + dictionary.atoms() + " atoms, norms in "
                                + enclosed(new Interval(norms.smallest().lower(), norms.largest().upper()))),
                line("mutual coherence",
                        enclosed(coherence.value()) + coherence.pair().map(p -> ", atoms " + p.first() + " and " + p.second()).orElse("")),
                line("Welch bound",
                        enclosed(squaredWelch().sqrtEnclosure()) + (coherence.squared().equals(squaredWelch()) ? ", attained" : "")),
                line("guaranteed sparsity",
                        guaranteedSparsity() + ": every code with at most so many nonzeros is the only one of its signal")));
        if (coherence.squared().toString().length() <= 40) {
            lines.add(2, line("squared, exactly", coherence.squared().toString()));
        }
        if (RoundedSparsity.hangsOnRounding(dictionary, coherence.squared())) {
            lines.add(line("", "it hangs on the rounding of the entries: half an ulp could change it"));
        }
        babel.ifPresent(values -> {
            for (int k = 1; k <= values.size(); k++) {
                lines.add(line(k == 1 ? "Babel function" : "", k + ": " + enclosed(values.get(k - 1))));
            }
        });
        spark.ifPresent(s -> lines.add(line("spark", sparkText(s))));
        generalized.ifPresent(mut -> lines.add(line("generalized", enclosed(mut.value()) + ", of the atoms as stored")));
        return String.join("\n", lines) + "\n";
    }

    private static String sparkText(Spark spark) {
        if (!spark.isExact()) {
            return "between " + CanonicalJson.number(spark.lower()) + " and " + CanonicalJson.number(spark.upper()) + " (budget used up)";
        }
        return spark.witness().map(atoms -> atoms.size() + ", dependent atoms " + atoms).orElse("inf, all atoms are independent");
    }

    private static String line(String label, String value) {
        return String.format(Locale.ROOT, "%-20s %s", label, value);
    }

    private static String enclosed(Interval interval) {
        return interval.toString();
    }
}
