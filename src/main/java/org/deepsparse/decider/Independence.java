package org.deepsparse.decider;

import java.util.Optional;
import org.deepsparse.dictionary.DependenceSearch;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Decides whether every `size` atoms are independent, which is `spark > size`, by exact enumeration.
public final class Independence {

    private Independence() {}

    /// HOLDS if every subset was looked at, VIOLATED with a dependence, UNDECIDED if the budget ran out.
    ///
    /// @param size atoms in a subset, at most as many as there are
    /// @param budget subsets that may be visited
    public static Answer decide(Dictionary dictionary, int size, long budget) {
        Optional<Spark> known = Spark.ofSmallKernel(dictionary);
        if (known.isPresent()) {
            Spark spark = known.get();
            return Answer.of(
                    spark.lower() > size,
                    spark.witness().<Evidence>map(only -> only).orElse(new Evidence.Exhaustion("the rank of all atoms")));
        }
        DependenceSearch search = new DependenceSearch(dictionary, budget);
        Optional<Evidence.Dependence> dependence = search.dependence(size);
        if (dependence.isPresent()) {
            return Answer.of(Verdict.VIOLATED, dependence.get());
        }
        return search.isExhausted()
                ? Answer.undecided("stopped after " + budget + " subsets of up to " + size + " atoms, none dependent")
                : Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("subsets of " + size + " atoms"));
    }
}
