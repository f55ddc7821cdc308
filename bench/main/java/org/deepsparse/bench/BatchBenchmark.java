package org.deepsparse.bench;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Matrix times batch, rows x columns x count: the two products of a step of LISTA-CP from many iterates. 31
/// x 32 with 60 columns lies in L1 and L2, 256 x 1024 with 64 in L2 and what is behind it (2 MB and 0.6 MB).
public class BatchBenchmark extends TwinBenchmark {

    @Param({"31x32x60", "256x1024x64"})
    public String dimensions = "";

    private KernelSet set = new ScalarKernels();
    private int rows;
    private int columns;
    private int count;
    private double[] a = {};
    private double[] right = {};
    private double[] left = {};
    private double[] product = {};
    private double[] transposed = {};

    @Setup
    public void draw() {
        set = set();
        rows = sizes(dimensions)[0];
        columns = sizes(dimensions)[1];
        count = sizes(dimensions)[2];
        a = draw(rows * columns);
        right = draw(columns * count);
        left = draw(rows * count);
        product = new double[rows * count];
        transposed = new double[columns * count];
    }

    @Benchmark
    public double[] gemm() {
        set.gemm(a, 0, rows, columns, right, 0, count, product, 0);
        return product;
    }

    @Benchmark
    public double[] gemmTransposed() {
        set.gemmTransposed(a, 0, rows, columns, left, 0, count, transposed, 0);
        return transposed;
    }
}
