package org.deepsparse.bench;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.kernel.KernelSelection;
import org.deepsparse.linalg.Matrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/// The exact mutual coherence of a random dictionary: the floating-point scan over all pairs on the kernels,
/// then exact work on the few that rounding leaves in question.
public class CoherenceBenchmark extends TwinBenchmark {

    @Param({"64x256", "256x1024"})
    public String dimensions = "";

    private Dictionary dictionary = Dictionary.of(Matrix.ofRows(new double[] {1}));

    @Setup
    public void draw() {
        KernelSelection.force(kernels);
        int[] sizes = sizes(dimensions);
        dictionary = Dictionary.of(Matrix.ofColumnMajor(sizes[0], sizes[1], draw(sizes[0] * sizes[1])));
    }

    @Benchmark
    public MutualCoherence coherence() {
        return MutualCoherence.of(dictionary);
    }
}
