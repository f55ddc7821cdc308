package org.deepsparse.pursuit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.exact.Rational;

/// The layer-by-layer method: LISTA-CP on each layer in turn, from the code of the layer below (paper Thm 6).
public final class LayerByLayer {

    /// One layer's solver; the thresholds come with a run.
    public record Stage(ListaCp iteration, PiecewiseLinear activation) {}

    private LayerByLayer() {}

    /// x~_1, ..., x~_J for a signal y, in many runs at once; the inverse of an activation is rounded once;
    /// what has overflowed stays so.
    ///
    /// @param thresholds theta_0..theta_{K-1}, fixed before the signal is seen: for each run one array a
    ///     stage; no run has fewer iterations than the one before
    /// @return for each run the codes of all layers
    /// @throws IllegalArgumentException if a run has not one array a stage, has fewer iterations than the one
    ///     before, or the signal has not one entry a row
    public static List<List<double[]>> codes(List<Stage> stages, List<List<double[]>> thresholds,
            double[] signal) {
        List<List<double[]>> codes = new ArrayList<>();
        for (List<double[]> run : thresholds) {
            if (run.size() != stages.size()) {
                throw new IllegalArgumentException(
                        stages.size() + " stages but thresholds for " + run.size());
            }
            codes.add(new ArrayList<>());
        }
        List<double[]> below = Collections.nCopies(thresholds.size(), signal);
        for (int j = 0; j < stages.size(); j++) {
            Stage stage = stages.get(j);
            int layer = j;
            List<double[]> inputs = below.stream().map(values -> inverse(stage.activation, values)).toList();
            below = stage.iteration.runs(inputs, thresholds.stream().map(run -> run.get(layer)).toList());
            for (int r = 0; r < codes.size(); r++) {
                codes.get(r).add(below.get(r));
            }
        }
        return codes;
    }

    private static double[] inverse(PiecewiseLinear activation, double[] values) {
        if (activation instanceof Identity) {
            return values;
        }
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = Double.isFinite(values[i])
                    ? activation.inverse(Rational.of(values[i])).nearest()
                    : values[i];
        }
        return result;
    }
}
