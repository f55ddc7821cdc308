package org.deepsparse.pursuit;

import org.deepsparse.kernel.Kernels;
import org.deepsparse.linalg.Matrix;

/// LISTA-CP: iterative soft thresholding with weights W in place of the dictionary's transpose (Chen, Liu, Wang, Yin 2018),
///   `x^{k+1} = T_theta( x^k + W^T (y - A x^k) + p ) + r`.
///
/// The perturbations p and r stand for everything a realisation adds in front of and behind the shrinkage (quantisation, another
/// activation, attention that gathers approximately); ordinary use passes zeros.
///
/// **Shapes** A and W are m x n, y has m entries, x, p and r have n. **Cost** 4 m n flops a step. **Error** in doubles the
/// part before the threshold is off by at most `ListaCpBound#roundoff`; the threshold itself adds none.
public final class ListaCp {

    private final int rows;
    private final int atoms;
    private final double[] dictionary;
    private final double[] weights;

    /// @throws IllegalArgumentException if W has not the shape of A
    public ListaCp(Matrix dictionary, Matrix weights) {
        if (dictionary.rows() != weights.rows() || dictionary.columns() != weights.columns()) {
            throw new IllegalArgumentException("dictionary is " + dictionary.rows() + " x " + dictionary.columns()
                    + " but weights are " + weights.rows() + " x " + weights.columns());
        }
        this.rows = dictionary.rows();
        this.atoms = dictionary.columns();
        this.dictionary = dictionary.toColumnMajor();
        this.weights = weights.toColumnMajor();
    }

    /// As many steps from 0 as there are thresholds, without perturbations.
    public double[] run(double[] signal, double[] thresholds) {
        double[] x = new double[atoms];
        for (double threshold : thresholds) {
            x = step(x, signal, threshold);
        }
        return x;
    }

    /// One step from x without perturbations.
    public double[] step(double[] x, double[] signal, double threshold) {
        double[] none = new double[atoms];
        return step(x, signal, threshold, none, none);
    }

    /// One step from x; the arguments stay unchanged.
    ///
    /// @throws IllegalArgumentException if the signal has not one entry a row
    public double[] step(double[] x, double[] signal, double threshold, double[] inner, double[] outer) {
        if (signal.length != rows) {
            throw new IllegalArgumentException("dictionary has " + rows + " rows but signal has " + signal.length + " entries");
        }
        double[] residual = new double[rows];
        Kernels.gemv(dictionary, 0, rows, atoms, x, 0, residual, 0);
        for (int i = 0; i < rows; i++) {
            residual[i] = signal[i] - residual[i];
        }
        double[] next = new double[atoms];
        Kernels.gemvTransposed(weights, 0, rows, atoms, residual, 0, next, 0);
        for (int i = 0; i < atoms; i++) {
            next[i] = x[i] + next[i] + inner[i];
        }
        Kernels.softThreshold(next, 0, threshold, next, 0, atoms);
        for (int i = 0; i < atoms; i++) {
            next[i] += outer[i];
        }
        return next;
    }
}
