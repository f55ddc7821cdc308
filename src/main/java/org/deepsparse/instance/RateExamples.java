package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.Jump;
import org.deepsparse.activation.LeakyRelu;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.activation.Relu;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;

/// The explicit chains on which the convergence theorems are sharp or break.
public final class RateExamples {

    /// The deepest of the chains `unit-chain-J`.
    public static final int DEEPEST = 5;

    /// Until the slowest of them, q = 13/15, has met roundoff.
    private static final int STEPS = 300;

    private RateExamples() {}

    /// The example of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static NoisyChain named(NamedExample recipe) {
        return switch (recipe.name()) {
            // D_j = [1], x = 1000, e_1 = -1: each stage doubles the error it is given; deepest-first has
            // error 2 in any depth
            case "unit-chain-1", "unit-chain-2", "unit-chain-3", "unit-chain-4", "unit-chain-5" ->
                unitChain(recipe.name().charAt(recipe.name().length() - 1) - '0');
            // 100 on three atoms, no noise: the error is q^k s B for every k
            case "core7-clean" -> core7(3, 3, 0);
            // core_7 under 2 I_8, one nonzero, no noise: q = 1/7, and the error below is twice that above
            case "core7-under-twice-identity" -> underTwiceIdentity();
            // D_1 = D_2 = [1], e_2 = 1, e_1 = -2: below, the noise of the upper layer is missed as well
            case "unit-chain-tail" -> unitChainTail();
            // the same with noise, where a theorem without noise promises too much
            case "core7-noisy" -> core7(3, 3, -0.125);
            // q = 1: every step returns to 0
            case "core7-stalls" -> core7(4, 4, 0);
            // two nonzeros and a budget of one
            case "core7-over-budget" -> core7(2, 1, 0);
            // rho(0) = 0 and noise 1/8, in the gap of rho: the inverse moves it to -7/8
            case "jump-gap" -> single(new StandardBasis(1).dictionary(), new Jump(), 1, new double[] {0},
                    new double[] {0.125});
            // the ReLU forgets -5
            case "relu-forgets" ->
                single(new StandardBasis(1).dictionary(), new Relu(), 1, new double[] {-5}, new double[] {0});
            // noise 1/8 behind slope 1/8 is noise 1 before it: error 2
            case "leaky-noise-outside" ->
                single(new StandardBasis(1).dictionary(), new LeakyRelu(0.125), 1, new double[] {-8},
                        new double[] {0.125});
            // D_1 = D_2 = [1], x_2 = 5, e_2 = 1, e_1 = -1: the signal is exact and yet x_1 is missed by 1
            case "upper-layer-error" -> upperLayerError();
            // -8 becomes -4 under the leaky ReLU, which the product of the dictionaries does not know
            case "leaky-unnoticed" -> single(new StandardBasis(1).dictionary(), new LeakyRelu(0.5), 1,
                    new double[] {-8}, new double[] {0});
            // D_1 D_2 = 0
            case "cancelling-layers" -> cancellingLayers();
            // noise on the atoms of core_n that a column of (n - 1)/2 ones uses: n + 3 against 2 for the two
            // methods
            case "core3-column-2" -> underColumn(3, 2, -1);
            case "core7-column-2" -> underColumn(7, 2, -1);
            case "core15-column-2" -> underColumn(15, 2, -1);
            // without noise: the error of the first layer, q^k s B, becomes two thirds of it above
            case "core7-column-clean" -> underColumn(7, 2, 0);
            // the same behind slope 1/2
            case "core7-column-leaky" -> leakyColumn();
            // noise 1 below a leaky ReLU of slope 1/8: its inverse multiplies error 2 by 8
            case "leaky-over-noise" -> leakyOverNoise();
            // noise against every entry below core_7: it meets one atom with its full length
            case "core7-over-identity" -> coreOverIdentity();
            // one atom with noise on it: 2 sigma/(1 - q)
            case "core7-one-noisy" -> core7(1, 1, -0.125);
            // the same under one more layer [1], which doubles the first of the two
            case "core7-column-3" -> underColumn(7, 3, -1);
            default -> throw recipe.unknown();
        };
    }

    private static NoisyChain unitChain(int depth) {
        Layer unit = new Layer(new StandardBasis(1).dictionary(), new Identity(), 1);
        Chain truth = new Chain(Collections.nCopies(depth, SparseCode.of(1000)));
        return instance(RationalVector.of(999), Collections.nCopies(depth, unit), truth);
    }

    private static NoisyChain core7(int nonzeros, int sparsity, double noise) {
        double[] truth = new double[new Core(7).dictionary().atoms()];
        Arrays.fill(truth, 0, nonzeros, 100);
        double[] mixed = truth.clone();
        Arrays.fill(mixed, 0, nonzeros, 100 + noise);
        Layer layer = new Layer(new Core(7).dictionary(), new Identity(), sparsity);
        return instance(layer.synthesize(SparseCode.of(mixed)), List.of(layer),
                new Chain(List.of(SparseCode.of(truth))));
    }

    private static NoisyChain single(
            Dictionary dictionary, PiecewiseLinear activation, int sparsity, double[] truth, double[] noise) {
        Layer layer = new Layer(dictionary, activation, sparsity);
        RationalVector signal = layer.synthesize(SparseCode.of(truth)).plus(RationalVector.of(noise));
        return instance(signal, List.of(layer), new Chain(List.of(SparseCode.of(truth))));
    }

    private static NoisyChain cancellingLayers() {
        Layer first = new Layer(Dictionary.of(Matrix.ofRows(new double[] {1, -1})), new Identity(), 2);
        Layer second = new Layer(Dictionary.of(Matrix.ofRows(new double[] {1}, new double[] {1})),
                new Identity(), 1);
        return instance(
                RationalVector.of(0.0), List.of(first, second),
                new Chain(List.of(SparseCode.of(5, 5), SparseCode.of(5))));
    }

    private static NoisyChain upperLayerError() {
        Layer unit = new Layer(new StandardBasis(1).dictionary(), new Identity(), 1);
        return instance(RationalVector.of(5.0), List.of(unit, unit),
                new Chain(List.of(SparseCode.of(6), SparseCode.of(5))));
    }

    private static NoisyChain underTwiceIdentity() {
        double[] deepest = new double[8];
        deepest[0] = 100;
        double[] first = new double[8];
        first[0] = 200;
        double[][] twice = new double[8][8];
        for (int i = 0; i < 8; i++) {
            twice[i][i] = 2;
        }
        Layer core = new Layer(new Core(7).dictionary(), new Identity(), 1);
        Layer identity = new Layer(Dictionary.of(Matrix.ofRows(twice)), new Identity(), 1);
        return instance(core.synthesize(SparseCode.of(first)), List.of(core, identity),
                new Chain(List.of(SparseCode.of(first), SparseCode.of(deepest))));
    }

    private static NoisyChain unitChainTail() {
        Layer unit = new Layer(new StandardBasis(1).dictionary(), new Identity(), 1);
        return instance(RationalVector.of(999.0), List.of(unit, unit),
                new Chain(List.of(SparseCode.of(1001), SparseCode.of(1000))));
    }

    private static NoisyChain leakyColumn() {
        NoisyChain column = underColumn(7, 2, 0);
        Layer core = column.layer(1);
        Layer leaky = new Layer(column.layer(2).dictionary(), new LeakyRelu(0.5), 1);
        SparseCode first = new SparseCode(column.truth(1).entries().negate());
        return instance(core.synthesize(first), List.of(core, leaky),
                new Chain(List.of(first, SparseCode.of(-2000))));
    }

    private static NoisyChain leakyOverNoise() {
        Layer unit = new Layer(new StandardBasis(1).dictionary(), new Identity(), 1);
        Layer leaky = new Layer(new StandardBasis(1).dictionary(), new LeakyRelu(0.125), 1);
        return instance(RationalVector.of(-999.0), List.of(unit, leaky),
                new Chain(List.of(SparseCode.of(-1000), SparseCode.of(-8000))));
    }

    private static NoisyChain coreOverIdentity() {
        Dictionary core = new Core(7).dictionary();
        double[] deepest = new double[8];
        deepest[0] = 1000;
        double[] first = core.atom(0);
        double[] signal = core.atom(0);
        for (int i = 0; i < first.length; i++) {
            signal[i] = first[i] * 999;
            first[i] *= 1000;
        }
        Layer identity = new Layer(new StandardBasis(7).dictionary(), new Identity(), 7);
        return instance(RationalVector.of(signal),
                List.of(identity, new Layer(core, new Identity(), 1)),
                new Chain(List.of(SparseCode.of(first), SparseCode.of(deepest))));
    }

    /// @param noise on each of the atoms in use
    private static NoisyChain underColumn(int n, int depth, double noise) {
        int sparsity = (n - 1) / 2;
        double[][] column = new double[n + 1][1];
        double[] code = new double[n + 1];
        double[] mixed = new double[n + 1];
        for (int i = 0; i < sparsity; i++) {
            column[i][0] = 1;
            code[i] = 1000;
            mixed[i] = 1000 + noise;
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(new Core(n).dictionary(), new Identity(), sparsity));
        layers.add(new Layer(Dictionary.of(Matrix.ofRows(column)), new Identity(), 1));
        List<SparseCode> codes = new ArrayList<>(List.of(SparseCode.of(code), SparseCode.of(1000)));
        for (int j = 3; j <= depth; j++) {
            layers.add(new Layer(new StandardBasis(1).dictionary(), new Identity(), 1));
            codes.add(SparseCode.of(1000));
        }
        return instance(layers.get(0).synthesize(SparseCode.of(mixed)), layers, new Chain(codes));
    }

    private static NoisyChain instance(RationalVector signal, List<Layer> layers, Chain truth) {
        return NoisyChain.of(ChainInstance.of(signal, layers, truth, Optional.empty()), STEPS);
    }
}
