package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.bound.LayerByLayerBound;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.pursuit.LayerByLayer;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Label;

/// The layer-by-layer method on one instance with K iterations a stage, and the bound it is held against.
///
/// @param codes x~_1, ..., x~_J
record LayerByLayerRun(RateInstance instance, int iterations, LayerByLayerBound bound, List<double[]> codes) {

    /// Runs with 1, 2, ... iterations a stage, one for each bound; the codes are computed from the signal,
    /// the weights and the thresholds alone.
    static List<LayerByLayerRun> of(RateInstance instance, List<LayerByLayerBound> bounds) {
        List<LayerByLayer.Stage> stages = IntStream.rangeClosed(1, instance.chain().depth())
                .mapToObj(j -> new LayerByLayer.Stage(
                        new ListaCp(instance.chain().layer(j).dictionary().matrix(),
                                instance.weights().get(j - 1).matrix()),
                        instance.chain().layer(j).activation()))
                .toList();
        List<List<double[]>> thresholds = bounds.stream()
                .map(bound -> bound.stages().stream().map(LayerByLayerBound.Stage::thresholds).toList())
                .toList();
        List<List<double[]>> codes = LayerByLayer.codes(stages, thresholds, instance.chain().signal());
        List<LayerByLayerRun> runs = new ArrayList<>();
        for (int k = 1; k <= bounds.size(); k++) {
            runs.add(new LayerByLayerRun(instance, k, bounds.get(k - 1), codes.get(k - 1)));
        }
        return runs;
    }

    /// norm1(x~_j - x_j).
    Interval error(int j) {
        return instance.chain().truth(j).distance1(codes.get(j - 1));
    }

    /// As soon as q_1^K <= 1/2, half of the first layer's error is gone, down to its noise and roundoff.
    /// Without a contraction nothing limits the time, so the claim is made at the last K and without a floor:
    /// that is what the contraction buys.
    Claim halved() {
        LayerByLayerBound.Stage first = bound.stages().get(0);
        Interval half = Interval.of(first.initial()).times(0.5);
        Interval floor = first.contraction() < 1 ? Interval.of(first.own()) : Interval.ZERO;
        return new Claim.AtMost(Label.of("halved").atStep(iterations), error(1), half.plus(floor));
    }

    /// Whether the claim [#halved()] is due: the first K at which the factor is there, or the last K of all.
    boolean isHalvingTime(boolean halvedBefore) {
        LayerByLayerBound.Stage first = bound.stages().get(0);
        return first.contraction() < 1
                ? !halvedBefore && first.halves()
                : iterations == instance.chain().iterations();
    }
}
