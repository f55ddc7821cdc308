package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.linalg.Matrix;

/// A chain together with the product A = D[1..J] of its dictionaries, for the solver that goes straight to
/// the deepest code.
///
/// @param chain the chain, with its noise e_j
/// @param product A rounded to doubles; its columns may be zero
/// @param weights W for A; those of a zero column are zero
public record ProductInstance(NoisyChain chain, Matrix product, AnalysisWeights weights) {

    /// @param weighting the kind of weights for A
    public static ProductInstance of(NoisyChain chain, Weighting weighting) {
        Matrix product = ProductDictionary.rounded(chain.layers());
        AnalysisWeights weights = ProductDictionary.dictionary(product)
                .map(weighting::of)
                .orElse(new AnalysisWeights(
                        Matrix.ofColumnMajor(product.rows(), product.columns(),
                                new double[product.rows() * product.columns()]),
                        Interval.ZERO,
                        Interval.ZERO,
                        0,
                        0,
                        0));
        return new ProductInstance(chain, product, weights);
    }

    /// What the recipe describes. It takes a seed, K, noise, and the weights of the product.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys, no K or no layer, or there is no such
    ///     example
    public static ProductInstance of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> {
                DrawnRecipe taken = drawn.taking(Key.SEED, Key.COUNT, Key.NOISE, Key.PRODUCT_WEIGHTS);
                yield of(NoisyChain.drawn(taken), taken.settings().weighting());
            }
            case NamedExample example -> of(RateExamples.named(example), Weighting.SCALED);
        };
    }

    /// A as a dictionary; empty if a column is zero.
    public Optional<Dictionary> dictionary() {
        return ProductDictionary.dictionary(product);
    }

    public int depth() {
        return chain.depth();
    }

    /// `t_j = sum_{i>j} D[j+1..i-1] e_i` for j = 0..J: what the errors above layer j add up to there, by
    /// `t_{j-1} = e_j + D_j t_j`, t_J = 0.
    public List<RationalVector> tails() {
        List<RationalVector> tails = new ArrayList<>();
        RationalVector tail = RationalVector.zero(chain.truth(depth()).size());
        tails.add(tail);
        for (int j = depth(); j >= 1; j--) {
            tail = chain.error(j).plus(chain.layer(j).dictionary().times(tail));
            tails.add(tail);
        }
        Collections.reverse(tails);
        return tails;
    }

    /// What separates y from A x_J when A is the rounded product: t_0 and the rounding of A.
    public RationalVector error() {
        List<Layer> layers = chain.layers();
        RationalVector deepest = chain.truth(depth()).entries();
        RationalVector exact = ProductDictionary.down(layers, 1, deepest);
        RationalVector rounded = RationalVector.combination(product.rows(), deepest,
                l -> RationalVector.of(product.column(l)));
        return tails().get(0).plus(exact).minus(rounded);
    }

    /// The quantities of the bound for LISTA-CP on the product.
    public ListaCpBound bound() {
        return new ListaCpBound(
                weights,
                chain.sparsity(depth()),
                chain.signalMagnitude(),
                chain.magnitudes()[depth() - 1],
                weights.response(error()),
                0,
                0);
    }

    /// M_j: encloses the largest column norm2 of D[j+1..J].
    public Interval largestColumn(int j) {
        Rational largest = Rational.ZERO;
        for (RationalVector column : ProductDictionary.columns(chain.layers(), j + 1)) {
            Rational squared = column.squaredNorm();
            largest = squared.compareTo(largest) > 0 ? squared : largest;
        }
        return largest.sqrtEnclosure();
    }
}
