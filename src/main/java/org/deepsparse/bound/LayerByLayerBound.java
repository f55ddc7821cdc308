package org.deepsparse.bound;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.exact.Interval;

/// The error of the layer-by-layer method (paper Thm 6), roundoff included: stage j runs K steps of LISTA-CP on `rho_j^{-1}(x~_{j-1})`.
///
/// `F_j = q_j^K lambda_j B_j + a_j F_{j-1} + o_j`, F_0 = 0, with the amplification `a_j = 2 lambda_j omInf(W_j)/(l_j (1 - q_j))` of what comes from below
/// and the stage's own noise and roundoff `o_j = 2 lambda_j (s_j + tau_j)/(1 - q_j)`. Everything is computed upward; infinite
/// without a contraction. A budget of 0 counts as 1. Proof: proofs-notes/layer-by-layer.md.
///
/// @param stages one a layer
public record LayerByLayerBound(List<Stage> stages) {

    private static final Interval UNIT = Interval.of(0x1p-53);

    /// What one stage contributes.
    ///
    /// @param thresholds theta_0..theta_{K-1}
    /// @param contraction q_j
    /// @param initial lambda_j B_j
    /// @param geometric q_j^K lambda_j B_j
    /// @param amplification a_j
    /// @param own o_j
    /// @param error F_j
    public record Stage(
            double[] thresholds, double contraction, double initial, double geometric, double amplification, double own, double error) {

        /// Whether q_j^K <= 1/2.
        public boolean halves() {
            return geometric <= initial / 2;
        }
    }

    /// @param magnitudes B_j
    /// @param noises s_j: what e_j alone puts in front of the thresholds, at most `om1(W_j) normInf(e_j)/l_j`
    /// @param signalMagnitude normInf(y)
    /// @param iterations K
    public static LayerByLayerBound of(
            List<Layer> layers,
            List<AnalysisWeights> weights,
            double[] magnitudes,
            double[] noises,
            double signalMagnitude,
            int iterations) {
        List<Stage> stages = new ArrayList<>();
        double below = 0;
        double belowMagnitude = signalMagnitude;
        for (int j = 0; j < layers.size(); j++) {
            Stage stage = stage(layers.get(j), weights.get(j), magnitudes[j], noises[j], below, belowMagnitude, iterations);
            stages.add(stage);
            below = stage.error;
            belowMagnitude = Interval.of(magnitudes[j]).plus(Interval.of(below)).upper();
        }
        return new LayerByLayerBound(List.copyOf(stages));
    }

    private static Stage stage(
            Layer layer, AnalysisWeights weights, double magnitude, double noise, double below, double belowMagnitude, int iterations) {
        Interval slope = layer.activation().lowerLipschitz().enclosure();
        double input = quotient(belowMagnitude, slope).upper();
        // inverting the activation is one rounding of numbers up to `input`; the identity is not evaluated at all
        Interval inversion = slope.isPoint() && slope.lower() == 1
                ? Interval.ZERO
                : UNIT.times(input).plus(Interval.of(Double.MIN_VALUE));
        Interval ownNoise = Interval.of(noise).plus(Interval.of(weights.norm1()).times(inversion));
        Interval fromBelow = Interval.of(weights.normInf()).times(quotient(below, slope));
        int sparsity = Math.max(1, layer.sparsityBudget());
        ListaCpBound bound = new ListaCpBound(
                weights, sparsity, inversion.plus(Interval.of(input)).upper(), magnitude, ownNoise.plus(fromBelow).upper(), 0, 0);
        double[] thresholds = new double[iterations];
        ListaCpBound.State state = bound.start();
        double initial = state.error();
        for (int k = 0; k < iterations; k++) {
            thresholds[k] = state.threshold();
            state = bound.next(state);
        }
        double contraction = bound.contraction();
        if (!(contraction < 1)) {
            double none = Double.POSITIVE_INFINITY;
            return new Stage(thresholds, contraction, initial, none, none, none, none);
        }
        Interval gain = Interval.of(2.0 * sparsity).dividedBy(Interval.ONE.minus(Interval.of(contraction)));
        Interval geometric = Interval.of(contraction).power(iterations).times(initial);
        Interval own = gain.times(ownNoise.plus(Interval.of(state.largestPerturbation())));
        double total = geometric.plus(gain.times(fromBelow)).plus(own).upper();
        double amplification = gain.times(quotient(weights.normInf(), slope)).upper();
        return new Stage(thresholds, contraction, initial, geometric.upper(), amplification, own.upper(), total);
    }

    /// number/l; no number at all stays 0 for l = 0 too, so that the method has something to be held against outside its hypotheses.
    private static Interval quotient(double number, Interval slope) {
        return number == 0 ? Interval.ZERO : Interval.of(number).dividedBy(slope);
    }

    /// F_j for j = 1..J.
    public double error(int j) {
        return stages.get(j - 1).error;
    }

    /// What is left of F_J when the geometric parts are gone: noise and roundoff, amplified.
    public double floor() {
        Interval floor = Interval.ZERO;
        for (Stage stage : stages) {
            floor = amplified(stage, floor).plus(Interval.of(stage.own));
        }
        return floor.upper();
    }

    /// a_j times what is below; nothing stays nothing, even times infinity.
    static Interval amplified(Stage stage, Interval below) {
        return Interval.of(stage.amplification).times(below);
    }
}
