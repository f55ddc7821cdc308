package org.deepsparse.dictionary;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.verdict.Evidence;

/// The spark: the smallest number of linearly dependent atoms; infinite if all are independent (Donoho & Elad
/// 2003).
///
/// Found by enumeration alone, never through coherence, because theorems about coherence are measured against
/// it. Two exact shortcuts: independent atoms have spark infinity, and with a kernel of dimension 1 the spark
/// is the support of the one kernel vector.
///
/// @param lower at least this; equal to `upper` when decided
/// @param upper at most this, +infinity where no dependence is known
/// @param witness as many dependent atoms as `upper` says; empty if none are known
public record Spark(double lower, double upper, Optional<Evidence.Dependence> witness) {

    /// @throws IllegalArgumentException if a finite spark that is decided has no witness of its size
    public Spark {
        if (lower == upper && lower < Double.POSITIVE_INFINITY
                && witness.map(dependence -> dependence.atoms().size()).filter(Predicate.isEqual((int) lower))
                        .isEmpty()) {
            throw new IllegalArgumentException("spark " + lower + " but the witness is " + witness);
        }
    }

    private static final Spark INFINITE = new Spark(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Optional.empty());

    public boolean isExact() {
        return lower == upper;
    }

    /// Enumerates subsets by size until a dependent one is found or `budget` subsets are visited.
    public static Spark of(Dictionary dictionary, long budget) {
        Optional<Spark> byKernel = ofSmallKernel(dictionary);
        if (byKernel.isPresent()) {
            return byKernel.get();
        }
        int rows = dictionary.rows();
        boolean wide = dictionary.atoms() > rows; // then any rows + 1 atoms are dependent
        double upper = wide ? rows + 1.0 : Double.POSITIVE_INFINITY;
        DependenceSearch search = new DependenceSearch(dictionary, budget);
        for (int size = 2; size <= (wide ? rows : dictionary.atoms()); size++) {
            Optional<Evidence.Dependence> dependent = search.dependence(size);
            if (dependent.isPresent()) {
                return new Spark(size, size, dependent);
            }
            if (search.isExhausted()) {
                return new Spark(size, upper, Optional.empty());
            }
        }
        return wide
                ? new Spark(upper, upper,
                        DependenceSearch.dependence(dictionary, IntStream.rangeClosed(0, rows).toArray()))
                : INFINITE;
    }

    /// The spark, at once, where the kernel has dimension 0 or 1; empty otherwise. **Cost** one elimination
    /// of all atoms.
    public static Optional<Spark> ofSmallKernel(Dictionary dictionary) {
        int n = dictionary.atoms();
        ModularElimination elimination = new ModularElimination(dictionary.rows(), n);
        for (int i = 0; i < n; i++) {
            elimination.push(ModularElimination.residues(dictionary.atom(i)));
        }
        if (elimination.size() == n) {
            return Optional.of(INFINITE);
        }
        if (elimination.size() < n - 1) {
            return Optional.empty();
        }
        // rank >= n - 1 is proved, so the kernel has dimension at most 1
        return Optional.of(DependenceSearch.dependence(dictionary, IntStream.range(0, n).toArray())
                .map(witness -> new Spark(witness.atoms().size(), witness.atoms().size(),
                        Optional.of(witness)))
                .orElse(INFINITE));
    }
}
