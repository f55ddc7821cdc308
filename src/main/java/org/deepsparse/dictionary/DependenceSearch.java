package org.deepsparse.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Evidence;

/// Depth-first search over subsets of atoms for a dependent one, on a stack of columns reduced modulo a
/// prime.
///
/// What the stack calls independent is; what it calls dependent is settled in rationals. The budget counts
/// subsets over all questions asked of one search. **Cost** O(m k) operations on machine integers for each
/// subset of k atoms.
///
/// An instance is for one thread.
public final class DependenceSearch {

    private final Dictionary dictionary;
    private final long[][] residues;
    private final ModularElimination stack;
    private final List<Integer> chosen = new ArrayList<>();
    private long left;
    private boolean doubtful;

    /// @param budget subsets that may be visited
    public DependenceSearch(Dictionary dictionary, long budget) {
        this.dictionary = dictionary;
        this.left = budget;
        this.stack = new ModularElimination(dictionary.rows(), dictionary.atoms());
        this.residues = IntStream.range(0, dictionary.atoms())
                .mapToObj(i -> ModularElimination.residues(dictionary.atom(i)))
                .toArray(long[][]::new);
    }

    /// Whether an absent answer means "not known": the budget ran out, or a subset is dependent modulo the
    /// prime only.
    public boolean isExhausted() {
        return left <= 0 || doubtful;
    }

    /// Whether a subset is dependent modulo the prime only, so that subsets with more atoms were left out.
    public boolean isDoubtful() {
        return doubtful;
    }

    /// The first dependence, in lexicographic order, among at most `size` atoms.
    public Optional<Evidence.Dependence> dependence(int size) {
        return search(0, size);
    }

    private Optional<Evidence.Dependence> search(int from, int room) {
        for (int atom = from; room > 0 && atom < residues.length && left > 0; atom++) {
            left--;
            chosen.add(atom);
            Optional<Evidence.Dependence> found = Optional.empty();
            // nothing is reduced by the last atom, so that it need not go on the stack
            boolean isLast = room == 1;
            if (isLast ? stack.mayContain(residues[atom]) : !stack.push(residues[atom])) {
                found = dependence(dictionary, chosen.stream().mapToInt(Integer::intValue).toArray());
                doubtful |= found.isEmpty();
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

    /// A kernel vector of the given atoms, without its zeros; empty if they are independent.
    static Optional<Evidence.Dependence> dependence(Dictionary dictionary, int... atoms) {
        return dictionary.exact(atoms).kernelVector().map(kernel -> {
            int[] support = kernel.support();
            List<Integer> dependent = IntStream.of(support).map(k -> atoms[k]).boxed().toList();
            RationalVector coefficients = kernel.select(support);
            return new Evidence.Dependence(dependent, coefficients);
        });
    }
}
