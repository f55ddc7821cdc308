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

/// What the layer-by-layer method found on one instance with K iterations a stage, together with the bound
/// that it is held against. Used by `layer-by-layer` and `noiseless-rate`.
///
/// @param iterations K
/// @param codes x~_1, ..., x~_J, as computed in doubles
record LayerByLayerRun(RateInstance instance, int iterations, LayerByLayerBound bound, List<double[]> codes) {

    /// Runs with 1, 2, ... iterations a stage, one for each bound.
    ///
    /// The codes are computed from the signal, the weights and the thresholds alone. Nothing else of the
    /// bounds, and nothing of the truth, reaches the solver.
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

    /// `norm1(x~_j - x_j)`, enclosed; x_j is the exact code from which the signal was made.
    Interval error(int j) {
        return instance.chain().truth(j).distance1(codes.get(j - 1));
    }

    /// The claim that half of the first layer's error is gone: where q_1^K <= 1/2 it is at most
    /// `lambda_1 B_1/2` plus what noise and roundoff leave.
    ///
    /// Without a contraction there is no such K and no finite floor. The claim is then made at the last K and
    /// without a floor. It fails on a method that stalls, which shows what the contraction buys.
    Claim halved() {
        LayerByLayerBound.Stage first = bound.stages().get(0);
        Interval half = Interval.of(first.initial()).times(0.5);
        Interval floor = first.contraction() < 1 ? Interval.of(first.own()) : Interval.ZERO;
        return new Claim.AtMost(Label.of("halved").atStep(iterations), error(1), half.plus(floor));
    }

    /// Whether the claim [#halved()] is due: at the first K with q_1^K <= 1/2, or without a contraction at
    /// the last K of all.
    ///
    /// @param halvedBefore whether the claim has been made for a smaller K
    boolean isHalvingTime(boolean halvedBefore) {
        LayerByLayerBound.Stage first = bound.stages().get(0);
        return first.contraction() < 1
                ? !halvedBefore && first.halves()
                : iterations == instance.chain().iterations();
    }
}
