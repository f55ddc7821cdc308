package org.deepsparse.pursuit;

import org.deepsparse.kernel.Kernels;
import org.deepsparse.linalg.Matrix;

/// LISTA-CP: iterative soft thresholding with weights W in place of the dictionary's transpose (Chen, Liu, Wang, Yin 2018),
///   `x^{k+1} = T_theta( x^k + W^T (y - A x^k) + p ) + r`.
///
/// The perturbations p and r stand for everything a realisation adds in front of and behind the shrinkage (quantisation, another
/// activation, attention that gathers approximately); ordinary use passes zeros.
///
/// **Shapes** A and W are m x n, y has m entries, x, p and r have n. **Cost** 4 m n flops a step, in a batch also for each of its iterates.
/// **Error** in doubles the part before the threshold is off by at most `ListaCpBound#roundoff`; the threshold itself adds none.
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

    /// One step from each of many iterates, with its own signal and its own threshold, without perturbations:
    /// `X_k := T_theta_k( X_k + W^T (Y - A X)_k )`. The arguments stay unchanged.
    ///
    /// **Error** every entry sums the terms of a single [#step] in an order that may differ, and is thresholded as there; `ListaCpBound#roundoff`
    /// holds for any order, hence for each iterate here as for a single one. Zeros may differ in sign.
    ///
    /// @param x the iterates, n x count, column-major
    /// @param signals Y, m x count, column-major
    /// @param thresholds one for each iterate; so many make the batch
    /// @return the next iterates, n x count, column-major
    /// @throws IllegalArgumentException if iterates or signals are not as many as the thresholds, or a threshold is negative or NaN
    public double[] steps(double[] x, double[] signals, double[] thresholds) {
        int count = thresholds.length;
        requireBatch("iterates", x.length, atoms, count);
        requireBatch("signals", signals.length, rows, count);
        double[] residuals = new double[signals.length];
        Kernels.gemm(dictionary, 0, rows, atoms, x, 0, count, residuals, 0);
        for (int p = 0; p < residuals.length; p++) {
            residuals[p] = signals[p] - residuals[p];
        }
        double[] next = new double[x.length];
        Kernels.gemmTransposed(weights, 0, rows, atoms, residuals, 0, count, next, 0);
        for (int p = 0; p < next.length; p++) {
            next[p] += x[p];
        }
        for (int k = 0; k < count; k++) {
            Kernels.softThreshold(next, k * atoms, thresholds[k], next, k * atoms, atoms);
        }
        return next;
    }

    private static void requireBatch(String what, int length, int each, int count) {
        if (length != (long) each * count) {
            throw new IllegalArgumentException(
                    what + " have " + length + " entries but " + count + " thresholds need " + count + " times " + each);
        }
    }
}
