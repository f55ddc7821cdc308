package org.deepsparse.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Decides whether a chain is the only exact chain of its signal within the sparsity budgets; tolerances
/// count as 0.
///
/// A given rival that is such a chain refutes it. Else an exhaustive search goes up from the signal, layer
/// after layer, with at most two codes a layer. Another chain that it meets refutes it too. It proves that
/// there is none only if it met one code in each layer below the last: of three codes, the one that is left
/// out may be the one with a code above it.
///
/// An instance is for one thread.
public final class OnlyChain {

    private final Problem problem;
    private final List<Chain> found = new ArrayList<>();
    private boolean complete = true;

    private OnlyChain(Problem problem) {
        this.problem = Problem.exact(problem.signal(), problem.layers());
    }

    /// Whether the search can be made: every activation has an inverse, and no layer has more supports than
    /// this.
    public static boolean isSearchable(Problem problem, long supports) {
        return problem.layers().stream()
                .allMatch(layer -> layer.activation().lowerSlope().signum() > 0
                        && ExhaustiveL0.supports(layer.dictionary().atoms(),
                                layer.sparsityBudget()) <= supports);
    }

    /// @param chain an exact chain of the problem, within the budgets
    /// @param rival another chain, which may turn out to solve the problem
    /// @param supports how many supports the search may visit in a layer
    /// @throws IllegalArgumentException if the chain is no exact chain within the budgets, or a chain has not
    ///     the sizes of the problem
    public static Answer decide(Problem problem, Chain chain, Optional<Chain> rival, long supports) {
        OnlyChain search = new OnlyChain(problem);
        if (!search.problem.isSolvedBy(chain)) {
            throw new IllegalArgumentException(
                    "the chain is no exact chain of the signal within the budgets: " + chain);
        }
        Optional<Chain> given = rival
                .filter(other -> !other.equals(chain) && search.problem.isSolvedBy(other));
        if (given.isPresent()) {
            return refutedBy(chain, given.get());
        }
        if (!isSearchable(problem, supports)) {
            return Answer.undecided(
                    "an activation without inverse, or more than " + supports + " supports in a layer");
        }
        search.above(problem.signal(), 1, List.of());
        Optional<Chain> other = search.found.stream().filter(solution -> !solution.equals(chain)).findFirst();
        if (other.isPresent()) {
            return refutedBy(chain, other.get());
        }
        return search.complete
                ? Answer.of(Verdict.HOLDS,
                        new Evidence.Exhaustion("supports within the budgets, layer by layer",
                                searchable(problem)))
                : Answer.undecided(
                        "a layer below the last has several codes, or some atoms are dependent modulo the "
                                + "prime only; "
                                + "not all codes were looked for");
    }

    /// The supports within the budgets of all layers.
    private static long searchable(Problem problem) {
        return (long) problem.layers().stream()
                .mapToDouble(layer -> ExhaustiveL0.supports(layer.dictionary().atoms(),
                        layer.sparsityBudget()))
                .sum();
    }

    private static Answer refutedBy(Chain chain, Chain other) {
        return Answer.of(Verdict.VIOLATED, new Evidence.RivalChain(chain.entries(), other.entries()));
    }

    /// Adds the chains that continue `codes` (layers 1..j-1) above `below`.
    private void above(RationalVector below, int j, List<SparseCode> codes) {
        if (j > problem.depth()) {
            Chain chain = new Chain(codes);
            // an inverse goes on outside the range of an activation that jumps
            if (problem.isSolvedBy(chain)) {
                found.add(chain);
            }
            return;
        }
        Layer layer = problem.layer(j);
        ExhaustiveL0.Codes next = ExhaustiveL0.codes(layer.dictionary(), layer.preimage(below),
                layer.sparsityBudget(), 2);
        complete &= next.complete() && (j == problem.depth() || next.found().size() < 2);
        for (RationalVector code : next.found()) {
            List<SparseCode> longer = new ArrayList<>(codes);
            longer.add(new SparseCode(code));
            above(code, j + 1, longer);
        }
    }
}
