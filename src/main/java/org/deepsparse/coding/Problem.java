package org.deepsparse.coding;

import java.util.List;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;

/// DSC(lambda, eps): find x_1..x_J with `norm2(x_{j-1} - rho_j(D_j x_j)) <= eps_j` and
/// `norm0(x_j) <= lambda_j` for every j.
///
/// @param signal y = x_0
/// @param layers first layer first
/// @param squaredTolerances eps_j^2, one a layer: squares, because a residual norm is seldom rational but its
///     square always is
public record Problem(RationalVector signal, List<Layer> layers, List<Rational> squaredTolerances) {

    /// @throws IllegalArgumentException if there is no layer, consecutive sizes differ, there is not one
    ///     tolerance a layer, or one is negative
    public Problem {
        layers = List.copyOf(layers);
        squaredTolerances = List.copyOf(squaredTolerances);
        if (layers.size() != squaredTolerances.size()) {
            throw new IllegalArgumentException(
                    layers.size() + " layers but " + squaredTolerances.size() + " tolerances");
        }
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("a problem needs at least one layer but has none");
        }
        for (int j = 1; j <= squaredTolerances.size(); j++) {
            if (squaredTolerances.get(j - 1).signum() < 0) {
                throw new IllegalArgumentException(
                        "the squared tolerance of layer " + j + " is negative: "
                                + squaredTolerances.get(j - 1));
            }
        }
        int size = signal.size();
        for (int j = 1; j <= layers.size(); j++) {
            int rows = layers.get(j - 1).dictionary().rows();
            if (rows != size) {
                throw new IllegalArgumentException("layer " + j + " has " + rows + " rows but "
                        + (j == 1 ? "the signal has " : "layer " + (j - 1) + " has ") + size
                        + (j == 1 ? " entries" : " atoms"));
            }
            size = layers.get(j - 1).dictionary().atoms();
        }
    }

    /// The exact model: all eps_j = 0.
    public static Problem exact(RationalVector signal, List<Layer> layers) {
        return new Problem(signal, layers, layers.stream().map(layer -> Rational.ZERO).toList());
    }

    /// J.
    public int depth() {
        return layers.size();
    }

    /// Layer j for j = 1..J.
    public Layer layer(int j) {
        return layers.get(j - 1);
    }

    /// x_{j-1} of a chain: the signal for j = 1.
    public RationalVector below(Chain chain, int j) {
        return j == 1 ? signal : chain.code(j - 1).entries();
    }

    /// norm2(x_{j-1} - rho_j(D_j x_j)) squared, exactly.
    ///
    /// @throws IllegalArgumentException if the chain has not one code a layer, with one entry an atom
    public Rational squaredResidual(Chain chain, int j) {
        requireSizes(chain);
        return below(chain, j).minus(layer(j).synthesize(chain.code(j))).squaredNorm();
    }

    /// Whether the chain is a solution, decided exactly.
    ///
    /// @throws IllegalArgumentException if the chain has not one code a layer, with one entry an atom
    public boolean isSolvedBy(Chain chain) {
        requireSizes(chain);
        for (int j = 1; j <= depth(); j++) {
            if (chain.code(j).sparsity() > layer(j).sparsityBudget()
                    || squaredResidual(chain, j).compareTo(squaredTolerances.get(j - 1)) > 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether the chain leaves no residual in any layer, whatever the tolerances and the budgets say.
    ///
    /// @throws IllegalArgumentException if the chain has not one code a layer, with one entry an atom
    public boolean isExactlySolvedBy(Chain chain) {
        for (int j = 1; j <= depth(); j++) {
            if (!squaredResidual(chain, j).isZero()) {
                return false;
            }
        }
        return true;
    }

    /// @throws IllegalArgumentException if the chain has not one code a layer, with one entry an atom
    public void requireSizes(Chain chain) {
        if (chain.codes().size() != depth()) {
            throw new IllegalArgumentException("problem has " + depth() + " layers but the chain has "
                    + chain.codes().size() + " codes");
        }
        for (int j = 1; j <= depth(); j++) {
            if (chain.code(j).size() != layer(j).dictionary().atoms()) {
                throw new IllegalArgumentException("layer " + j + " has " + layer(j).dictionary().atoms()
                        + " atoms but the code has " + chain.code(j).size() + " entries");
            }
        }
    }
}
