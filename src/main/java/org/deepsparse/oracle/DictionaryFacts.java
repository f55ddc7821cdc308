package org.deepsparse.oracle;

import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.bound.WelchLowerBound;
import org.deepsparse.decider.RoundedSparsity;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.GeneralizedCoherence;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The coherence facts of a dictionary, exact or enclosed: what `coherence` shows.
///
/// @param guaranteedSparsity the largest lambda with `lambda < (1 + 1/mu)/2`, at most the number of atoms
/// @param hangsOnRounding whether half an ulp in the entries might change it
/// @param squaredWelch the square of the least coherence that any dictionary of this shape can have
/// @param babel mu1(1), ..., mu1(K), if asked
/// @param spark if asked
/// @param generalized if asked
public record DictionaryFacts(
        Dictionary dictionary,
        MutualCoherence coherence,
        AtomNorms norms,
        int guaranteedSparsity,
        boolean hangsOnRounding,
        Rational squaredWelch,
        Optional<List<Interval>> babel,
        Optional<Spark> spark,
        Optional<GeneralizedCoherence> generalized) {

    public DictionaryFacts {
        babel = babel.map(List::copyOf);
    }

    /// @param babel K, or 0 if not asked; from n - 1 on the Babel function is constant and not listed
    /// @param sparkBudget subsets that the spark may visit, or 0 if not asked
    /// @param generalized whether the generalized coherence is asked
    public static DictionaryFacts of(Dictionary dictionary, int babel, long sparkBudget,
            boolean generalized) {
        Rational squared = dictionary.coherence().squared();
        int largest = Math.min(babel, Math.max(1, dictionary.atoms() - 1));
        return new DictionaryFacts(
                dictionary,
                dictionary.coherence(),
                dictionary.norms(),
                UniquenessCondition.largestSparsity(squared, dictionary.atoms()),
                RoundedSparsity.hangsOnRounding(dictionary, squared),
                WelchLowerBound.squared(dictionary.rows(), dictionary.atoms()),
                babel > 0 ? Optional.of(BabelFunction.enclosures(dictionary, largest)) : Optional.empty(),
                sparkBudget > 0 ? Optional.of(Spark.of(dictionary, sparkBudget)) : Optional.empty(),
                generalized ? Optional.of(GeneralizedCoherence.of(dictionary)) : Optional.empty());
    }

    /// Whether everything that was asked is decided.
    public boolean isDecided() {
        return spark.map(Spark::isExact).orElse(true)
                && generalized.map(GeneralizedCoherence::isDecided).orElse(true);
    }

    /// Whether the coherence is the least possible one for this shape.
    public boolean attainsWelchBound() {
        return coherence.squared().equals(squaredWelch);
    }

    /// Whether some dictionary of this shape attains it, as far as is known here.
    public Optional<Boolean> welchBoundIsAttainable() {
        return WelchLowerBound.isAttainable(dictionary.rows(), dictionary.atoms());
    }

    /// Encloses the smallest and the largest atom norm.
    public Interval atomNorms() {
        return new Interval(norms.smallest().lower(), norms.largest().upper());
    }
}
