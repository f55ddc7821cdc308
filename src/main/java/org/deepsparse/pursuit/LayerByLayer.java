package org.deepsparse.pursuit;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.activation.Activation;
import org.deepsparse.activation.Identity;
import org.deepsparse.exact.Rational;

/// The layer-by-layer method: LISTA-CP on each layer in turn, from the code of the layer below (paper Thm 6).
public final class LayerByLayer {

    /// One layer's solver.
    ///
    /// @param thresholds theta_0..theta_{K-1}, fixed before the signal is seen
    public record Stage(ListaCp iteration, Activation activation, double[] thresholds) {}

    private LayerByLayer() {}

    /// x~_1, ..., x~_J for a signal y; the inverse of an activation is rounded once.
    public static List<double[]> codes(List<Stage> stages, double[] signal) {
        List<double[]> codes = new ArrayList<>();
        double[] below = signal;
        for (Stage stage : stages) {
            below = stage.iteration.run(inverse(stage.activation, below), stage.thresholds);
            codes.add(below);
        }
        return codes;
    }

    private static double[] inverse(Activation activation, double[] values) {
        if (activation instanceof Identity) {
            return values;
        }
        double[] result = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = activation.inverse(Rational.of(values[i])).nearest();
        }
        return result;
    }
}
