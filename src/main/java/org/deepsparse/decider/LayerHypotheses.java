package org.deepsparse.decider;

import java.util.List;
import java.util.function.IntFunction;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.bound.L1EquivalenceCondition;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Verdict;

/// The hypotheses that theorems about deep problems share, on the problem itself. Each is asked of every
/// layer, and the layer with the least margin speaks.
public final class LayerHypotheses {

    private LayerHypotheses() {}

    /// rho_j gives no value twice: a code has at most one preimage.
    public static Hypothesis<Problem> injective(String name) {
        return new Hypothesis<>(name, "rho_j is injective", problem -> least(problem.depth(), j -> {
            PiecewiseLinear activation = problem.layer(j).activation();
            return Decision.of(activation.isInjective(),
                    Evidence.Facts.of("layer", j, "rho", activation.text()));
        }));
    }

    /// rho_j does not bring numbers together by more than a factor.
    public static Hypothesis<Problem> expanding(String name) {
        return new Hypothesis<>(name, "l_j > 0", problem -> least(problem.depth(), j -> {
            PiecewiseLinear activation = problem.layer(j).activation();
            return Decision.positive(activation.lowerLipschitz(),
                    Evidence.Facts.of("layer", j, "rho", activation.text(), "l", activation.lowerSlope()));
        }));
    }

    /// rho_j is a bijection of the real line with a Lipschitz inverse.
    public static Hypothesis<Problem> invertible(String name) {
        return new Hypothesis<>(name, "rho_j continuous, l_j > 0", problem -> least(problem.depth(), j -> {
            PiecewiseLinear activation = problem.layer(j).activation();
            return Decision.of(activation.isBijective(),
                    Evidence.Facts.of("layer", j, "rho", activation.text(),
                            "continuous", activation.isContinuous(), "l", activation.lowerSlope()));
        }));
    }

    /// `lambda_j < (1 + 1/mu_j)/2`, exactly.
    public static Hypothesis<Problem> incoherent(String name) {
        return new Hypothesis<>(name, "lambda_j < (1 + 1/mu(D_j))/2", problem -> least(problem.depth(), j -> {
            Layer layer = problem.layer(j);
            Rational squared = layer.dictionary().coherence().squared();
            Rational margin = UniquenessCondition.margin(layer.sparsityBudget(), squared);
            Evidence facts = Evidence.Facts.of(
                    "layer", j, "lambda", layer.sparsityBudget(), "mu^2", squared,
                    "1 - (2 lambda - 1)^2 mu^2", margin);
            return layer.dictionary().coherence().pair()
                    .map(pair -> Decision.positive(margin.enclosure(), facts, pair))
                    .orElseGet(() -> Decision.positive(margin.enclosure(), facts));
        }));
    }

    /// `2 lambda_j mu_j C_j < (1 + mu_j) c_j`, exactly: incoherence for atoms of different norms.
    public static Hypothesis<Problem> incoherentForItsNorms(String name) {
        return new Hypothesis<>(name, "2 lambda_j mu_j C_j < (1 + mu_j) c_j",
                problem -> least(problem.depth(), j -> {
                    Layer layer = problem.layer(j);
                    AtomNorms norms = layer.dictionary().norms();
                    Rational squared = layer.dictionary().coherence().squared();
                    Interval margin = L1EquivalenceCondition.margin(
                            layer.sparsityBudget(), squared, norms.smallestSquared(), norms.largestSquared());
                    return Decision.positive(margin, Evidence.Facts.of(
                            "layer", j, "lambda", layer.sparsityBudget(), "mu^2", squared,
                            "c^2", norms.smallestSquared(), "C^2", norms.largestSquared()));
                }));
    }

    /// All atoms of a layer have one norm, exactly.
    public static Hypothesis<Problem> equalNorms(String name) {
        return new Hypothesis<>(name, "C_j = c_j", problem -> least(problem.depth(), j -> {
            AtomNorms norms = problem.layer(j).dictionary().norms();
            return Decision.of(norms.smallestSquared().equals(norms.largestSquared()),
                    Evidence.Facts.of("layer", j, "c^2", norms.smallestSquared(), "C^2",
                            norms.largestSquared()));
        }));
    }

    /// Whether the problem is exact, eps_j = 0, and the chain solves it: it leaves no residual and is within
    /// its budgets.
    ///
    /// @throws IllegalArgumentException if the chain has not the sizes of the problem
    public static Decision exactModel(Problem problem, Chain chain) {
        return least(problem.depth(), j -> {
            Rational squared = problem.squaredTolerances().get(j - 1);
            Rational residual = problem.squaredResidual(chain, j);
            int nonzeros = chain.code(j).sparsity();
            int budget = problem.layer(j).sparsityBudget();
            return Decision.of(squared.isZero() && residual.isZero() && nonzeros <= budget,
                    Evidence.Facts.of("layer", j, "eps^2", squared, "residual^2", residual, "norm0", nonzeros,
                            "lambda", budget));
        });
    }

    /// Whether all chains are within the budgets.
    ///
    /// @throws IllegalArgumentException if a chain has not the sizes of the problem
    public static Decision withinBudgets(Problem problem, List<Chain> chains) {
        chains.forEach(problem::requireSizes);
        return least(problem.depth(), j -> {
            int most = chains.stream().mapToInt(chain -> chain.code(j).sparsity()).max().orElse(0);
            int budget = problem.layer(j).sparsityBudget();
            return Decision.of(most <= budget,
                    Evidence.Facts.of("layer", j, "norm0", most, "lambda", budget));
        });
    }

    /// Whether `q < 1` for `q = (2 s - 1) mut + 2 s delta`, exactly.
    ///
    /// Where q < 1 but no double above q is, no bound is left to hold anything against: undecided.
    ///
    /// @param sparsity s
    public static Decision contraction(AnalysisWeights weights, Dictionary dictionary, int sparsity) {
        Interval margin = weights.contractionMargin(dictionary, sparsity);
        Evidence facts = Evidence.Facts.of("lambda", sparsity, "1 - (2 lambda - 1) mut - 2 lambda delta",
                margin);
        boolean lost = margin.lower() > 0 && !(ListaCpBound.contraction(weights, sparsity) < 1);
        return lost
                ? new Decision(Verdict.UNDECIDED, margin, facts,
                        new Evidence.Reason("the margin is below the rounding of the bounds"))
                : Decision.positive(margin, facts);
    }

    /// The decision of the layer with the least margin, the first of equals.
    ///
    /// @param depth J >= 1
    public static Decision least(int depth, IntFunction<Decision> ofLayer) {
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
