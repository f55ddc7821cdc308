package org.deepsparse.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.deepsparse.kernel.VectorKernels;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A benchmark of both kernel sets, and what all of them share: one fork of half a minute at most, random
/// operands from a fixed seed. The warm-up is long because vectors are boxed until the JIT has compiled the
/// kernel, a thousand times slower, and a busy machine compiles late.
///
/// JMH varies the last parameter (in the order of names) first. A subclass that names its parameter
/// `dimensions` thus runs the twins one right after the other, which is what a ratio needs on a machine with
/// neighbours.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 6, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public abstract class TwinBenchmark {

    @Param({"scalar", "vector"})
    public String kernels = "";

    private final SplittableRandom random = new SplittableRandom(1);

    final KernelSet set() {
        return switch (kernels) {
            case "scalar" -> new ScalarKernels();
            case "vector" -> new VectorKernels();
            default -> throw new IllegalArgumentException(
                    "kernels must be scalar or vector but are '" + kernels + "'");
        };
    }

    final double[] draw(int length) {
        return random.doubles(length, -1, 1).toArray();
    }

    /// The sizes of the text `rows x columns`, or of one with more factors.
    static int[] sizes(String dimensions) {
        return Arrays.stream(dimensions.split("x")).mapToInt(Integer::parseInt).toArray();
    }
}
