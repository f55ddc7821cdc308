package org.deepsparse.bench;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// `A^T x`, the inner step of all coherence work. Every A lies in L2 (128 KB to 1 MB); 250 rows leave a tail,
/// 256 x 256 compares with the batch of [DotBenchmark].
public class GemvTransposedBenchmark extends TwinBenchmark {

    @Param({"64x256", "256x256", "256x512", "250x512", "1024x128"})
    public String dimensions = "";

    private KernelSet set = new ScalarKernels();
    private int rows;
    private int columns;
    private double[] a = {};
    private double[] x = {};
    private double[] y = {};

    @Setup
    public void draw() {
        set = set();
        rows = sizes(dimensions)[0];
        columns = sizes(dimensions)[1];
        a = draw(rows * columns);
        x = draw(rows);
        y = new double[columns];
    }

    @Benchmark
    public double[] gemvTransposed() {
        set.gemvTransposed(a, 0, rows, columns, x, 0, y, 0);
        return y;
    }
}
