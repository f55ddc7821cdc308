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

/// # Uniqueness: `uniqueness` (Li, Feng & Zhou 2024, Theorem 1)
///
/// A signal has at most one chain of codes that are sparse enough for the coherence of the dictionaries.
///
/// ## Setting
/// * `x_0 = y` is the signal, `D_j` the dictionary of layer `j`, `rho_j` its activation and `x_j` its code,
///   for `j = 1..J`. A chain explains the signal exactly if `x_{j-1} = rho_j(D_j x_j)` for every `j`.
/// * `norm0` counts nonzeros; `lambda_j` is the sparsity budget, the largest allowed `norm0(x_j)`.
/// * `DSC(lambda, eps)` is the problem to find a chain within the budgets whose layers leave residuals
///   `norm2(x_{j-1} - rho_j(D_j x_j)) <= eps_j`.
/// * `mu_j` is the mutual coherence of `D_j`: the largest cosine between two different atoms.
///
/// ## Hypotheses
/// * **H1** `rho_j` is injective. ReLU is not: it takes -1 and -2 to the same 0, and two codes have one
///   signal.
/// * **H2** `lambda_j < (1 + 1/mu_j)/2`. Two codes within the budget differ in at most `2 lambda_j` places,
///   and any `2 lambda_j` atoms are then independent. So the two are equal.
/// * **H3** `eps_j = 0`: no residual is tolerated. With a tolerance the neighbours of a solution are
///   solutions. The class also asks that the true chain of the case is a solution; the theorem needs no
///   such chain, but the search below looks for one that differs from it.
///
/// ## Conclusion
/// The problem DSC(lambda, 0) has at most one solution, for every signal.
///
/// ## How it is checked
/// * For all signals at once: every `2 lambda_j` atoms of `D_j` are independent. For one layer that is the
///   same as uniqueness. For several it implies uniqueness, and a dependence contradicts what the proof
///   derives from H2, though there may be no second chain. It is decided by enumeration and exact ranks, and
///   coherence does not enter; past 400,000 subsets it is undecided.
/// * For the signal at hand: a second chain that comes with the case is verified exactly. Then all supports
///   within the budgets are searched for one, where every activation is injective and no layer has more than
///   3,000 supports. Elsewhere the claim is made only if it is refuted; with tolerances above 0 it is
///   undecided unless it is refuted.
/// * The search solves on independent supports only. A code on dependent atoms can be moved along their
///   dependence until its atoms are independent, so one code is found. Adding the dependence to it gives the
///   second.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp in H2: the atoms of a simplex with `n + 1` atoms add up to 0. At `lambda = (n + 1)/2`, where H2
///   just fails, the first half and minus the second half are two codes of one signal (`core7-halves`,
///   `core3-halves`, `simplex5-halves`).
/// * H1 breaks with ReLU and abs (`relu-forgets`, `abs-folds`), H2 with an atom that stands twice
///   (`repeated-atom`), H3 with a signal halfway between two (`core7-midpoint`).
///
/// Not claimed: anything for tolerances above 0. That is `stability`. Proof: `proofs-notes/uniqueness.md`.
/// Property: `UniquenessProperties`.
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
        // where no search is possible, nothing but a refutation is said about the signal at hand
        Answer only = instance.isExact()
                ? OnlyChain.decide(problem, instance.truth(), instance.rival(), SUPPORTS)
                : withinTolerances(instance);
        if (only.verdict() == Verdict.VIOLATED || OnlyChain.isSearchable(problem, SUPPORTS)) {
            claims.add(only.as(Label.of("only-chain")));
        }
        return claims;
    }

    /// With tolerances above 0 chains that solve the problem come in whole neighbourhoods, which no search
    /// over supports exhausts. The rival that comes with the instance may be one of them, and then it
    /// refutes.
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
