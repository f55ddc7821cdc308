package org.deepsparse.theorem;

import org.deepsparse.activation.Activation;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Verdict;

/// The hypotheses of the convergence theorems that go layer by layer.
final class RateHypotheses {

    private RateHypotheses() {}

    /// rho_j is a bijection with a Lipschitz inverse.
    static Hypothesis<RateInstance> invertible(String name) {
        return new Hypothesis<>(name, "rho_j continuous, l_j > 0", instance -> LayerHypotheses.least(instance.depth(), j -> {
            Activation activation = instance.layer(j).activation();
            return Decision.of(
                    activation.isBijective(),
                    "layer " + j + ": " + activation.text() + (activation.isContinuous() ? "" : " jumps and") + " has l = "
                            + activation.lowerLipschitz());
        }));
    }

    static Hypothesis<RateInstance> contracting(String name) {
        return new Hypothesis<>(
                name,
                "(2 lambda_j - 1) mut_j + 2 lambda_j delta_j < 1",
                instance -> LayerHypotheses.least(instance.depth(), j -> {
                    Dictionary dictionary = instance.layer(j).dictionary();
                    return contraction(instance.weights().get(j - 1), dictionary, instance.sparsity(j), "layer " + j + ": ");
                }));
    }

    /// q < 1 for q = (2 s - 1) mut + 2 s delta, exactly. Where q < 1 but no double above q is, no bound is left to hold anything against: undecided.
    static Decision contraction(AnalysisWeights weights, Dictionary dictionary, int sparsity, String where) {
        Interval margin = weights.contractionMargin(dictionary, sparsity);
        String because = where + "lambda = " + sparsity + ", 1 - (2 lambda - 1) mut - 2 lambda delta = " + margin;
        boolean lost = margin.lower() > 0 && !(ListaCpBound.contraction(weights, sparsity) < 1);
        return lost
                ? new Decision(Verdict.UNDECIDED, margin, because + ", below the rounding of the bounds")
                : Decision.positive(margin, because);
    }

    static Hypothesis<RateInstance> sparse(String name) {
        return new Hypothesis<>(name, "norm0(x_j) <= lambda_j", instance -> LayerHypotheses.least(instance.depth(), j -> {
            int nonzeros = instance.truth(j).sparsity();
            return Decision.of(nonzeros <= instance.sparsity(j),
                    "layer " + j + ": norm0 " + nonzeros + ", lambda = " + instance.sparsity(j));
        }));
    }

    static Hypothesis<RateInstance> noiseless(String name) {
        return new Hypothesis<>(name, "e_j = 0", instance -> LayerHypotheses.least(instance.depth(), j -> {
            Rational size = instance.error(j).normInf();
            return Decision.of(size.isZero(), "layer " + j + ": normInf(e) = " + size);
        }));
    }
}
