package org.deepsparse.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.LeakyRelu;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Decides, in exact rationals, whether a chain is *the* minimiser of `sum_j om_j norm1(x_j)` among the exact
/// chains of a signal.
///
/// **By a given rival**: another exact chain that costs no more refutes it.
///
/// **By duality.** With multipliers u_j for `rho_j^{-1}(x_{j-1}) = D_j x_j` the Lagrangian falls apart into
/// functions of single entries, `om_j abs(t) + u_{j+1,i} rho_{j+1}^{-1}(t) - <d_{j,i}, u_j> t`, piecewise
/// linear with a kink at 0. If each is least at the chain's entry x_{j,i}, and for x_{j,i} = 0 only there,
/// then no chain is cheaper, and one as cheap has its support inside that of the chain; if moreover the atoms
/// of each support are independent, there is none. The multipliers are tried from the top down by
/// [LeastNormDual]. This holds for leaky ReLUs, although their chains are no convex set.
///
/// **By the stacked system** where that fails and all activations are the identity: the exact chains are then
/// the solutions of one linear system, which [UniqueL1Minimiser] decides. **Cost** cubic in the supports,
/// respectively that of [UniqueL1Minimiser].
public final class UniqueJointMinimiser {

    /// Stacked systems with more unknowns than this are left undecided: the exact simplex method would take
    /// minutes.
    private static final int MOST_UNKNOWNS = 40;

    private final Problem problem;
    private final Chain chain;
    private final List<Rational> weights;

    private UniqueJointMinimiser(Problem problem, Chain chain, List<Rational> weights) {
        this.problem = problem;
        this.chain = chain;
        this.weights = weights;
    }

    /// @param chain an exact chain of the problem
    /// @param weights om_j >= 0, om_J > 0
    /// @param rival another chain, which may turn out to be exact and no dearer
    /// @throws IllegalArgumentException if the chain is not exact, a chain has not the sizes of the problem,
    ///     or there is not one weight a layer, none negative and the last positive
    public static Answer decide(
            Problem problem, Chain chain, List<Rational> weights, Optional<Chain> rival, Proposer proposer) {
        if (weights.size() != problem.depth()) {
            throw new IllegalArgumentException(
                    problem.depth() + " layers but " + weights.size() + " weights");
        }
        if (weights.stream().anyMatch(weight -> weight.signum() < 0) || weights.getLast().isZero()) {
            throw new IllegalArgumentException(
                    "weights must not be negative, nor the last one 0, but they are " + weights);
        }
        if (!problem.isExactlySolvedBy(chain)) {
            throw new IllegalArgumentException("the chain is no exact chain of the signal: " + chain);
        }
        UniqueJointMinimiser question = new UniqueJointMinimiser(problem, chain, weights);
        return rival.filter(question::isRefutedBy)
                .map(question::violatedBy)
                .or(question::byDuality)
                .orElseGet(() -> question.byStackedSystem(proposer));
    }

    /// `sum_j om_j norm1(x_j)`.
    public static Rational cost(Chain chain, List<Rational> weights) {
        Rational cost = Rational.ZERO;
        for (int j = 0; j < weights.size(); j++) {
            cost = cost.plus(weights.get(j).times(chain.codes().get(j).entries().norm1()));
        }
        return cost;
    }

    /// Whether the rival is another exact chain of the same signal that costs no more; its sparsity does not
    /// matter.
    private boolean isRefutedBy(Chain rival) {
        return problem.isExactlySolvedBy(rival) && !rival.equals(chain)
                && cost(rival, weights).compareTo(cost(chain, weights)) <= 0;
    }

    private Answer violatedBy(Chain rival) {
        return Answer.of(Verdict.VIOLATED, new Evidence.RivalChain(chain.entries(), rival.entries()),
                Evidence.Facts.of("cost", cost(chain, weights), "cost of the rival", cost(rival, weights)));
    }

    private Optional<Answer> byDuality() {
        List<RationalVector> multipliers = new ArrayList<>();
        RationalVector above = RationalVector.zero(chain.code(problem.depth()).size());
        PiecewiseLinear activationAbove = new Identity();
        for (int j = problem.depth(); j >= 1; j--) {
            Layer layer = problem.layer(j);
            if (!(layer.activation() instanceof Identity || layer.activation() instanceof LeakyRelu)) {
                return Optional.empty();
            }
            Optional<RationalVector> found = multipliers(j, above, activationAbove.lowerSlope());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            above = found.get();
            multipliers.add(0, above);
            activationAbove = layer.activation();
        }
        return Optional.of(Answer.of(Verdict.HOLDS, new Evidence.DualVector(multipliers)));
    }

    /// u_j, if every entry's function is least where it should be.
    ///
    /// Its slopes are `om + u - a` right of 0 and `-om + u/l - a` left of it, where u = u_{j+1,i}, l is the
    /// slope of rho_{j+1} left of 0, and `a = <d_i, u_j>`. At a nonzero entry the slope on its side must be 0
    /// and the other one point away; at 0 both must point away.
    private Optional<RationalVector> multipliers(int j, RationalVector above, Rational slopeAbove) {
        RationalVector code = chain.code(j).entries();
        Rational weight = weights.get(j - 1);
        RationalMatrix atoms = problem.layer(j).dictionary().exact();
        int[] support = code.support();
        Rational[] targets = new Rational[support.length];
        for (int s = 0; s < support.length; s++) {
            Rational u = above.get(support[s]);
            targets[s] = code.get(support[s]).signum() > 0
                    ? weight.plus(u)
                    : u.dividedBy(slopeAbove).minus(weight);
        }
        return LeastNormDual.of(atoms.select(support), RationalVector.of(targets)).filter(nu -> {
            RationalVector products = atoms.transposedTimes(nu);
            for (int i = 0; i < products.size(); i++) {
                int right = weight.plus(above.get(i)).minus(products.get(i)).signum();
                int left = above.get(i).dividedBy(slopeAbove).minus(weight).minus(products.get(i)).signum();
                int sign = code.get(i).signum();
                if ((sign <= 0 && right <= 0) || (sign >= 0 && left >= 0)) {
                    return false;
                }
            }
            return true;
        });
    }

    private Answer byStackedSystem(Proposer proposer) {
        boolean linear = problem.layers().stream().allMatch(layer -> layer.activation() instanceof Identity);
        int unknowns = chain.codes().stream().mapToInt(SparseCode::size).sum();
        if (!linear) {
            return Answer.undecided(
                    "no certificate was found, and behind an activation the exact chains are no linear "
                            + "system");
        }
        if (unknowns > MOST_UNKNOWNS || weights.stream().anyMatch(Rational::isZero)) {
            return Answer.undecided(
                    "no certificate was found; exact linear programs are tried for positive weights and up "
                            + "to "
                            + MOST_UNKNOWNS + " unknowns, here there are " + unknowns);
        }
        Answer stacked = UniqueL1Minimiser.decide(stackedMatrix(), stackedPoint(), proposer);
        if (stacked.evidence().get(0) instanceof Evidence.RivalCode rival) {
            return violatedBy(unstacked(rival.rival()));
        }
        return stacked.evidence().get(0) instanceof Evidence.DualVector dual
                ? Answer.of(Verdict.HOLDS, new Evidence.DualVector(byLayer(dual.multipliers().get(0))))
                : stacked;
    }

    /// The multipliers of the stacked system are those of the layers, one behind the other.
    private List<RationalVector> byLayer(RationalVector stacked) {
        List<RationalVector> parts = new ArrayList<>();
        int from = 0;
        for (Layer layer : problem.layers()) {
            parts.add(stacked.select(IntStream.range(from, from + layer.dictionary().rows()).toArray()));
            from += layer.dictionary().rows();
        }
        return parts;
    }

    /// `D_1 x_1 = y` and `D_j x_j - x_{j-1} = 0`, in the unknowns `om_j x_j`, whose plain norm1 is the
    /// weighted sum.
    private RationalMatrix stackedMatrix() {
        int rows = problem.layers().stream().mapToInt(layer -> layer.dictionary().rows()).sum();
        List<RationalVector> columns = new ArrayList<>();
        int top = 0;
        for (int j = 1; j <= problem.depth(); j++) {
            Rational weight = weights.get(j - 1);
            RationalMatrix atoms = problem.layer(j).dictionary().exact();
            for (int i = 0; i < atoms.columns(); i++) {
                Rational[] column = RationalVector.zero(rows).toArray();
                for (int k = 0; k < atoms.rows(); k++) {
                    column[top + k] = atoms.column(i).get(k).dividedBy(weight);
                }
                if (j < problem.depth()) {
                    column[top + atoms.rows() + i] = Rational.of(-1).dividedBy(weight);
                }
                columns.add(RationalVector.of(column));
            }
            top += atoms.rows();
        }
        return RationalMatrix.ofColumns(rows, columns);
    }

    private RationalVector stackedPoint() {
        List<Rational> unknowns = new ArrayList<>();
        for (int j = 1; j <= problem.depth(); j++) {
            unknowns.addAll(List.of(chain.code(j).entries().times(weights.get(j - 1)).toArray()));
        }
        return RationalVector.of(unknowns.toArray(Rational[]::new));
    }

    private Chain unstacked(RationalVector stacked) {
        List<SparseCode> codes = new ArrayList<>();
        int from = 0;
        for (int j = 1; j <= problem.depth(); j++) {
            int size = chain.code(j).size();
            int[] places = IntStream.range(from, from + size).toArray();
            codes.add(
                    new SparseCode(stacked.select(places).times(Rational.ONE.dividedBy(weights.get(j - 1)))));
            from += size;
        }
        return new Chain(codes);
    }
}
