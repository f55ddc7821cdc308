package org.deepsparse.dictionary;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.deepsparse.exact.Budget;
import org.deepsparse.verdict.Evidence;

/// The spark: the smallest number of linearly dependent atoms; infinite if all are independent (Donoho & Elad
/// 2003).
///
/// Found by enumeration alone, never through coherence, because theorems about coherence are measured against
/// it. Three exact shortcuts: two parallel atoms have spark 2, independent atoms have spark infinity, and
/// with a kernel of dimension 1 the spark is the support of the one kernel vector.
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

    static final Spark INFINITE = new Spark(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY,
            Optional.empty());

    public boolean isExact() {
        return lower == upper;
    }

    /// Enumerates subsets by size until a dependent one is found or the budget is spent ([DependenceSearch]
    /// says what it counts).
    public static Spark of(Dictionary dictionary, long budget) {
        return of(dictionary, new Budget(budget));
    }

    /// The same with a budget that others can look at and stop.
    public static Spark of(Dictionary dictionary, Budget budget) {
        DependenceSearch search = new DependenceSearch(dictionary, budget);
        Optional<Evidence.Dependence> parallel = search.parallelAtoms();
        if (parallel.isPresent()) {
            return decided(parallel.get());
        }
        Optional<Spark> byKernel = search.ofSmallKernel();
        if (byKernel.isPresent()) {
            return byKernel.get();
        }
        int rows = dictionary.rows();
        boolean wide = dictionary.atoms() > rows; // then any rows + 1 atoms are dependent
        double upper = wide ? rows + 1.0 : Double.POSITIVE_INFINITY;
        for (int size = 2; size <= (wide ? rows : dictionary.atoms()); size++) {
            Optional<Evidence.Dependence> dependent = search.dependence(size);
            if (dependent.isPresent()) {
                return decided(dependent.get());
            }
            if (search.isExhausted()) {
                return new Spark(size, upper, Optional.empty());
            }
        }
        if (!wide) {
            return INFINITE;
        }
        return search.exactly(IntStream.rangeClosed(0, rows).toArray())
                .map(Spark::decided)
                .orElse(new Spark(rows, upper, Optional.empty()));
    }

    static Spark decided(Evidence.Dependence dependence) {
        int size = dependence.atoms().size();
        return new Spark(size, size, Optional.of(dependence));
    }
}
