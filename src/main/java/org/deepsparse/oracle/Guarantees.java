package org.deepsparse.oracle;

import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.L1EquivalenceCondition;
import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// Up to which sparsity the facts that were asked for prove something about every code.
///
/// @param unique no other code as sparse has the same signal
/// @param basisPursuit no other code of the signal has as small a norm1, of atoms as stored
/// @param omp orthogonal matching pursuit finds the code in as many steps as it has nonzeros
public record Guarantees(Guarantee unique, Guarantee basisPursuit, Guarantee omp) {

    /// The largest sparsity, and the fact that proves it.
    ///
    /// @param by `coherence`, `babel`, `spark`, or `norms`: the coherence and the spread of the atom norms
    public record Guarantee(int sparsity, String by) {

        private Guarantee or(Guarantee other) {
            return other.sparsity > sparsity ? other : this;
        }
    }

    /// @param babel encloses mu1(1), mu1(2), ...; empty if not asked
    static Guarantees of(Dictionary dictionary, Optional<List<Interval>> babel, Optional<Spark> spark) {
        int atoms = dictionary.atoms();
        Rational squared = dictionary.coherence().squared();
        AtomNorms norms = dictionary.norms();
        Guarantee coherence = new Guarantee(UniquenessCondition.largestSparsity(squared, atoms), "coherence");
        Guarantee sums = new Guarantee(babel.map(values -> byBabel(values, atoms)).orElse(0), "babel");
        double independent = spark.map(Spark::lower).orElse(1.0);
        // spark > 2 k; where all atoms are independent every code is the only one
        int half = (int) Math.min(atoms, Math.ceil(independent / 2) - 1);
        Guarantee all = new Guarantee(independent == Double.POSITIVE_INFINITY ? atoms : 0, "spark");
        boolean oneNorm = norms.smallestSquared().equals(norms.largestSquared());
        Guarantee shortest = oneNorm
                ? coherence.or(sums)
                : new Guarantee(
                        L1EquivalenceCondition.largestSparsity(squared, norms.smallestSquared(),
                                norms.largestSquared(), atoms),
                        "norms");
        return new Guarantees(
                coherence.or(sums).or(new Guarantee(half, "spark")),
                shortest.or(all),
                babel.isPresent() ? sums.or(coherence) : coherence);
    }

    /// The largest k <= atoms with `mu1(k - 1) + mu1(k) < 1`, as far as the enclosures prove it.
    private static int byBabel(List<Interval> babel, int atoms) {
        int k = 0;
        Interval before = Interval.ZERO;
        while (k < Math.min(atoms, babel.size()) && before.plus(babel.get(k)).upper() < 1) {
            before = babel.get(k);
            k++;
        }
        return k;
    }
}
