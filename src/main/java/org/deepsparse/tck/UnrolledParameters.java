package org.deepsparse.tck;

import org.deepsparse.linalg.Matrix;

/// What an unrolled network is given before it sees a signal.
///
/// @param dictionary A, m x n
/// @param weights W, m x n, with `w_i^T a_i` near 1
/// @param thresholds theta_0, ..., theta_{K-1}: one a step, so there are K steps
public record UnrolledParameters(Matrix dictionary, Matrix weights, double[] thresholds) {

    public UnrolledParameters {
        thresholds = thresholds.clone();
    }

    @Override
    public double[] thresholds() {
        return thresholds.clone();
    }

    /// The same network for signals `scale` times as large: thresholds times `scale`.
    UnrolledParameters scaled(double scale) {
        double[] scaled = new double[thresholds.length];
        for (int k = 0; k < scaled.length; k++) {
            scaled[k] = scale * thresholds[k];
        }
        return new UnrolledParameters(dictionary, weights, scaled);
    }
}
