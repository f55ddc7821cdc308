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

/// # Spark bound: `spark-bound` (Donoho & Elad 2003; Tropp 2004)
///
/// If no two atoms are nearly parallel, then no small number of atoms is linearly dependent.
///
/// ## Setting
/// * `D` is a dictionary with `n` nonzero atoms.
/// * `spark(D)` is the smallest number of linearly dependent atoms, +inf if there are none.
/// * `mu(D)` is the mutual coherence: the largest `abs(cos)` of the angle between two atoms.
/// * `mu1(k)` is the Babel function: the largest sum of k such cosines of one atom with others.
///
/// ## Hypotheses
/// None beyond nonzero atoms, which every [Dictionary] has.
///
/// ## Conclusion
/// ```
/// spark(D) >= min{k : mu1(k - 1) >= 1} >= 1 + 1/mu(D)
/// ```
/// where the minimum of nothing and 1/0 are +inf.
///
/// ## How it is checked
/// The spark is found exactly by looking for dependent sets of atoms, which never looks at an angle. Each of
/// the two lower bounds is compared with it: `babel-bound` and `coherence-bound`. That the one is at least
/// the other is proved on the page and not measured. A spark is an integer, so the bounds are rounded up to
/// one, exactly.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp, `simplex-4`, `core-7` and `steiner-7x28`: both bounds are the spark.
/// * Sharp, `block-diagonal`: one coherent pair beside core_7. Only the Babel bound, 8, is the spark.
/// * Broken: nothing, since there is no hypothesis to break.
///
/// ## What is not claimed
/// That the bounds are good for random dictionaries.
///
/// Proof: `proofs-notes/spark-bound.md`. Property: `SparkBoundProperties`.
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

    /// The claim that the bound is at most the value, here the spark. The spark of independent atoms is
    /// infinity, and everything is at most that.
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
