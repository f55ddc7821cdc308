package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.UniquenessBound;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainDraw;
import org.deepsparse.instance.ChainExamples;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.ExhaustiveL0;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Uniqueness  (`uniqueness`; Li, Feng, Zhou 2024, Thm 1)
/// A signal has at most one chain of codes as sparse as the coherence allows.
///
/// **Hypotheses** (H1) rho_j injective: l_j > 0  (H2) `lambda_j < (1 + 1/mu_j)/2`  (H3) eps_j = 0.
///
/// **Conclusion** DSC(lambda, 0) has at most one solution, for every signal.
///
/// **Measured** for every signal: each 2 lambda_j atoms of D_j are independent, by exact enumeration (two codes of one signal
/// differ by a dependence of 2 lambda_j atoms). For the signal at hand: exhaustive exact search for a second chain, or exact
/// verification of a named one. **Decided** exactly.
///
/// **Sharp** integer simplex and Hadamard core at lambda = (n + 1)/2. **Broken** H1: ReLU, abs; H2: repeated atom. **Not claimed** anything for
/// eps > 0: that is `stability`. **Proof** proofs-notes/uniqueness.md. **Property** UniquenessProperties.
public record Uniqueness() implements Theorem<ChainInstance> {

    /// Supports that the search for a second chain may visit in a layer; above it the claim about all signals stands alone.
    private static final long SUPPORTS = 3_000;

    @Override
    public Statement statement() {
        return new Statement(
                "uniqueness",
                "at most one sparse chain",
                "Thm 1",
                Statement.Status.PAPER,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.EXACT,
                "DSC(lambda, 0) has at most one solution",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return ChainDraw.of(Uniqueness::largestSparsity, false);
    }

    static int largestSparsity(Dictionary dictionary) {
        return UniquenessBound.largestSparsity(MutualCoherence.of(dictionary).squared(), dictionary.atoms());
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(
                LayerHypotheses.injective("H1"), LayerHypotheses.incoherent("H2"), LayerHypotheses.exactModel("H3"));
    }

    @Override
    public List<Claim> conclusion(ChainInstance instance) {
        List<Claim> claims = new ArrayList<>();
        Problem problem = instance.problem();
        for (int j = 1; j <= problem.depth(); j++) {
            claims.add(independence(problem.layer(j), j));
        }
        instance.rival()
                .filter(rival -> problem.isSolvedBy(rival) && !rival.equals(instance.truth()))
                .ifPresent(rival -> claims.add(secondChain(instance.truth(), rival)));
        if (searchable(problem)) {
            claims.add(onlyChain(instance));
        }
        return claims;
    }

    /// Every 2 lambda atoms independent: no two lambda-sparse codes of any one signal.
    private static Claim independence(Layer layer, int j) {
        String label = "independent[" + j + "]";
        int size = Math.min(2 * layer.sparsityBudget(), layer.dictionary().atoms());
        return Independence.claim(label, layer.dictionary(), size);
    }

    private static Claim secondChain(Chain truth, Chain other) {
        return new Claim.Decided("only-chain", Verdict.VIOLATED, "two chains for one signal: " + truth + " and " + other);
    }

    private static boolean searchable(Problem problem) {
        return problem.layers().stream()
                .allMatch(layer -> layer.activation().lowerLipschitz().signum() > 0
                        && ExhaustiveL0.supports(layer.dictionary().atoms(), layer.sparsityBudget()) <= SUPPORTS);
    }

    private static Claim onlyChain(ChainInstance instance) {
        Search search = new Search(instance.problem(), true, new ArrayList<>());
        search = search.above(instance.problem().signal(), 1, List.of());
        Optional<Chain> other = search.found.stream().filter(chain -> !chain.equals(instance.truth())).findFirst();
        return other.map(chain -> secondChain(instance.truth(), chain))
                .orElse(new Claim.Decided(
                        "only-chain",
                        search.complete ? Verdict.HOLDS : Verdict.UNDECIDED,
                        "exhaustive search finds " + search.found.size() + " chain"));
    }

    /// Depth-first search for chains, at most two codes a layer.
    private record Search(Problem problem, boolean complete, List<Chain> found) {

        /// Adds the chains that continue `codes` (layers 1..j-1) above `below`.
        Search above(RationalVector below, int j, List<SparseCode> codes) {
            if (j > problem.depth()) {
                found.add(new Chain(codes));
                return this;
            }
            Layer layer = problem.layer(j);
            ExhaustiveL0.Codes next = ExhaustiveL0.codes(layer.dictionary(), layer.preimage(below), layer.sparsityBudget(), 2);
            Search search = new Search(problem, complete && next.complete(), found);
            for (RationalVector code : next.found()) {
                List<SparseCode> longer = new ArrayList<>(codes);
                longer.add(new SparseCode(code));
                search = search.above(code, j + 1, longer);
            }
            return search;
        }
    }

    @Override
    public ChainInstance instance(Recipe recipe) {
        return ChainInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        List<Sharp> sharp = new ArrayList<>();
        for (String example : List.of("core7-halves", "core3-halves", "simplex5-halves")) {
            ChainExamples.inEveryDepth("uniqueness", example).forEach(recipe -> sharp.add(new Sharp.Boundary(recipe, "H2")));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        ChainExamples.inEveryDepth("uniqueness", "relu-forgets").forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.inEveryDepth("uniqueness", "abs-folds").forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.inEveryDepth("uniqueness", "repeated-atom").forEach(recipe -> broken.add(new Broken("H2", recipe)));
        return broken;
    }
}
