package org.deepsparse.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.exact.Bareiss;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.Rational;

/// The spark: the smallest number of linearly dependent atoms; infinite if all are independent (Donoho & Elad 2003).
///
/// Found by enumeration alone, never through coherence, because theorems about coherence are measured against it. Two exact shortcuts:
/// independent atoms have spark infinity, and with a kernel of dimension 1 the spark is the support of the one kernel vector.
///
/// @param lower at least this; equal to `upper` when decided
/// @param upper at most this, +infinity where no dependence is known
/// @param witness dependent atoms, as many as `upper` says, ascending; empty if none are known
public record Spark(double lower, double upper, Optional<List<Integer>> witness) {

    public boolean isExact() {
        return lower == upper;
    }

    /// Enumerates subsets by size until a dependent one is found or `budget` subsets are visited.
    public static Spark of(Dictionary dictionary, long budget) {
        Optional<Spark> byKernel = byKernel(dictionary);
        if (byKernel.isPresent()) {
            return byKernel.get();
        }
        // more atoms than rows are dependent; with fewer, modulo the prime at least two are missing from the rank
        boolean wide = dictionary.atoms() > dictionary.rows();
        double upper = wide ? dictionary.rows() + 1.0 : Double.POSITIVE_INFINITY;
        SubsetSearch search = new SubsetSearch(dictionary, budget);
        for (int size = 2; size <= Math.min(upper, dictionary.atoms()); size++) {
            Optional<List<Integer>> dependent = search.dependentSubset(size);
            if (dependent.isPresent()) {
                return new Spark(size, size, dependent);
            }
            if (search.isExhausted()) {
                return new Spark(size, upper, Optional.empty());
            }
        }
        return new Spark(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Optional.empty());
    }

    /// The answer to "is every subset of this size independent?".
    ///
    /// @param holds empty when the budget ran out
    /// @param because the reason in words, with dependent atoms where the answer is no
    public record Independence(Optional<Boolean> holds, String because) {}

    /// Whether every `size` atoms are independent, which is spark > size.
    public static Independence independence(Dictionary dictionary, int size, long budget) {
        Optional<Spark> byKernel = byKernel(dictionary);
        if (byKernel.isPresent()) {
            Spark spark = byKernel.get();
            boolean holds = spark.lower() > size;
            String because = spark.witness().isEmpty()
                    ? "all atoms are independent"
                    : "the only dependence is among the atoms " + spark.witness().get();
            return new Independence(Optional.of(holds), because);
        }
        SubsetSearch search = new SubsetSearch(dictionary, budget);
        Optional<List<Integer>> dependent = search.dependentSubset(size);
        if (dependent.isPresent()) {
            return new Independence(Optional.of(false), "dependent atoms: " + dependent.get());
        }
        return search.isExhausted()
                ? new Independence(Optional.empty(), "stopped after " + budget + " subsets of up to " + size + " atoms, none dependent")
                : new Independence(Optional.of(true), "no dependent subset of " + size + " atoms");
    }

    /// Decides at once when the kernel has dimension 0 or 1; empty otherwise.
    private static Optional<Spark> byKernel(Dictionary dictionary) {
        int n = dictionary.atoms();
        ModularElimination elimination = new ModularElimination(dictionary.rows(), n);
        for (int i = 0; i < n; i++) {
            elimination.push(ModularElimination.residues(dictionary.atom(i)));
        }
        if (elimination.size() == n) {
            return Optional.of(new Spark(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Optional.empty()));
        }
        if (elimination.size() < n - 1) {
            return Optional.empty();
        }
        // rank >= n - 1 is proved, so the kernel has dimension at most 1
        Optional<List<Integer>> support = Bareiss.kernelVector(columns(dictionary)).map(Spark::support);
        double spark = support.map(List::size).map(Integer::doubleValue).orElse(Double.POSITIVE_INFINITY);
        return Optional.of(new Spark(spark, spark, support));
    }

    private static Rational[][] columns(Dictionary dictionary) {
        return IntStream.range(0, dictionary.atoms())
                .mapToObj(i -> Rational.of(dictionary.atom(i)))
                .toArray(Rational[][]::new);
    }

    private static List<Integer> support(Rational[] vector) {
        return IntStream.range(0, vector.length).filter(i -> !vector[i].isZero()).boxed().toList();
    }

    /// Depth-first search over atom subsets on a stack of columns reduced modulo a prime.
    private static final class SubsetSearch {

        private final Dictionary dictionary;
        private final long[][] residues;
        private final ModularElimination stack;
        private final List<Integer> chosen = new ArrayList<>();
        private long left;
        private boolean doubtful;

        SubsetSearch(Dictionary dictionary, long budget) {
            this.dictionary = dictionary;
            this.left = budget;
            this.stack = new ModularElimination(dictionary.rows(), dictionary.atoms());
            this.residues = IntStream.range(0, dictionary.atoms())
                    .mapToObj(i -> ModularElimination.residues(dictionary.atom(i)))
                    .toArray(long[][]::new);
        }

        /// Whether an absent answer means "not known": the budget ran out, or a subset is dependent modulo the prime only.
        boolean isExhausted() {
            return left <= 0 || doubtful;
        }

        /// A dependent subset of at most `size` atoms.
        Optional<List<Integer>> dependentSubset(int size) {
            return search(0, size);
        }

        private Optional<List<Integer>> search(int from, int room) {
            for (int atom = from; room > 0 && atom < residues.length && left > 0; atom++) {
                left--;
                chosen.add(atom);
                Optional<List<Integer>> found = Optional.empty();
                if (stack.push(residues[atom])) {
                    found = search(atom + 1, room - 1);
                    stack.pop();
                } else {
                    found = dependence();
                    doubtful |= found.isEmpty();
                }
                chosen.remove(chosen.size() - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /// The atoms of a kernel vector of the chosen ones; empty if they are independent after all.
        private Optional<List<Integer>> dependence() {
            Rational[][] columns = chosen.stream().map(i -> Rational.of(dictionary.atom(i))).toArray(Rational[][]::new);
            return Bareiss.kernelVector(columns).map(kernel -> support(kernel).stream().map(chosen::get).toList());
        }
    }
}
