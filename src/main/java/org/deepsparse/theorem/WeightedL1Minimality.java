package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.WeightedL1Condition;
import org.deepsparse.decider.LayerHypotheses;
import org.deepsparse.decider.UniqueJointMinimiser;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.ChainExamples;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.EqualNormDraw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.instance.WeightedInstance;
import org.deepsparse.pursuit.LinearProgramProposer;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # One weighted norm finds the whole chain: `weighted-l1` (beyond Li, Feng & Zhou 2024)
///
/// With weights that favour the early layers, minimising one weighted sum of l1 norms over all exact chains
/// finds the sparse chain.
///
/// ## Setting
/// * `x = (x_1, ..., x_J)` is a chain: `x_{j-1} = rho_j(D_j x_j)`, `x_0 = y` the signal.
/// * `om_j` is the weight of layer `j` and `lambda_j` its sparsity budget.
/// * `mu_j` is the mutual coherence of `D_j`, `c_j` the norm of its atoms, `m_j` its largest absolute entry.
/// * `l_j` is the lower Lipschitz constant of `rho_j`.
///
/// ## Hypotheses
/// * **H1** `rho_j` is continuous and `l_j > 0`. So it is a bijection, every `x'_{j-1}` has one preimage, and
///   taking it stretches differences by at most `1/l_j`.
/// * **H2** all atoms of `D_j` have one norm, because plain l1 norms are compared.
/// * **H3** `lambda_j < (1 + 1/mu_j)/2`: another code in place of `x_j` costs something in layer `j`.
/// * **H4** it costs more than the layers above can save. For each unit by which the codes of layer `j`
///   differ they can save at most `eps_{j+1}`. So `om_J > 0`, and for `j < J`
///   `om_j (1 - 2 lambda_j mu_j/(1 + mu_j)) > eps_{j+1}`, where `eps_{J+1} = 0` and
/// ```
///         lambda_j m_j (om_j + eps_{j+1})
/// eps_j = ------------------------------------    for j = J, ..., 2.
///         l_j c_j^2 (1 - (lambda_j - 1) mu_j)
/// ```
/// * **H5** the chain leaves no residual and is within its budgets. (`eps_j` means the numbers of H4 here, no
///   tolerances.)
///
/// ## Conclusion
/// `x` is the unique minimiser of `sum_j om_j norm1(x'_j)` over all exact chains `x'` of the signal, sparse
/// or not.
///
/// ## How it is checked
/// * A chain that is known to cost no more is verified exactly.
/// * Else a dual certificate is computed and verified in rationals. It holds for leaky ReLUs too, although
///   their chains are no convex set.
/// * Where there is none and all activations are the identity, an exact linear program decides.
///
/// None of these knows `mu`, `m` or `c`.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp in H3: `core7-halves`, `core3-halves`, `simplex5-halves`, also over leaky ReLUs.
/// * H1: `relu-forgets`, `abs-folds`. H2: `long-atom`, `short-atom`. H3: `repeated-atom`. H5:
///   `core7-midpoint`.
/// * H4: chains that another one undercuts, `equal-norm-chain-1-2` and `-1-3`, `long-atoms-1-9` (needs `m`),
///   `leaky-chain-4-3` (needs `l`), `simplex-chain-1-20` (needs the factor of `om_1`).
///
/// Not claimed: that H4 is tight. It is sufficient. Proof: `proofs-notes/weighted-l1.md`. Property:
/// `WeightedL1MinimalityProperties`.
public record WeightedL1Minimality() implements Theorem<WeightedInstance> {

    private static final String ID = "weighted-l1";

    @Override
    public Statement statement() {
        return new Statement(
                ID,
                "one weighted sum of l1 norms finds the whole chain",
                "ours",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.EXACT,
                "x is the unique minimiser of sum_j om_j norm1(x_j) over exact chains",
                "GribonvalNielsen2003");
    }

    @Override
    public Draw cases() {
        return new EqualNormDraw(Uniqueness::largestSparsity);
    }

    @Override
    public List<Hypothesis<WeightedInstance>> hypotheses() {
        return List.of(
                ChainHypotheses.invertible("H1").of(WeightedInstance::chain),
                ChainHypotheses.equalNorms("H2").of(WeightedInstance::chain),
                ChainHypotheses.incoherent("H3").of(WeightedInstance::chain),
                decreasingWeights(),
                ChainHypotheses.exactModel("H5").of(WeightedInstance::chain));
    }

    private static Hypothesis<WeightedInstance> decreasingWeights() {
        return new Hypothesis<>(
                "H4",
                "om_j (1 - 2 lambda_j mu_j/(1 + mu_j)) > eps_{j+1}, eps_j = lambda_j m_j (om_j + eps_{j+1}) "
                        + "/ (l_j c_j^2 (1 - (lambda_j - 1) mu_j)), om_J > 0",
                WeightedL1Minimality::decideWeights);
    }

    private static Decision decideWeights(WeightedInstance instance) {
        List<Interval> margins = WeightedL1Condition.margins(instance.weights(), instance.data());
        return LayerHypotheses.least(margins.size(), j -> Decision.positive(margins.get(j - 1),
                Evidence.Facts.of("layer", j, "om", instance.weights(), "left - right", margins.get(j - 1))));
    }

    @Override
    public List<Claim> conclusion(WeightedInstance instance) {
        ChainInstance chain = instance.chain();
        if (!chain.problem().isExactlySolvedBy(chain.truth())) {
            return List.of(new Claim.Decided(Label.of("joint-minimum"), Verdict.VIOLATED,
                    new Evidence.Reason("the chain leaves a residual: it is none of the exact chains")));
        }
        return List.of(UniqueJointMinimiser.decide(
                chain.problem(), chain.truth(), instance.weights(), chain.rival(),
                new LinearProgramProposer())
                .as(Label.of("joint-minimum")));
    }

    @Override
    public Optional<ChainInstance> chain(WeightedInstance instance) {
        return Optional.of(instance.chain());
    }

    @Override
    public WeightedInstance instance(Recipe recipe) {
        return WeightedInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        List<Sharp> sharp = new ArrayList<>();
        for (String example : List.of("core7-halves", "core3-halves", "simplex5-halves")) {
            ChainExamples.overLeaky(ID, example)
                    .forEach(recipe -> sharp.add(new Sharp.Boundary(recipe, "H3")));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        ChainExamples.underIdentities(ID, "relu-forgets")
                .forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.underIdentities(ID, "abs-folds")
                .forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.overLeaky(ID, "long-atom").forEach(recipe -> broken.add(new Broken("H2", recipe)));
        ChainExamples.overLeaky(ID, "short-atom").forEach(recipe -> broken.add(new Broken("H2", recipe)));
        ChainExamples.overLeaky(ID, "repeated-atom").forEach(recipe -> broken.add(new Broken("H3", recipe)));
        for (String example : List.of("equal-norm-chain-1-2", "equal-norm-chain-1-3", "long-atoms-1-9",
                "leaky-chain-4-3", "simplex-chain-1-20")) {
            broken.add(new Broken("H4", new NamedExample(ID, example)));
        }
        ChainExamples.overLeaky(ID, "core7-midpoint").forEach(recipe -> broken.add(new Broken("H5", recipe)));
        return broken;
    }
}
