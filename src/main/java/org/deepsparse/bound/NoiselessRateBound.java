package org.deepsparse.bound;

import org.deepsparse.exact.Interval;

/// The exponential rate without noise (paper Cor 7): `F_J <= C exp(-cK)`, `c = min_j(-ln q_j)` over q_j > 0,
/// `C = sum_j lambda_j B_j prod_{i>j} a_i`, a_i the amplifications of [LayerByLayerBound].
public final class NoiselessRateBound {

    private NoiselessRateBound() {}

    /// `C (max_j q_j)^K`, upward; exp(-cK) is that power. 0 for K >= 1 where every q_j is 0; no roundoff in
    /// it.
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
