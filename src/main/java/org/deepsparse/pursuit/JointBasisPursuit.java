package org.deepsparse.pursuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepsparse.activation.Activation;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.LeakyRelu;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Verdict;

/// Decides, in exact rationals, whether a chain is *the* minimiser of `sum_j om_j norm1(x_j)` among the exact chains of a signal.
///
/// **By duality.** With multipliers u_j for `rho_j^{-1}(x_{j-1}) = D_j x_j` the Lagrangian falls apart into functions of single entries,
/// `om_j abs(t) + u_{j+1,i} rho_{j+1}^{-1}(t) - <d_{j,i}, u_j> t`, piecewise linear with a kink at 0. If each is least at the chain's entry x_{j,i}, and for
/// x_{j,i} = 0 only there, then no chain is cheaper, and one as cheap has its support inside that of the chain; if moreover the atoms of each
/// support are independent, there is none. The multipliers are tried from the top down by [LeastNormDual]. This holds for leaky ReLUs, although their chains
/// are no convex set.
///
/// **By linear programs** where that fails and all activations are the identity: the chains are then the solutions of one stacked system, which
/// [ExactBasisPursuit] decides, with a cheaper chain as witness. **Cost** cubic in the supports, respectively two exact linear programs.
public final class JointBasisPursuit {

    /// Stacked systems with more unknowns than this are left undecided: the exact simplex method would take minutes.
    private static final int MOST_UNKNOWNS = 40;

    /// @param verdict HOLDS: the only minimiser; VIOLATED: `rival` is as cheap or cheaper; UNDECIDED: neither was shown
    public record Answer(Verdict verdict, Optional<Chain> rival) {}

    private JointBasisPursuit() {}

    /// @param chain an exact chain of the problem
    /// @param weights om_j >= 0, om_J > 0
    public static Answer minimality(Problem problem, Chain chain, List<Rational> weights) {
        if (hasCertificate(problem, chain, weights)) {
            return new Answer(Verdict.HOLDS, Optional.empty());
        }
        boolean linear = problem.layers().stream().allMatch(layer -> layer.activation() instanceof Identity);
        boolean small = chain.codes().stream().mapToInt(SparseCode::size).sum() <= MOST_UNKNOWNS;
        if (!linear || !small || weights.stream().anyMatch(Rational::isZero)) {
            return new Answer(Verdict.UNDECIDED, Optional.empty());
        }
        Optional<Chain> rival = rival(problem, chain, weights);
        return new Answer(Verdict.of(rival.isEmpty()), rival);
    }

    /// `sum_j om_j norm1(x_j)`.
    public static Rational cost(Chain chain, List<Rational> weights) {
        Rational cost = Rational.ZERO;
        for (int j = 0; j < weights.size(); j++) {
            cost = cost.plus(weights.get(j).times(chain.codes().get(j).entries().norm1()));
        }
        return cost;
    }

    static boolean hasCertificate(Problem problem, Chain chain, List<Rational> weights) {
        RationalVector above = RationalVector.zero(chain.code(problem.depth()).size());
        Activation activationAbove = new Identity();
        for (int j = problem.depth(); j >= 1; j--) {
            Layer layer = problem.layer(j);
            if (!(layer.activation() instanceof Identity || layer.activation() instanceof LeakyRelu)) {
                return false;
            }
            Optional<RationalVector> multipliers = multipliers(layer, chain.code(j).entries(), weights.get(j - 1), above,
                    activationAbove.lowerLipschitz());
            if (multipliers.isEmpty()) {
                return false;
            }
            above = multipliers.get();
            activationAbove = layer.activation();
        }
        return true;
    }

    /// u_j, if every entry's function is least where it should be.
    ///
    /// Its slopes are `om + u - a` right of 0 and `-om + u/l - a` left of it, where u = u_{j+1,i}, l is the slope of rho_{j+1} left of 0, and
    /// `a = <d_i, u_j>`: at a nonzero entry the slope on its side must be 0 and the other one point away, at 0 both must point away.
    private static Optional<RationalVector> multipliers(
            Layer layer, RationalVector code, Rational weight, RationalVector above, Rational slopeAbove) {
        int[] support = new SparseCode(code).support();
        Rational[][] columns = columns(layer);
        Rational[] targets = new Rational[support.length];
        for (int s = 0; s < support.length; s++) {
            targets[s] = code.get(support[s]).signum() > 0
                    ? weight.plus(above.get(support[s]))
                    : above.get(support[s]).dividedBy(slopeAbove).minus(weight);
        }
        return LeastNormDual.of(columns, support, targets).filter(nu -> {
            for (int i = 0; i < columns.length; i++) {
                Rational a = RationalVector.of(columns[i]).dot(nu);
                int right = weight.plus(above.get(i)).minus(a).signum();
                int left = above.get(i).dividedBy(slopeAbove).minus(weight).minus(a).signum();
                int sign = code.get(i).signum();
                if ((sign <= 0 && right <= 0) || (sign >= 0 && left >= 0)) {
                    return false;
                }
            }
            return true;
        });
    }

    private static Rational[][] columns(Layer layer) {
        Rational[][] columns = new Rational[layer.dictionary().atoms()][];
        Arrays.setAll(columns, i -> Rational.of(layer.dictionary().atom(i)));
        return columns;
    }

    /// Stacked: `D_1 x_1 = y` and `D_j x_j - x_{j-1} = 0`, in the unknowns `om_j x_j`.
    private static Optional<Chain> rival(Problem problem, Chain chain, List<Rational> weights) {
        int rows = problem.layers().stream().mapToInt(layer -> layer.dictionary().rows()).sum();
        List<Rational[]> columns = new ArrayList<>();
        List<Rational> unknowns = new ArrayList<>();
        int top = 0;
        for (int j = 1; j <= problem.depth(); j++) {
            Rational weight = weights.get(j - 1);
            int height = problem.layer(j).dictionary().rows();
            Rational[][] atoms = columns(problem.layer(j));
            for (int i = 0; i < atoms.length; i++) {
                Rational[] column = RationalVector.zero(rows).toArray();
                for (int k = 0; k < height; k++) {
                    column[top + k] = atoms[i][k].dividedBy(weight);
                }
                if (j < problem.depth()) {
                    column[top + height + i] = Rational.of(-1).dividedBy(weight);
                }
                columns.add(column);
                unknowns.add(chain.code(j).entries().get(i).times(weight));
            }
            top += height;
        }
        RationalVector point = RationalVector.of(unknowns.toArray(Rational[]::new));
        return ExactBasisPursuit.rival(columns.toArray(Rational[][]::new), point)
                .map(other -> unstack(other, chain, weights));
    }

    private static Chain unstack(RationalVector stacked, Chain chain, List<Rational> weights) {
        List<SparseCode> codes = new ArrayList<>();
        int from = 0;
        for (int j = 0; j < weights.size(); j++) {
            Rational[] entries = new Rational[chain.codes().get(j).size()];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = stacked.get(from + i).dividedBy(weights.get(j));
            }
            codes.add(new SparseCode(RationalVector.of(entries)));
            from += entries.length;
        }
        return new Chain(codes);
    }
}
