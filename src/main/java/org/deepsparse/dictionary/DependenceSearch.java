package org.deepsparse.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.exact.Budget;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.ModularKernel;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Evidence;

/// Depth-first search over subsets of atoms for a dependent one, on a stack of columns reduced modulo a
/// prime.
///
/// What the stack calls independent is; what it calls dependent is settled in rationals. Where atoms turn out
/// to be dependent modulo the prime only, the search starts again with another one.
///
/// The budget counts subsets over all questions asked of one search, each O(m k) operations on machine
/// integers for k atoms. An exact elimination counts as the many subsets that it costs, so that nothing here
/// runs longer than the budget allows.
///
/// An instance is for one thread.
public final class DependenceSearch {

    private static final int BITS_OF_A_WORD = 64;
    private static final long SIGNIFICAND = (1L << 52) - 1;

    private final Dictionary dictionary;
    private final int entryBits;
    private final List<Integer> chosen = new ArrayList<>();
    private ModularElimination stack;
    private long[][] residues;
    private int primes;
    private final Budget budget;
    private boolean accident;

    /// @param budget subsets that may be visited
    public DependenceSearch(Dictionary dictionary, Budget budget) {
        this.dictionary = dictionary;
        this.budget = budget;
        this.entryBits = entryBits(dictionary);
        this.stack = stack(dictionary, 0);
        this.residues = residues(dictionary, stack);
    }

    private static ModularElimination stack(Dictionary dictionary, int which) {
        return new ModularElimination(dictionary.rows(), dictionary.atoms(),
                ModularElimination.PRIMES.get(which));
    }

    private static long[][] residues(Dictionary dictionary, ModularElimination stack) {
        return IntStream.range(0, dictionary.atoms())
                .mapToObj(i -> stack.residues(dictionary.atom(i)))
                .toArray(long[][]::new);
    }

    /// Bits of the largest entry when an atom is scaled to integers.
    private static int entryBits(Dictionary dictionary) {
        int most = 1;
        for (int i = 0; i < dictionary.atoms(); i++) {
            int lowest = Integer.MAX_VALUE;
            int highest = Integer.MIN_VALUE;
            for (double entry : dictionary.atom(i)) {
                if (entry != 0) {
                    long bits = Double.doubleToRawLongBits(entry) & SIGNIFICAND;
                    boolean normal = Math.abs(entry) >= Double.MIN_NORMAL;
                    long significand = normal ? bits | SIGNIFICAND + 1 : bits;
                    int exponent = Math.max(Math.getExponent(entry), Double.MIN_EXPONENT);
                    lowest = Math.min(lowest, exponent + Long.numberOfTrailingZeros(significand));
                    highest = Math.max(highest, exponent + 63 - Long.numberOfLeadingZeros(significand));
                }
            }
            most = Math.max(most, highest - lowest + 1);
        }
        return most;
    }

    /// Whether an absent answer means "not known": the budget ran out, or the primes.
    public boolean isExhausted() {
        return budget.isSpent() || isDoubtful();
    }

    /// Whether some atoms are dependent modulo every prime that was tried, but independent.
    public boolean isDoubtful() {
        return primes >= ModularElimination.PRIMES.size();
    }

    /// The first dependence, in lexicographic order, among at most `size` atoms.
    public Optional<Evidence.Dependence> dependence(int size) {
        while (true) {
            accident = false;
            Optional<Evidence.Dependence> found = search(0, size);
            if (!accident || isDoubtful()) {
                return found;
            }
            anotherPrime();
        }
    }

    private void anotherPrime() {
        primes++;
        if (!isDoubtful()) {
            stack = stack(dictionary, primes);
            residues = residues(dictionary, stack);
        }
    }

    private Optional<Evidence.Dependence> search(int from, int room) {
        for (int atom = from; room > 0 && atom < residues.length && !accident && budget.take(1); atom++) {
            chosen.add(atom);
            Optional<Evidence.Dependence> found = Optional.empty();
            // nothing is reduced by the last atom, so that it need not go on the stack
            boolean isLast = room == 1;
            if (isLast ? stack.mayContain(residues[atom]) : !stack.push(residues[atom])) {
                found = exactly(chosen.stream().mapToInt(Integer::intValue).toArray());
                accident = found.isEmpty() && !budget.isSpent();
            } else if (!isLast) {
                found = search(atom + 1, room - 1);
                stack.pop();
            }
            chosen.removeLast();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// Two parallel atoms, the first pair in lexicographic order, without looking at all pairs: parallel
    /// atoms are equal modulo the prime once their first nonzero is 1. Costs no budget.
    public Optional<Evidence.Dependence> parallelAtoms() {
        Map<List<Long>, List<Integer>> directions = new HashMap<>();
        for (int i = 0; i < residues.length; i++) {
            directions.computeIfAbsent(stack.direction(residues[i]), direction -> new ArrayList<>()).add(i);
        }
        return directions.values().stream()
                .sorted((a, b) -> Integer.compare(a.get(0), b.get(0)))
                .flatMap(same -> IntStream.range(1, same.size())
                        .mapToObj(k -> dependence(dictionary, same.get(0), same.get(k)))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    /// The spark, at once, where the kernel has dimension 0 or 1; empty otherwise, or if the one dependence
    /// costs more than is left of the budget. **Cost** one elimination of all atoms modulo the prime.
    public Optional<Spark> ofSmallKernel() {
        while (!isDoubtful()) {
            Optional<ModularKernel> kernel = ModularKernel.of(stack, residues);
            if (kernel.isEmpty()) {
                return Optional.empty();
            }
            if (kernel.get().dimension() == 0) {
                return Optional.of(Spark.INFINITE);
            }
            int[] atoms = kernel.get().support().stream().mapToInt(Integer::intValue).toArray();
            if (cost(atoms.length) > budget.left()) {
                return Optional.empty();
            }
            // the kernel has dimension at most 1: this is the only dependence, if it is one
            Optional<Evidence.Dependence> found = exactly(atoms);
            if (found.isPresent()) {
                return found.map(Spark::decided);
            }
            anotherPrime();
        }
        return Optional.empty();
    }

    /// A kernel vector of the given atoms, without its zeros; empty if they are independent, or if the budget
    /// does not reach for the exact elimination.
    Optional<Evidence.Dependence> exactly(int... atoms) {
        return budget.take(cost(atoms.length)) ? dependence(dictionary, atoms) : Optional.empty();
    }

    /// An elimination of k atoms is k^2 m products of determinants, which have up to k times the bits of an
    /// entry; in units of one subset, which is m k operations on words.
    private long cost(int k) {
        double words = Math.ceil((double) k * entryBits / BITS_OF_A_WORD);
        return (long) Math.min(Long.MAX_VALUE, k * words * words);
    }

    private static Optional<Evidence.Dependence> dependence(Dictionary dictionary, int... atoms) {
        return dictionary.exact(atoms).kernelVector().map(kernel -> {
            int[] support = kernel.support();
            List<Integer> dependent = IntStream.of(support).map(k -> atoms[k]).boxed().toList();
            RationalVector coefficients = kernel.select(support);
            return new Evidence.Dependence(dependent, coefficients);
        });
    }
}
