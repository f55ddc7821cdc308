package org.deepsparse.theorem;

import org.deepsparse.decider.LayerHypotheses;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.verdict.Hypothesis;

/// The hypotheses of [LayerHypotheses], asked of a chain whose true codes are known.
///
/// Most concern the problem alone and are passed on to it. The last two also look at the codes.
final class ChainHypotheses {

    private ChainHypotheses() {}

    /// rho_j gives no value twice.
    static Hypothesis<ChainInstance> injective(String name) {
        return LayerHypotheses.injective(name).of(ChainInstance::problem);
    }

    /// `l_j > 0`: rho_j does not bring numbers together by more than a factor.
    static Hypothesis<ChainInstance> expanding(String name) {
        return LayerHypotheses.expanding(name).of(ChainInstance::problem);
    }

    /// rho_j is continuous and `l_j > 0`, so it has a Lipschitz inverse on the whole line.
    static Hypothesis<ChainInstance> invertible(String name) {
        return LayerHypotheses.invertible(name).of(ChainInstance::problem);
    }

    /// `lambda_j < (1 + 1/mu_j)/2`: the budget stays below the coherence limit.
    static Hypothesis<ChainInstance> incoherent(String name) {
        return LayerHypotheses.incoherent(name).of(ChainInstance::problem);
    }

    /// `2 lambda_j mu_j C_j < (1 + mu_j) c_j`: the same limit for atoms of different norms, of which c_j is
    /// the smallest and C_j the largest.
    static Hypothesis<ChainInstance> incoherentForItsNorms(String name) {
        return LayerHypotheses.incoherentForItsNorms(name).of(ChainInstance::problem);
    }

    /// All atoms of a layer have one norm.
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
