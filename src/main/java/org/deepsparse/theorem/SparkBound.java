package org.deepsparse.theorem;

import java.util.List;
import org.deepsparse.bound.SparkLowerBound;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.DictionaryDraw;
import org.deepsparse.instance.DictionaryInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Spark bound  (`spark-bound`; Donoho & Elad 2003; Tropp 2004)
/// Incoherent atoms cannot be dependent in small numbers.
///
/// **Hypotheses** none beyond nonzero atoms, which every [Dictionary] has.
///
/// **Conclusion** `spark(D) >= min{k : mu1(k - 1) >= 1} >= 1 + 1/mu(D)`.
///
/// **Measured** as the exact spark by enumeration, which never looks at coherence. **Decided** exactly, in
/// integers: a spark is one.
///
/// **Sharp** simplex (both), Steiner 7 x 28 (coherence), a block diagonal where only the Babel function is
/// sharp. **Broken** none: there is no hypothesis. **Not claimed** that the bounds are good for random
/// dictionaries. **Proof** proofs-notes/spark-bound.md. **Property** SparkBoundProperties.
public record SparkBound() implements Theorem<Dictionary> {

    @Override
    public Statement statement() {
        return new Statement(
                "spark-bound",
                "incoherent atoms are independent in small numbers",
                "classical",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.EXACT,
                "spark(D) >= min{k : mu1(k - 1) >= 1} >= 1 + 1/mu(D)",
                "DonohoElad2003");
    }

    @Override
    public Draw cases() {
        return DictionaryDraw.shapes(0);
    }

    @Override
    public List<Hypothesis<Dictionary>> hypotheses() {
        return List.of();
    }

    @Override
    public List<Claim> conclusion(Dictionary dictionary) {
        Spark spark = Spark.of(dictionary, Uniqueness.SUBSETS);
        Interval measured = Interval.of(spark.lower(), spark.upper());
        Interval babel = SparkLowerBound.byBabel(BabelFunction.of(dictionary), dictionary.atoms());
        Interval coherence = Interval.of(SparkLowerBound.byCoherence(dictionary.coherence().squared()));
        return List.of(atMost(Label.of("babel-bound"), babel, measured),
                atMost(Label.of("coherence-bound"), coherence, measured));
    }

    /// Infinity is a value here, of independent or orthogonal atoms, and everything is at most that.
    private static Claim atMost(Label label, Interval bound, Interval value) {
        return value.lower() == Double.POSITIVE_INFINITY
                ? new Claim.Decided(label, Verdict.HOLDS,
                        Evidence.Facts.of("measured", bound, "bound", "inf"))
                : new Claim.AtMost(label, bound, value);
    }

    @Override
    public Dictionary instance(Recipe recipe) {
        return DictionaryInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return List.of("simplex-4", "core-7", "steiner-7x28", "block-diagonal").stream()
                .<Sharp>map(name -> new Sharp.Tight(new NamedExample("spark-bound", name)))
                .toList();
    }

    @Override
    public List<Broken> broken() {
        return List.of();
    }

    @Override
    public String reasonForNone() {
        return "no hypothesis to break: every dictionary has nonzero atoms";
    }
}
