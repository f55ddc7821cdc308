package org.deepsparse.decider;

import java.util.Optional;
import org.deepsparse.dictionary.DependenceSearch;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.exact.Budget;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Decides whether every `size` atoms are independent, which is `spark > size`, by exact enumeration.
public final class Independence {

    private Independence() {}

    /// HOLDS if every subset was looked at or all atoms have at most one dependence, of more than `size` of
    /// them; VIOLATED with a dependence; UNDECIDED if the budget ran out.
    ///
    /// @param size atoms in a subset, at most as many as there are
    /// @param budget subsets that may be visited, as [DependenceSearch] counts them
    /// @throws IllegalArgumentException if the size is negative or exceeds the number of atoms
    public static Answer decide(Dictionary dictionary, int size, long budget) {
        if (size < 0 || size > dictionary.atoms()) {
            throw new IllegalArgumentException(
                    "subsets of " + size + " atoms of a dictionary of " + dictionary.atoms());
        }
        DependenceSearch search = new DependenceSearch(dictionary, new Budget(budget));
        Optional<Spark> known = search.ofSmallKernel();
        if (known.isPresent()) {
            Optional<Evidence.Dependence> only = known.get().witness();
            if (only.isEmpty()) {
                return Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("the rank of all atoms"));
            }
            int atoms = only.get().atoms().size();
            return atoms <= size
                    ? Answer.of(Verdict.VIOLATED, only.get())
                    : Answer.of(Verdict.HOLDS,
                            new Evidence.Exhaustion("the only dependence of all atoms, which has " + atoms));
        }
        Optional<Evidence.Dependence> dependence = search.dependence(size);
        if (dependence.isPresent()) {
            return Answer.of(Verdict.VIOLATED, dependence.get());
        }
        if (search.isDoubtful()) {
            return Answer.undecided(
                    "some atoms are dependent modulo each of several primes, but independent, and subsets "
                            + "with them were not looked at");
        }
        return search.isExhausted()
                ? Answer.undecided(
                        "stopped after " + budget + " subsets of up to " + size + " atoms, none dependent")
                : Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("subsets of " + size + " atoms",
                        (long) ExhaustiveL0.supports(dictionary.atoms(), size)));
    }
}
