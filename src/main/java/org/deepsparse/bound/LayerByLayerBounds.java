package org.deepsparse.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.exact.Interval;

/// Makes the [LayerByLayerBound] of one chain for any number K of iterations.
///
/// The thresholds of a stage depend on F_{j-1}, hence on K. A stage whose input is bounded as it was for the
/// last K continues where it stood; so asking for K = 1, ..., n costs little more than asking for n, as soon
/// as the layers below have settled. The first layer always has. Not for use by several threads.
public final class LayerByLayerBounds {

    private static final Interval UNIT = Interval.of(Interval.UNIT_ROUNDOFF);

    private final List<Layer> layers;
    private final List<AnalysisWeights> weights;
    private final double[] magnitudes;
    private final double[] noises;
    private final double signalMagnitude;
    private final @Nullable Iteration[] iterations;

    /// @param magnitudes B_j >= normInf(x_j), one a layer
    /// @param noises s_j: what e_j alone puts in front of the thresholds. `om1(W_j) normInf(e_j)/l_j` always
    ///     serves; where rho_j is the identity, the largest `abs(w_i^T e_j)` does.
    /// @param signalMagnitude normInf(y)
    public LayerByLayerBounds(
            List<Layer> layers, List<AnalysisWeights> weights, double[] magnitudes, double[] noises,
            double signalMagnitude) {
        this.layers = List.copyOf(layers);
        this.weights = List.copyOf(weights);
        this.magnitudes = magnitudes.clone();
        this.noises = noises.clone();
        this.signalMagnitude = signalMagnitude;
        this.iterations = new @Nullable Iteration[layers.size()];
    }

    /// The bound for K iterations a stage.
    public LayerByLayerBound after(int steps) {
        List<LayerByLayerBound.Stage> stages = new ArrayList<>();
        double below = 0;
        double belowMagnitude = signalMagnitude;
        for (int j = 0; j < layers.size(); j++) {
            Iteration iteration = iterations[j];
            if (iteration == null || iteration.below != below || iteration.belowMagnitude != belowMagnitude) {
                iteration = new Iteration(layers.get(j), weights.get(j), magnitudes[j], noises[j], below,
                        belowMagnitude);
                iterations[j] = iteration;
            }
            LayerByLayerBound.Stage stage = iteration.after(steps);
            stages.add(stage);
            below = stage.error();
            belowMagnitude = Interval.of(magnitudes[j]).plus(Interval.of(below)).upper();
        }
        return new LayerByLayerBound(List.copyOf(stages));
    }

    /// `number/l`. 0 stays 0 also for l = 0: then a case outside the hypotheses, such as one with a ReLU,
    /// still gets a finite bound, which it can be seen to miss.
    private static Interval quotient(double number, Interval slope) {
        return number == 0 ? Interval.ZERO : Interval.of(number).dividedBy(slope);
    }

    /// LISTA-CP on one layer whose input is wrong by at most `below` in norm1: the bound, and the states so
    /// far.
    private static final class Iteration {

        private final double below;
        private final double belowMagnitude;
        private final AnalysisWeights weights;
        private final Interval slope;
        private final Interval ownNoise;
        private final Interval fromBelow;
        private final ListaCpBound bound;
        private final List<ListaCpBound.State> states = new ArrayList<>();

        Iteration(Layer layer, AnalysisWeights weights, double magnitude, double noise, double below,
                double belowMagnitude) {
            this.below = below;
            this.belowMagnitude = belowMagnitude;
            this.weights = weights;
            slope = layer.activation().lowerLipschitz();
            double input = quotient(belowMagnitude, slope).upper();
            // the inverse of a leaky ReLU is computed with one rounding, of numbers up to `input`; the
            // identity is not evaluated at all
            Interval inversion = slope.isPoint() && slope.lower() == 1
                    ? Interval.ZERO
                    : UNIT.times(input).plus(Interval.of(Double.MIN_VALUE));
            ownNoise = Interval.of(noise).plus(Interval.of(weights.norm1()).times(inversion));
            fromBelow = Interval.of(weights.normInf()).times(quotient(below, slope));
            bound = new ListaCpBound(
                    weights,
                    Math.max(1, layer.sparsityBudget()),
                    inversion.plus(Interval.of(input)).upper(),
                    magnitude,
                    ownNoise.plus(fromBelow).upper(),
                    0,
                    0);
            states.add(bound.start());
        }

        /// The state after k steps. Where a step leaves E_k as it was, every later step does the same, so
        /// none is computed.
        private ListaCpBound.State state(int k) {
            int last = states.size() - 1;
            boolean settled = last > 0 && states.get(last).error() == states.get(last - 1).error();
            while (last < k && !settled) {
                states.add(bound.next(states.get(last++)));
                settled = states.get(last).error() == states.get(last - 1).error();
            }
            return states.get(Math.min(k, last));
        }

        LayerByLayerBound.Stage after(int steps) {
            ListaCpBound.State end = state(steps);
            double[] thresholds = new double[steps];
            Arrays.setAll(thresholds, k -> state(k).threshold());
            double contraction = bound.contraction();
            double initial = states.get(0).error();
            if (!(contraction < 1)) {
                double none = Double.POSITIVE_INFINITY;
                return new LayerByLayerBound.Stage(thresholds, contraction, initial, none, none, none, none);
            }
            Interval gain = Interval.of(2.0 * bound.sparsity())
                    .dividedBy(Interval.ONE.minus(Interval.of(contraction)));
            Interval geometric = Interval.of(contraction).power(steps).times(initial);
            Interval own = gain.times(ownNoise.plus(Interval.of(end.largestPerturbation())));
            double total = geometric.plus(gain.times(fromBelow)).plus(own).upper();
            double amplification = gain.times(quotient(weights.normInf(), slope)).upper();
            return new LayerByLayerBound.Stage(
                    thresholds, contraction, initial, geometric.upper(), amplification, own.upper(), total);
        }
    }
}
