package org.deepsparse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.oracle.DictionaryFacts;

/// The coherence facts of a dictionary for people, one line each.
public final class CoherenceText {

    /// Exact squares with more digits than this are for programs.
    private static final int LONGEST_SQUARE = 40;

    private CoherenceText() {}

    public static String of(DictionaryFacts facts) {
        Dictionary dictionary = facts.dictionary();
        List<String> lines = new ArrayList<>();
        lines.add(line("dictionary",
                dictionary.rows() + " rows, " + dictionary.atoms() + " atoms, norms in "
                        + facts.atomNorms()));
        lines.add(line("mutual coherence", facts.coherence().value()
                + facts.coherence().pair().map(pair -> ", atoms " + pair.first() + " and " + pair.second())
                        .orElse("")));
        String squared = facts.coherence().squared().toString();
        if (squared.length() <= LONGEST_SQUARE) {
            lines.add(line("squared, exactly", squared));
        }
        lines.add(line("Welch bound",
                facts.squaredWelch().sqrtEnclosure() + (facts.attainsWelchBound() ? ", attained" : "")));
        lines.add(line("guaranteed sparsity", facts.guaranteedSparsity()
                + ": every code with at most so many nonzeros is the only one of its signal"));
        if (facts.hangsOnRounding()) {
            lines.add(line("", "it hangs on the rounding of the entries: half an ulp could change it"));
        }
        facts.babel().ifPresent(values -> {
            for (int k = 1; k <= values.size(); k++) {
                lines.add(line(k == 1 ? "Babel function" : "", k + ": " + values.get(k - 1)));
            }
        });
        facts.spark().ifPresent(spark -> lines.add(line("spark", spark(spark))));
        facts.generalized()
                .ifPresent(mut -> lines.add(line("generalized", mut.value() + ", of the atoms as stored")));
        return String.join("\n", lines) + "\n";
    }

    private static String spark(Spark spark) {
        if (!spark.isExact()) {
            return "between " + CanonicalJson.number(spark.lower()) + " and "
                    + CanonicalJson.number(spark.upper())
                    + " (budget used up)";
        }
        return spark.witness()
                .map(dependence -> dependence.atoms().size() + ", dependent atoms " + dependence.atoms())
                .orElse("inf, all atoms are independent");
    }

    private static String line(String label, String value) {
        return String.format(Locale.ROOT, "%-20s %s", label, value);
    }
}
