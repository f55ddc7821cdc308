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

/// Decides whether a chain is the only exact chain of its signal within the sparsity budgets.
///
/// A given rival that solves the problem too refutes it. Else an exhaustive search goes up from the signal, layer after layer,
/// with at most two codes a layer: if there are more chains than one, it meets at least two.
public final class OnlyChain {

    private final Problem problem;
    private final List<Chain> found = new ArrayList<>();
    private boolean complete = true;

    private OnlyChain(Problem problem) {
        this.problem = problem;
    }

    /// Whether the search can be made: every activation has an inverse, and no layer has more supports than this.
    public static boolean isSearchable(Problem problem, long supports) {
        return problem.layers().stream()
                .allMatch(layer -> layer.activation().lowerSlope().signum() > 0
                        && ExhaustiveL0.supports(layer.dictionary().atoms(), layer.sparsityBudget()) <= supports);
    }

    /// @param chain an exact chain of the problem, within the budgets
    /// @param rival another chain, which may turn out to solve the problem
    /// @param supports how many supports the search may visit in a layer
    public static Answer decide(Problem problem, Chain chain, Optional<Chain> rival, long supports) {
        if (rival.isPresent() && !rival.get().equals(chain) && problem.isSolvedBy(rival.get())) {
            return refutedBy(chain, rival.get());
        }
        if (!isSearchable(problem, supports)) {
            return Answer.undecided("an activation without inverse, or more than " + supports + " supports in a layer");
        }
        OnlyChain search = new OnlyChain(problem);
        search.above(problem.signal(), 1, List.of());
        Optional<Chain> other = search.found.stream().filter(solution -> !solution.equals(chain)).findFirst();
        if (other.isPresent()) {
            return refutedBy(chain, other.get());
        }
        return search.complete
                ? Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("supports within the budgets, layer by layer"))
                : Answer.undecided("some atoms are dependent modulo the prime only, and codes on them were not looked for");
    }

    private static Answer refutedBy(Chain chain, Chain other) {
        return Answer.of(Verdict.VIOLATED, new Evidence.RivalChain(chain.entries(), other.entries()));
    }

    /// Adds the chains that continue `codes` (layers 1..j-1) above `below`.
    private void above(RationalVector below, int j, List<SparseCode> codes) {
        if (j > problem.depth()) {
            found.add(new Chain(codes));
            return;
        }
        Layer layer = problem.layer(j);
        ExhaustiveL0.Codes next = ExhaustiveL0.codes(layer.dictionary(), layer.preimage(below), layer.sparsityBudget(), 2);
        complete &= next.complete();
        for (RationalVector code : next.found()) {
            List<SparseCode> longer = new ArrayList<>(codes);
            longer.add(new SparseCode(code));
            above(code, j + 1, longer);
        }
    }
}
