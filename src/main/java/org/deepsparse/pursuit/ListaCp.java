package org.deepsparse.pursuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.kernel.Kernels;
import org.deepsparse.linalg.Matrix;

/// LISTA-CP: iterative soft thresholding with weights W in place of the dictionary's transpose (Chen, Liu,
/// Wang, Yin 2018), `x^{k+1} = T_theta( x^k + W^T (y - A x^k) + p ) + r`.
///
/// The perturbations p and r stand for everything a realisation adds in front of and behind the shrinkage
/// (quantisation, another activation, attention that gathers approximately); ordinary use passes zeros.
///
/// **Shapes** A and W are m x n, y has m entries, x, p and r have n. **Cost** 4 m n flops a step, in a batch
/// also for each of its iterates. **Error** in doubles the part before the threshold is off by at most
/// `ListaCpBound#roundoff`; the threshold itself adds none.
public final class ListaCp {

    private final int rows;
    private final int atoms;
    private final double[] dictionary;
    private final double[] weights;

    /// @throws IllegalArgumentException if W has not the shape of A
    public ListaCp(Matrix dictionary, Matrix weights) {
        if (dictionary.rows() != weights.rows() || dictionary.columns() != weights.columns()) {
            throw new IllegalArgumentException(
                    "dictionary is " + dictionary.rows() + " x " + dictionary.columns()
                            + " but weights are " + weights.rows() + " x " + weights.columns());
        }
        this.rows = dictionary.rows();
        this.atoms = dictionary.columns();
        this.dictionary = dictionary.toColumnMajor();
        this.weights = weights.toColumnMajor();
    }

    /// As many steps from 0 as there are thresholds, without perturbations.
    ///
    /// @throws IllegalArgumentException if the signal has not one entry a row
    public double[] run(double[] signal, double[] thresholds) {
        return runs(List.of(signal), List.of(thresholds)).get(0);
    }

    /// Many runs from 0 at once, without perturbations: run r takes as many steps on its signal as it has
    /// thresholds.
    ///
    /// Runs on one signal whose thresholds continue each other are one run, looked at in passing; else all
    /// take their steps as a batch.
    ///
    /// @param thresholds no run has fewer than the one before
    /// @throws IllegalArgumentException if there are not as many signals as runs, a run has fewer steps than
    ///     the one before, or a signal has not one entry a row
    public List<double[]> runs(List<double[]> signals, List<double[]> thresholds) {
        int count = thresholds.size();
        if (signals.size() != count) {
            throw new IllegalArgumentException(
                    signals.size() + " signals but thresholds for " + count + " runs");
        }
        boolean continued = true;
        for (int r = 0; r < count; r++) {
            if (signals.get(r).length != rows) {
                throw new IllegalArgumentException("dictionary has " + rows + " rows but signal has "
                        + signals.get(r).length + " entries");
            }
            if (r > 0) {
                double[] before = thresholds.get(r - 1);
                double[] now = thresholds.get(r);
                if (now.length < before.length) {
                    throw new IllegalArgumentException(
                            "run " + r + " has " + now.length + " steps but the one before has "
                                    + before.length);
                }
                continued &= Arrays.equals(signals.get(r), signals.get(r - 1))
                        && Arrays.equals(now, 0, before.length, before, 0, before.length);
            }
        }
        return count == 0
                ? List.of()
                : continued ? inPassing(signals.get(0), thresholds) : batch(signals, thresholds);
    }

    private List<double[]> inPassing(double[] signal, List<double[]> thresholds) {
        List<double[]> ends = new ArrayList<>();
        double[] x = new double[atoms];
        int k = 0;
        for (double[] run : thresholds) {
            while (k < run.length) {
                x = step(x, signal, run[k++]);
            }
            ends.add(x.clone());
        }
        return ends;
    }

    /// A run leaves the batch after its last step, or earlier where it stands still and its thresholds do:
    /// every later step would return what it was given.
    private List<double[]> batch(List<double[]> signals, List<double[]> thresholds) {
        double[][] ends = new double[signals.size()][atoms];
        int[] steady = thresholds.stream().mapToInt(ListaCp::steadyFrom).toArray();
        int[] running = IntStream.range(0, ends.length).filter(r -> thresholds.get(r).length > 0).toArray();
        double[] x = new double[atoms * running.length];
        double[] y = IntStream.of(running).mapToObj(signals::get).flatMapToDouble(Arrays::stream).toArray();
        for (int k = 0; running.length > 0; k++) {
            double[] now = new double[running.length];
            for (int p = 0; p < now.length; p++) {
                now[p] = thresholds.get(running[p])[k];
            }
            double[] next = steps(x, y, now);
            int left = 0;
            for (int p = 0; p < running.length; p++) {
                int run = running[p];
                int from = p * atoms;
                boolean stands = k >= steady[run]
                        && Arrays.equals(x, from, from + atoms, next, from, from + atoms);
                if (stands || k + 1 == thresholds.get(run).length) {
                    System.arraycopy(next, from, ends[run], 0, atoms);
                } else {
                    System.arraycopy(next, from, next, left * atoms, atoms);
                    System.arraycopy(y, p * rows, y, left * rows, rows);
                    running[left++] = run;
                }
            }
            if (left < running.length) {
                running = Arrays.copyOf(running, left);
                y = Arrays.copyOf(y, left * rows);
                next = Arrays.copyOf(next, left * atoms);
            }
            x = next;
        }
        return List.of(ends);
    }

    /// The first step from which on all thresholds are the same.
    private static int steadyFrom(double[] thresholds) {
        int k = Math.max(0, thresholds.length - 1);
        while (k > 0 && thresholds[k - 1] == thresholds[k]) {
            k--;
        }
        return k;
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
            throw new IllegalArgumentException(
                    "dictionary has " + rows + " rows but signal has " + signal.length + " entries");
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
    /// **Error** every entry sums the terms of a single [#step] in an order that may differ, and is
    /// thresholded as there; `ListaCpBound#roundoff` holds for any order, hence for each iterate here as for
    /// a single one. Zeros may differ in sign.
    ///
    /// @param x the iterates, n x count, column-major
    /// @param signals Y, m x count, column-major
    /// @param thresholds one for each iterate; so many make the batch
    /// @return the next iterates, n x count, column-major
    /// @throws IllegalArgumentException if iterates or signals are not as many as the thresholds, or a
    ///     threshold is negative or NaN
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
                    what + " have " + length + " entries but " + count + " thresholds need " + count
                            + " times " + each);
        }
    }
}
