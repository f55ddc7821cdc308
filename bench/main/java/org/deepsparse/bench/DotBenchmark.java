package org.deepsparse.bench;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Inner products of one vector with each column of a matrix, one call of `dot` a column. One column: lengths
/// 64 to 1024 lie in L1, 65536 in L2; 256 x 256 is the batch, 512 KB in L2.
public class DotBenchmark extends TwinBenchmark {

    @Param({"64x1", "256x1", "1024x1", "65536x1", "256x256"})
    public String dimensions = "";

    private KernelSet set = new ScalarKernels();
    private int rows;
    private int columns;
    private double[] a = {};
    private double[] x = {};

    @Setup
    public void draw() {
        set = set();
        rows = sizes(dimensions)[0];
        columns = sizes(dimensions)[1];
        a = draw(rows * columns);
        x = draw(rows);
    }

    @Benchmark
    public double dot() {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += set.dot(a, j * rows, x, 0, rows);
        }
        return sum;
    }
}
