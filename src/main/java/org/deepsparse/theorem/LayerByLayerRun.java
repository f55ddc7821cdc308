package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.bound.LayerByLayerBound;
import org.deepsparse.coding.Layer;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.pursuit.LayerByLayer;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.verdict.Claim;

/// The layer-by-layer method on one instance with K iterations a stage, and the bound it is held against.
///
/// @param codes x~_1, ..., x~_J
record LayerByLayerRun(RateInstance instance, int iterations, LayerByLayerBound bound, List<double[]> codes) {

    /// The codes are computed from the signal, the weights and the thresholds alone.
    static LayerByLayerRun of(RateInstance instance, int iterations) {
        return of(instance, instance.noises(), iterations);
    }

    /// Thresholds and bound as if there were no noise.
    static LayerByLayerRun withoutNoise(RateInstance instance, int iterations) {
        return of(instance, new double[instance.depth()], iterations);
    }

    private static LayerByLayerRun of(RateInstance instance, double[] noises, int iterations) {
        List<Layer> layers = instance.chain().problem().layers();
        LayerByLayerBound bound = LayerByLayerBound.of(
                layers, instance.weights(), instance.magnitudes(), noises, instance.signalMagnitude(), iterations);
        List<LayerByLayer.Stage> stages = new ArrayList<>();
        for (int j = 1; j <= layers.size(); j++) {
            Layer layer = instance.layer(j);
            ListaCp iteration = new ListaCp(layer.dictionary().matrix(), instance.weights().get(j - 1).matrix());
            stages.add(new LayerByLayer.Stage(iteration, layer.activation(), bound.stages().get(j - 1).thresholds()));
        }
        return new LayerByLayerRun(instance, iterations, bound, LayerByLayer.codes(stages, instance.signal()));
    }

    /// Whether one more iteration than in `earlier` made a bound smaller; if not, they have met noise and roundoff.
    boolean improves(LayerByLayerRun earlier) {
        return IntStream.rangeClosed(1, instance.depth()).anyMatch(j -> !(bound.error(j) >= earlier.bound.error(j)));
    }

    /// norm1(x~_j - x_j).
    Interval error(int j) {
        return instance.truth(j).distance1(codes.get(j - 1));
    }

    /// As soon as q_1^K <= 1/2, half of the first layer's error is gone, down to its noise and roundoff. Without a contraction nothing limits the time, so
    /// the claim is made at the last K and without a floor: that is what the contraction buys.
    Claim halved() {
        LayerByLayerBound.Stage first = bound.stages().get(0);
        Interval half = Interval.of(first.initial()).times(0.5);
        Interval floor = first.contraction() < 1 ? Interval.of(first.own()) : Interval.ZERO;
        return new Claim.AtMost("halved[K=" + iterations + "]", error(1), half.plus(floor));
    }

    /// Whether the bounds say anything: H2.
    boolean isContracting() {
        return bound.stages().stream().allMatch(stage -> stage.contraction() < 1);
    }

    /// Whether the claim [#halved()] is due: the first K at which the factor is there, or the last K of all.
    boolean isHalvingTime(boolean halvedBefore) {
        LayerByLayerBound.Stage first = bound.stages().get(0);
        return first.contraction() < 1 ? !halvedBefore && first.halves() : iterations == instance.iterations();
    }
}
