package org.deepsparse.bound;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.exact.Interval;

/// How far the layer-by-layer method can be from the codes after K steps a stage, roundoff included: the
/// formulas of the theorem `layer-by-layer`. Stage j runs LISTA-CP on `rho_j^{-1}(x~_{j-1})`.
/// ```
/// F_0 = 0,    F_j = q_j^K lambda_j B_j + a_j F_{j-1} + o_j
///
/// a_j = 2 lambda_j omInf(W_j)/(l_j (1 - q_j))     amplifies what is wrong below
/// o_j = 2 lambda_j (s_j + tau_j)/(1 - q_j)        the stage's own noise s_j and roundoff tau_j
/// ```
/// Everything is computed upward, and is infinite where q_j is 1 or more. A budget of 0 counts as 1. Made by
/// [LayerByLayerBounds]. Proof: `proofs-notes/layer-by-layer.md`.
///
/// @param stages one a layer
public record LayerByLayerBound(List<Stage> stages) {

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
            double[] thresholds, double contraction, double initial, double geometric, double amplification,
            double own, double error) {

        public Stage {
            thresholds = thresholds.clone();
        }

        @Override
        public double[] thresholds() {
            return thresholds.clone();
        }

        /// Whether q_j^K <= 1/2.
        public boolean halves() {
            return geometric <= initial / 2;
        }
    }

    public LayerByLayerBound {
        stages = List.copyOf(stages);
    }

    /// F_j for j = 1..J.
    public double error(int j) {
        return stages.get(j - 1).error;
    }

    /// Whether all q_j < 1: without that the bounds are infinite.
    public boolean isContracting() {
        return stages.stream().allMatch(stage -> stage.contraction < 1);
    }

    /// Whether some F_j is smaller than in `fewer`, the bound for fewer iterations. If none is, the bounds
    /// have met noise and roundoff, and more iterations show nothing new.
    public boolean improvesOn(LayerByLayerBound fewer) {
        return IntStream.rangeClosed(1, stages.size()).anyMatch(j -> !(error(j) >= fewer.error(j)));
    }

    /// What is left of F_J when the geometric parts are gone: the noise and roundoff o_j of all stages, each
    /// amplified by the stages above.
    public double floor() {
        Interval floor = Interval.ZERO;
        for (Stage stage : stages) {
            floor = amplified(stage, floor).plus(Interval.of(stage.own));
        }
        return floor.upper();
    }

    /// a_j times what is below. Nothing below stays nothing, even if a_j is infinite.
    static Interval amplified(Stage stage, Interval below) {
        return Interval.of(stage.amplification).times(below);
    }
}
