package org.deepsparse.bench;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// Soft thresholding of half of the entries, out of place, in L1 and in L2.
public class SoftThresholdBenchmark extends TwinBenchmark {

    @Param({"1024x1", "65536x1"})
    public String dimensions = "";

    private KernelSet set = new ScalarKernels();
    private double[] x = {};
    private double[] out = {};

    @Setup
    public void draw() {
        set = set();
        x = draw(sizes(dimensions)[0]);
        out = new double[x.length];
    }

    @Benchmark
    public double[] softThreshold() {
        set.softThreshold(x, 0, 0.5, out, 0, x.length);
        return out;
    }
}
