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
import org.deepsparse.exact.Budget;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The coherence facts of a dictionary, exact or enclosed: what `coherence` shows.
///
/// @param guaranteedSparsity the largest lambda with `lambda < (1 + 1/mu)/2`, at most the number of atoms
/// @param rounded whether half an ulp in the nonzero entries can change it
/// @param guarantees what is proved of every code, and by which of the facts
/// @param squaredWelch the square of the least coherence that any dictionary of this shape can have
/// @param babel mu1(1), ..., mu1(K), if asked
/// @param spark if asked
/// @param generalized if asked
public record DictionaryFacts(
        Dictionary dictionary,
        MutualCoherence coherence,
        AtomNorms norms,
        int guaranteedSparsity,
        RoundedSparsity rounded,
        Guarantees guarantees,
        Rational squaredWelch,
        Optional<List<Interval>> babel,
        Optional<Spark> spark,
        Optional<GeneralizedCoherence> generalized) {

    public DictionaryFacts {
        babel = babel.map(List::copyOf);
    }

    /// @param babel K, or 0 if not asked; from n - 1 on the Babel function is constant and not listed
    /// @param spark what the spark may cost, if it is asked
    /// @param generalized what the generalized coherence may cost, if it is asked
    public static DictionaryFacts of(Dictionary dictionary, int babel, Optional<Budget> spark,
            Optional<Budget> generalized) {
        Rational squared = dictionary.coherence().squared();
        int largest = Math.min(babel, Math.max(1, dictionary.atoms() - 1));
        Optional<List<Interval>> sums = babel > 0
                ? Optional.of(BabelFunction.enclosures(dictionary, largest))
                : Optional.empty();
        Optional<Spark> dependent = spark.map(budget -> Spark.of(dictionary, budget));
        return new DictionaryFacts(
                dictionary,
                dictionary.coherence(),
                dictionary.norms(),
                UniquenessCondition.largestSparsity(squared, dictionary.atoms()),
                RoundedSparsity.of(dictionary, squared),
                Guarantees.of(dictionary, sums, dependent),
                WelchLowerBound.squared(dictionary.rows(), dictionary.atoms()),
                sums,
                dependent,
                generalized.map(budget -> GeneralizedCoherence.of(dictionary, budget)));
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

    /// Whether the Welch bound is within half an ulp of every entry, but not attained: rounded coordinates of
    /// a frame that attains it look like this. Half an ulp of entries changes a cosine by at most four units.
    public boolean isWithinRoundingOfWelchBound() {
        double most = squaredWelch.sqrtEnclosure().upper();
        return !attainsWelchBound() && coherence.value().upper() <= most + 5 * Interval.UNIT_ROUNDOFF;
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
