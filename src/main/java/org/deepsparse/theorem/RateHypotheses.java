package org.deepsparse.theorem;

import org.deepsparse.decider.LayerHypotheses;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;

/// The hypotheses that `layer-by-layer` and `noiseless-rate` share. Each is asked of every layer, and the
/// layer with the least margin speaks.
final class RateHypotheses {

    private RateHypotheses() {}

    /// rho_j is continuous and l_j > 0, so it has an inverse that multiplies an error by at most 1/l_j.
    static Hypothesis<RateInstance> invertible(String name) {
        return ChainHypotheses.invertible(name).of(instance -> instance.chain().chain());
    }

    /// `(2 lambda_j - 1) mut_j + 2 lambda_j delta_j < 1` for the weights in use: a step shrinks the error.
    static Hypothesis<RateInstance> contracting(String name) {
        return new Hypothesis<>(
                name,
                "(2 lambda_j - 1) mut_j + 2 lambda_j delta_j < 1",
                instance -> LayerHypotheses.least(instance.chain().depth(), j -> {
                    Dictionary dictionary = instance.chain().layer(j).dictionary();
                    return LayerHypotheses
                            .contraction(instance.weights().get(j - 1), dictionary,
                                    instance.chain().sparsity(j))
                            .with(Evidence.Facts.of("layer", j));
                }));
    }

    /// The true codes keep to the budgets, on which the thresholds rely.
    static Hypothesis<RateInstance> sparse(String name) {
        return new Hypothesis<>(name, "norm0(x_j) <= lambda_j",
                instance -> LayerHypotheses.least(instance.chain().depth(), j -> {
                    int nonzeros = instance.chain().truth(j).sparsity();
                    return Decision.of(nonzeros <= instance.chain().sparsity(j),
                            Evidence.Facts.of("layer", j, "norm0", nonzeros, "lambda",
                                    instance.chain().sparsity(j)));
                }));
    }

    /// The chain has no noise, exactly. A signal that is not representable in doubles has.
    static Hypothesis<RateInstance> noiseless(String name) {
        return new Hypothesis<>(name, "e_j = 0",
                instance -> LayerHypotheses.least(instance.chain().depth(), j -> {
                    Rational size = instance.chain().error(j).normInf();
                    return Decision.of(size.isZero(), Evidence.Facts.of("layer", j, "normInf(e)", size));
                }));
    }
}
