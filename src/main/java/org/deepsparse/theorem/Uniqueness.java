package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.decider.Independence;
import org.deepsparse.decider.OnlyChain;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.ChainDraw;
import org.deepsparse.instance.ChainExamples;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Uniqueness  (`uniqueness`; Li, Feng, Zhou 2024, Thm 1)
/// A signal has at most one chain of codes as sparse as the coherence allows.
///
/// **Hypotheses** (H1) rho_j injective: l_j > 0  (H2) `lambda_j < (1 + 1/mu_j)/2`  (H3) eps_j = 0.
///
/// **Conclusion** DSC(lambda, 0) has at most one solution, for every signal.
///
/// **Measured** for every signal: each 2 lambda_j atoms of D_j are independent, by exact enumeration (two
/// codes of one signal differ by a dependence of 2 lambda_j atoms). For the signal at hand: exhaustive exact
/// search for a second chain, or exact verification of a named one. **Decided** exactly.
///
/// **Sharp** integer simplex and Hadamard core at lambda = (n + 1)/2. **Broken** H1: ReLU, abs; H2: repeated
/// atom. **Not claimed** anything for eps > 0: that is `stability`. **Proof** proofs-notes/uniqueness.md.
/// **Property** UniquenessProperties.
public record Uniqueness() implements Theorem<ChainInstance> {

    /// Supports that the search for a second chain may visit in a layer; above it the claim about all signals
    /// stands alone.
    private static final long SUPPORTS = 3_000;

    /// Atom subsets that an enumeration may visit.
    static final long SUBSETS = 400_000;

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
        return UniquenessCondition.largestSparsity(dictionary.coherence().squared(), dictionary.atoms());
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(
                ChainHypotheses.injective("H1"),
                ChainHypotheses.incoherent("H2"),
                ChainHypotheses.exactModel("H3"));
    }

    @Override
    public List<Claim> conclusion(ChainInstance instance) {
        List<Claim> claims = new ArrayList<>();
        Problem problem = instance.problem();
        for (int j = 1; j <= problem.depth(); j++) {
            Layer layer = problem.layer(j);
            int size = Math.min(2 * layer.sparsityBudget(), layer.dictionary().atoms());
            claims.add(Independence.decide(layer.dictionary(), size, SUBSETS)
                    .as(Label.of("independent").inLayer(j)));
        }
        // without a search nothing but a refutation is said about the signal at hand
        Answer only = instance.isExact()
                ? OnlyChain.decide(problem, instance.truth(), instance.rival(), SUPPORTS)
                : withinTolerances(instance);
        if (only.verdict() == Verdict.VIOLATED || OnlyChain.isSearchable(problem, SUPPORTS)) {
            claims.add(only.as(Label.of("only-chain")));
        }
        return claims;
    }

    /// Outside the exact model there are too many chains to search; the rival may be one of them.
    private static Answer withinTolerances(ChainInstance instance) {
        return instance.rival()
                .filter(rival -> !rival.equals(instance.truth()) && instance.problem().isSolvedBy(rival))
                .map(rival -> Answer.of(Verdict.VIOLATED,
                        new Evidence.RivalChain(instance.truth().entries(), rival.entries())))
                .orElseGet(() -> Answer.undecided("chains with residuals are not searched"));
    }

    @Override
    public Optional<ChainInstance> chain(ChainInstance instance) {
        return Optional.of(instance);
    }

    @Override
    public ChainInstance instance(Recipe recipe) {
        return ChainInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        List<Sharp> sharp = new ArrayList<>();
        for (String example : List.of("core7-halves", "core3-halves", "simplex5-halves")) {
            ChainExamples.inEveryDepth("uniqueness", example)
                    .forEach(recipe -> sharp.add(new Sharp.Boundary(recipe, "H2")));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        ChainExamples.inEveryDepth("uniqueness", "relu-forgets")
                .forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.inEveryDepth("uniqueness", "abs-folds")
                .forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.inEveryDepth("uniqueness", "repeated-atom")
                .forEach(recipe -> broken.add(new Broken("H2", recipe)));
        ChainExamples.inEveryDepth("uniqueness", "core7-midpoint")
                .forEach(recipe -> broken.add(new Broken("H3", recipe)));
        return broken;
    }
}
