package org.deepsparse.bound;

import org.deepsparse.exact.Interval;

/// The exponential form of the theorem `noiseless-rate`: without noise and roundoff `F_J <= C exp(-cK)` with
/// ```
/// c = min_j(-ln q_j)    over the layers with q_j > 0
/// C = sum_j lambda_j B_j prod_{i>j} a_i
/// ```
/// where a_i are the amplifications of [LayerByLayerBound]. The sharper form, which keeps each q_j^K in the
/// sum, is F_J itself. Proof: `proofs-notes/noiseless-rate.md`.
public final class NoiselessRateBound {

    private NoiselessRateBound() {}

    /// `C (max_j q_j)^K`, upward: exp(-cK) is the K-th power of the largest q_j. It is 0 for K >= 1 where
    /// every q_j is 0. Roundoff is not in it; [LayerByLayerBound#floor()] has that.
    ///
    /// @param iterations K
    public static double error(LayerByLayerBound bound, int iterations) {
        Interval constant = Interval.ZERO;
        double slowest = 0;
        for (LayerByLayerBound.Stage stage : bound.stages()) {
            constant = LayerByLayerBound.amplified(stage, constant).plus(Interval.of(stage.initial()));
            slowest = Math.max(slowest, stage.contraction());
        }
        return constant.times(Interval.of(slowest).power(iterations)).upper();
    }
}
