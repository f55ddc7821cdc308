package org.deepsparse.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepsparse.decider.RoundedSparsity;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.oracle.DictionaryFacts;
import org.deepsparse.oracle.Guarantees;

/// The coherence facts of a dictionary for people, one line each.
public final class CoherenceText {

    /// Exact squares with more digits than this are for programs.
    private static final int LONGEST_SQUARE = 40;

    private CoherenceText() {}

    public static String of(DictionaryFacts facts) {
        Dictionary dictionary = facts.dictionary();
        List<String> lines = new ArrayList<>();
        lines.add(line("dictionary",
                counted(dictionary.rows(), "row") + ", " + counted(dictionary.atoms(), "atom") + ", norms in "
                        + facts.atomNorms()));
        lines.add(line("mutual coherence", facts.coherence().value()
                + facts.coherence().pair().map(pair -> ", atoms " + pair.first() + " and " + pair.second())
                        .orElse("")));
        String squared = facts.coherence().squared().toString();
        if (squared.length() <= LONGEST_SQUARE) {
            lines.add(line("squared, exactly", squared));
        }
        lines.add(line("Welch bound",
                facts.squaredWelch().sqrtEnclosure() + welchBound(facts)));
        lines.add(line("guaranteed sparsity", facts.guaranteedSparsity() + ", by the coherence"
                + rounding(facts.rounded())));
        Guarantees guarantees = facts.guarantees();
        lines.add(line("  unique", words(guarantees.unique())
                + "no other code so sparse has the same signal"));
        lines.add(line("  basis pursuit", words(guarantees.basisPursuit())
                + "a code so sparse is the shortest of its signal in norm1"));
        lines.add(line("  omp", words(guarantees.omp())
                + "orthogonal matching pursuit finds every code so sparse"));
        facts.babel().ifPresent(values -> {
            for (int k = 1; k <= values.size(); k++) {
                lines.add(line(k == 1 ? "Babel function" : "", k + ": " + values.get(k - 1)));
            }
        });
        facts.spark().ifPresent(spark -> lines.add(line("spark", spark(spark))));
        facts.generalized()
                .ifPresent(mut -> lines.add(line("generalized", mut.value() + ", of the atoms as stored"
                        + (mut.isDecided() ? "" : " (stopped before it was decided)"))));
        return String.join("\n", lines) + "\n";
    }

    private static String words(Guarantees.Guarantee guarantee) {
        return guarantee.sparsity() + ", by the "
                + switch (guarantee.by()) {
                    case "babel" -> "Babel function";
                    case "norms" -> "coherence and the norms";
                    default -> guarantee.by();
                }
                + ": ";
    }

    private static String welchBound(DictionaryFacts facts) {
        if (facts.attainsWelchBound()) {
            return ", attained";
        }
        return facts.isWithinRoundingOfWelchBound()
                ? ", not attained by the numbers as stored, but within their rounding"
                : "";
    }

    private static String rounding(RoundedSparsity rounded) {
        if (rounded.hangs().isEmpty()) {
            return "; whether half an ulp in the entries can change it is not known";
        }
        return rounded.hangs().get()
                ? "; half an ulp in the entries can make it " + rounded.sparsity() + " (--json shows how)"
                : "";
    }

    private static String spark(Spark spark) {
        if (!spark.isExact()) {
            return "between " + CanonicalJson.number(spark.lower()) + " and "
                    + CanonicalJson.number(spark.upper())
                    + " (stopped before it was decided)";
        }
        return spark.witness()
                .map(dependence -> dependence.atoms().size() + ", dependent atoms " + dependence.atoms())
                .orElse("inf, all atoms are independent");
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String line(String label, String value) {
        return String.format(Locale.ROOT, "%-20s %s", label, value);
    }
}
