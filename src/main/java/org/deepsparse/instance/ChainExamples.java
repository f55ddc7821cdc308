package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsparse.activation.AbsoluteValue;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.LeakyRelu;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.activation.Relu;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;

/// The explicit chains on which the theorems on deep problems are sharp or break, all with dyadic entries.
///
/// A one-layer example is set into depth J in two ways: `NAME-below-J` puts it at layer 1 under J - 1
/// identity layers, `NAME-above-J` puts it at layer J over J - 1 identity layers with a leaky ReLU, so that a
/// defect is found at either end.
public final class ChainExamples {

    private static final int DEEPEST = 4;

    private ChainExamples() {}

    /// The example of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static ChainInstance named(NamedExample recipe) {
        String name = recipe.name();
        int depth = name.charAt(Math.max(0, name.length() - 1)) - '0';
        boolean deep = depth > 1 && depth <= DEEPEST;
        if (deep && name.endsWith("-below-" + depth)) {
            return single(recipe, name.substring(0, name.lastIndexOf("-below-"))).below(depth);
        }
        if (deep && name.endsWith("-above-" + depth)) {
            return single(recipe, name.substring(0, name.lastIndexOf("-above-"))).above(depth);
        }
        return single(recipe, name).instance();
    }

    /// The names of `example` alone and in depth 2..4, at either end.
    public static List<Recipe> inEveryDepth(String theorem, String example) {
        Stream<String> deep = IntStream.rangeClosed(2, DEEPEST)
                .boxed()
                .flatMap(depth -> Stream.of(example + "-below-" + depth, example + "-above-" + depth));
        return Stream.concat(Stream.of(example), deep)
                .<Recipe>map(name -> new NamedExample(theorem, name))
                .toList();
    }

    /// The names of `example` alone and at layer 1 under identity layers.
    public static List<Recipe> underIdentities(String theorem, String example) {
        return IntStream.rangeClosed(1, DEEPEST)
                .<Recipe>mapToObj(depth -> new NamedExample(theorem,
                        depth == 1 ? example : example + "-below-" + depth))
                .toList();
    }

    /// The names of `example` alone and at the last layer over leaky ReLUs.
    public static List<Recipe> overLeaky(String theorem, String example) {
        return IntStream.rangeClosed(1, DEEPEST)
                .<Recipe>mapToObj(depth -> new NamedExample(theorem,
                        depth == 1 ? example : example + "-above-" + depth))
                .toList();
    }

    /// Two layers with equal norms, one nonzero at the top: the codes (7, 0), (21, 0, 0) against (0, 5), (5,
    /// -10, 10), which solves the same layers with norm1 30 in place of 28, but is the cheaper one when the
    /// second layer weighs more than twice as much.
    ///
    /// @param factor magnifies the atoms of the second layer and shrinks its codes by as much, a power of two
    static ChainInstance equalNormChain(int factor) {
        List<Layer> layers = List.of(
                new Layer(dictionary(new double[] {0, 3, 3}, new double[] {5, -4, 4}), new Identity(), 1),
                new Layer(dictionary(new double[] {3 * factor, factor}, new double[] {0, -2 * factor},
                        new double[] {0, 2 * factor}),
                        new Identity(), 1));
        Chain truth = new Chain(List.of(SparseCode.of(21, 0, 0), SparseCode.of(7.0 / factor, 0)));
        Chain rival = new Chain(List.of(SparseCode.of(5, -10, 10), SparseCode.of(0, 5.0 / factor)));
        return ChainInstance.of(vector(0, 105), layers, truth, Optional.of(rival));
    }

    /// Behind slope 1/8 the codes (-28, 0), (-31.5, 0, 0) against (0, -15), (-7.5, 15, -15): 31.5 + 28 w
    /// against 37.5 + 15 w, so that the second chain is the cheaper one for w > 6/13.
    static ChainInstance leakyChain() {
        List<Layer> layers = List.of(equalNormChain(1).problem().layer(1),
                new Layer(dictionary(new double[] {9, 4}, new double[] {0, -1}, new double[] {0, 8}),
                        new LeakyRelu(0.125), 1));
        SparseCode first = SparseCode.of(-31.5, 0, 0);
        Chain truth = new Chain(List.of(first, SparseCode.of(-28, 0)));
        Chain rival = new Chain(List.of(SparseCode.of(-7.5, 15, -15), SparseCode.of(0, -15)));
        return ChainInstance.of(layers.getFirst().synthesize(first), layers, truth, Optional.of(rival));
    }

    /// The codes (17, 0) and (221, 221, 221, 0, 0, 0, 0) against (0, 13) and (143, 143, 143, -78, -78, -78,
    /// -78): 663 + 17 w against 741 + 13 w, so that the second chain is the cheaper one for w > 19.5.
    static ChainInstance simplexChain() {
        List<Layer> layers = List.of(
                new Layer(new Simplex(6).dictionary(), new Identity(), 3),
                new Layer(dictionary(new double[] {13, 11}, new double[] {13, 11}, new double[] {13, 11},
                        new double[] {0, -6}, new double[] {0, -6}, new double[] {0, -6},
                        new double[] {0, -6}), new Identity(), 1));
        SparseCode first = SparseCode.of(221, 221, 221, 0, 0, 0, 0);
        Chain truth = new Chain(List.of(first, SparseCode.of(17, 0)));
        Chain rival = new Chain(List.of(SparseCode.of(143, 143, 143, -78, -78, -78, -78),
                SparseCode.of(0, 13)));
        return ChainInstance.of(layers.getFirst().synthesize(first), layers, truth, Optional.of(rival));
    }

    private static Single single(NamedExample recipe, String name) {
        return switch (name) {
            // Two 4-sparse codes of one signal: the atoms of core_7 add up to 0, so the first four are minus
            // the last four.
            case "core7-halves" -> halves(new Core(7).dictionary(), new Core(7).dictionary().atoms() / 2);
            case "core3-halves" -> halves(new Core(3).dictionary(), new Core(3).dictionary().atoms() / 2);
            case "simplex5-halves" -> halves(new Simplex(5).dictionary(), 3);
            // The same two codes, where the budget is 3: four nonzeros are one too many.
            case "core7-four-for-three" -> halves(new Core(7).dictionary(), 4).withSparsity(3);
            // The same with the other half as the truth: what takes the first of equal atoms ends at the
            // rival.
            case "core7-other-half" -> halves(new Core(7).dictionary(), 4).exchanged();
            case "core3-other-half" -> halves(new Core(3).dictionary(), 2).exchanged();
            case "repeated-atom-second" -> single(recipe, "repeated-atom").exchanged();
            // The midpoint of the signals of two antipodal 3-sparse codes: both have residual sqrt(3), their
            // distance is sqrt(6).
            case "core7-midpoint" -> midpoint(new Core(7).dictionary(), 3);
            case "simplex4-midpoint" -> midpoint(new Simplex(4).dictionary(), 2);
            // mu = 1: one atom twice.
            case "repeated-atom" -> new Single(
                    dictionary(new double[] {1, 1}), new Identity(), 1, vector(1), vector(1, 0),
                    vector(0, 1));
            // -1 and -2 both become 0.
            case "relu-forgets" -> new Single(
                    dictionary(new double[] {1}), new Relu(), 1, vector(0), vector(-2), vector(-1));
            case "abs-folds" -> new Single(
                    dictionary(new double[] {1}), new AbsoluteValue(), 1, vector(1), vector(1), vector(-1));
            // norm1 = 1 against 7/8 for the same signal: a long third atom makes its code cheap (mu = 4/5,
            // lambda = 1).
            case "long-atom" -> new Single(
                    dictionary(new double[] {1, 0, 8}, new double[] {0, 1, 6}),
                    new Identity(),
                    1,
                    vector(1, 0),
                    vector(1, 0, 0),
                    vector(0, -0.75, 0.125));
            // norm1 = 1 against 1/4: a short third atom makes its code dear.
            case "short-atom" -> new Single(
                    dictionary(new double[] {1, 0, 0.125}, new double[] {0, 1, 0.125}),
                    new Identity(),
                    1,
                    vector(0.125, 0.125),
                    vector(0, 0, 1),
                    vector(0.125, 0.125, 0));
            // The distance is 8 times the sum of the residuals: a bound without the atom norm 1/8 is wrong by
            // that factor.
            case "short-atom-midpoint" -> new Single(
                    dictionary(new double[] {0.125}), new Identity(), 1, vector(0.5), vector(0), vector(8));
            // slope 1/8 brings -8 and -24 to -1 and -3: a bound without l is wrong by that factor
            case "leaky-midpoint" -> new Single(
                    dictionary(new double[] {1}), new LeakyRelu(0.125), 1, vector(-2), vector(-8),
                    vector(-24));
            default -> throw recipe.unknown();
        };
    }

    /// 1 on the first `sparsity` atoms against -1 on the last ones: the same signal when the atoms add up to
    /// 0 and there are 2 sparsity.
    private static Single halves(Dictionary dictionary, int sparsity) {
        RationalVector first = block(dictionary.atoms(), 0, sparsity, 1);
        RationalVector last = block(dictionary.atoms(), dictionary.atoms() - sparsity, sparsity, -1);
        Layer layer = new Layer(dictionary, new Identity(), sparsity);
        return new Single(dictionary, new Identity(), sparsity, layer.synthesize(new SparseCode(first)),
                first, last);
    }

    private static Single midpoint(Dictionary dictionary, int sparsity) {
        RationalVector first = block(dictionary.atoms(), 0, sparsity, 1);
        RationalVector next = block(dictionary.atoms(), sparsity, sparsity, -1);
        Layer layer = new Layer(dictionary, new Identity(), sparsity);
        RationalVector sum = layer.synthesize(new SparseCode(first))
                .plus(layer.synthesize(new SparseCode(next)));
        return new Single(dictionary, new Identity(), sparsity, sum.times(Rational.of(1, 2)), first, next);
    }

    private static RationalVector block(int size, int from, int length, int value) {
        Rational[] entries = RationalVector.zero(size).toArray();
        for (int i = from; i < from + length; i++) {
            entries[i] = Rational.of(value);
        }
        return RationalVector.of(entries);
    }

    private static Dictionary dictionary(double[]... rows) {
        return Dictionary.of(Matrix.ofRows(rows));
    }

    private static RationalVector vector(double... entries) {
        return RationalVector.of(entries);
    }

    /// A one-layer example: two codes x and z of (about) one signal.
    private record Single(
            Dictionary dictionary,
            PiecewiseLinear activation,
            int sparsity,
            RationalVector signal,
            RationalVector truth,
            RationalVector rival) {

        ChainInstance instance() {
            return below(1);
        }

        Single withSparsity(int other) {
            return new Single(dictionary, activation, other, signal, truth, rival);
        }

        Single exchanged() {
            return new Single(dictionary, activation, sparsity, signal, /* truth= */ rival,
                    /* rival= */ truth);
        }

        /// This layer first, identity layers above: x_j = x_1 for all j.
        ChainInstance below(int depth) {
            List<Layer> layers = new ArrayList<>(List.of(new Layer(dictionary, activation, sparsity)));
            for (int j = 2; j <= depth; j++) {
                layers.add(new Layer(new StandardBasis(dictionary.atoms()).dictionary(), new Identity(),
                        sparsity));
            }
            return ChainInstance.of(
                    signal, layers, constant(truth, depth), Optional.of(constant(rival, depth)));
        }

        /// This layer last, identity layers with a leaky ReLU of slope 1/2 below: x_{j-1} = rho(x_j) down to
        /// the signal.
        ChainInstance above(int depth) {
            PiecewiseLinear leaky = new LeakyRelu(0.5);
            List<Layer> layers = new ArrayList<>(List.of(new Layer(dictionary, activation, sparsity)));
            RationalVector bottom = signal;
            List<SparseCode> codes = new ArrayList<>();
            for (int j = depth; j > 1; j--) {
                Layer identity = new Layer(new StandardBasis(dictionary.rows()).dictionary(), leaky,
                        dictionary.rows());
                layers.add(0, identity);
                codes.add(0, new SparseCode(bottom));
                bottom = identity.synthesize(new SparseCode(bottom));
            }
            return ChainInstance.of(bottom, layers, onTop(codes, truth), Optional.of(onTop(codes, rival)));
        }

        private static Chain constant(RationalVector code, int depth) {
            return new Chain(IntStream.range(0, depth).mapToObj(j -> new SparseCode(code)).toList());
        }

        private static Chain onTop(List<SparseCode> lower, RationalVector code) {
            List<SparseCode> codes = new ArrayList<>(lower);
            codes.add(new SparseCode(code));
            return new Chain(codes);
        }
    }
}
