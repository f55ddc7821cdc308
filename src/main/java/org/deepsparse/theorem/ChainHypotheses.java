package org.deepsparse.theorem;

import org.deepsparse.decider.LayerHypotheses;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.verdict.Hypothesis;

/// The hypotheses of [LayerHypotheses], asked of a chain whose true codes are known.
///
/// Most concern the problem alone and are passed on to it. The last two also look at the codes.
final class ChainHypotheses {

    private ChainHypotheses() {}

    static Hypothesis<ChainInstance> injective(String name) {
        return LayerHypotheses.injective(name).of(ChainInstance::problem);
    }

    static Hypothesis<ChainInstance> expanding(String name) {
        return LayerHypotheses.expanding(name).of(ChainInstance::problem);
    }

    static Hypothesis<ChainInstance> invertible(String name) {
        return LayerHypotheses.invertible(name).of(ChainInstance::problem);
    }

    static Hypothesis<ChainInstance> incoherent(String name) {
        return LayerHypotheses.incoherent(name).of(ChainInstance::problem);
    }

    static Hypothesis<ChainInstance> incoherentForItsNorms(String name) {
        return LayerHypotheses.incoherentForItsNorms(name).of(ChainInstance::problem);
    }

    static Hypothesis<ChainInstance> equalNorms(String name) {
        return LayerHypotheses.equalNorms(name).of(ChainInstance::problem);
    }

    /// The true chain solves DSC(lambda, 0): it leaves no residual and is within the budgets.
    static Hypothesis<ChainInstance> exactModel(String name) {
        return new Hypothesis<>(name, "eps_j = 0, norm0(x_j) <= lambda_j",
                instance -> LayerHypotheses.exactModel(instance.problem(), instance.truth()));
    }

    /// The codes of the truth and of the rival are within the budgets.
    static Hypothesis<ChainInstance> sparse(String name) {
        return new Hypothesis<>(name, "norm0(x_j) <= lambda_j, norm0(x^_j) <= lambda_j",
                instance -> LayerHypotheses.withinBudgets(instance.problem(), instance.chains()));
    }
}
