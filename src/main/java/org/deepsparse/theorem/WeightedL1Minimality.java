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

/// # One weighted norm finds the whole chain  (`weighted-l1`; beyond Li, Feng, Zhou 2024)
/// With weights that favour the early layers, minimising one weighted sum of l1 norms over all exact chains
/// finds the sparse chain.
///
/// **Hypotheses** (H1) l_j > 0  (H2) equal atom norms c_j in each layer  (H3) `lambda_j < (1 + 1/mu_j)/2`
/// (H4) `om_j (1 - 2 lambda_j mu_j/(1 + mu_j)) >= om_{j+1} (2 lambda_{j+1} m_{j+1}/((1 + mu_{j+1})
/// c_{j+1}^2))/l_{j+1}` for j < J, om_J > 0  (H5) eps_j = 0.
///
/// **Conclusion** `min sum_j om_j norm1(x_j)` over exact chains has the unique minimiser x.
///
/// **Measured** by an exact dual certificate, which holds for leaky ReLUs too, or by exact linear programs.
/// **Decided** H1, H2, H3, H5 exactly; H4 exactly where the coherences are rational, else by enclosure.
///
/// **Sharp** H3: Hadamard core and integer simplex at lambda = (n + 1)/2. **Broken** H1: ReLU, abs; H2:
/// unequal norms; H3: repeated atom; H4: a chain that another one undercuts. **Not claimed** that H4 is
/// tight: it is sufficient. **Proof** proofs-notes/weighted-l1.md. **Property**
/// WeightedL1MinimalityProperties.
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
