package org.deepsparse.theorem;

import java.util.function.IntFunction;
import org.deepsparse.activation.Activation;
import org.deepsparse.bound.UniquenessBound;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Hypothesis;

/// The hypotheses that theorems on chains share. Each is asked of every layer; the layer with the least margin speaks.
final class LayerHypotheses {

    private LayerHypotheses() {}

    /// l_j > 0; rho_j is then injective, which is all that chains without iterations need.
    static Hypothesis<ChainInstance> injective(String name) {
        return new Hypothesis<>(name, "l_j > 0 (rho_j is injective)", instance -> least(instance, j -> {
            Activation activation = instance.problem().layer(j).activation();
            Rational slope = activation.lowerLipschitz();
            return Decision.positive(slope.enclosure(), "layer " + j + ": " + activation.text() + " has l = " + slope);
        }));
    }

    /// lambda_j < (1 + 1/mu_j)/2, exactly.
    static Hypothesis<ChainInstance> incoherent(String name) {
        return new Hypothesis<>(name, "lambda_j < (1 + 1/mu(D_j))/2", instance -> least(instance, j -> {
            int lambda = instance.problem().layer(j).sparsityBudget();
            Rational squared = instance.squaredCoherence(j);
            Rational margin = UniquenessBound.margin(lambda, squared);
            return Decision.positive(
                    margin.enclosure(),
                    "layer " + j + ": lambda = " + lambda + ", mu^2 = " + squared + ", 1 - (2 lambda - 1)^2 mu^2 = " + margin);
        }));
    }

    /// The true chain solves DSC(lambda, 0): it leaves no residual and is within the budgets.
    static Hypothesis<ChainInstance> exactModel(String name) {
        return new Hypothesis<>(name, "eps_j = 0, norm0(x_j) <= lambda_j", instance -> least(instance, j -> {
            Rational squared = instance.problem().squaredTolerances().get(j - 1);
            int nonzeros = instance.truth().code(j).sparsity();
            int budget = instance.problem().layer(j).sparsityBudget();
            return Decision.of(
                    squared.isZero() && nonzeros <= budget,
                    "layer " + j + ": eps^2 = " + squared + ", norm0 " + nonzeros + ", budget " + budget);
        }));
    }

    /// The codes of the truth and of the rival are within the budgets.
    static Hypothesis<ChainInstance> sparse(String name) {
        return new Hypothesis<>(name, "norm0(x_j) <= lambda_j, norm0(x^_j) <= lambda_j", instance -> least(instance, j -> {
            int budget = instance.problem().layer(j).sparsityBudget();
            int truth = instance.truth().code(j).sparsity();
            int rival = instance.rival().map(chain -> chain.code(j).sparsity()).orElse(0);
            return Decision.of(
                    truth <= budget && rival <= budget,
                    "layer " + j + ": norm0 " + truth + " and " + rival + ", budget " + budget);
        }));
    }

    /// The decision of the layer with the least margin, the first of equals.
    static Decision least(ChainInstance instance, IntFunction<Decision> ofLayer) {
        return least(instance.problem().depth(), ofLayer);
    }

    static Decision least(int depth, IntFunction<Decision> ofLayer) {
        Decision least = ofLayer.apply(1);
        for (int j = 2; j <= depth; j++) {
            Decision next = ofLayer.apply(j);
            if (next.margin().lower() < least.margin().lower()) {
                least = next;
            }
        }
        return least;
    }
}
