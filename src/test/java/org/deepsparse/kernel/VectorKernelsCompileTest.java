package org.deepsparse.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deepsparse.ChildJvm;
import org.junit.jupiter.api.Test;

/// No kernel is too large for the JIT. One that the first compiler gives up on stays interpreted for as long
/// as the second one is busy, sometimes for good, and then every vector is boxed: a fiftieth of the speed, in
/// one run of twenty. Looked up in what the compiler reports, not timed.
class VectorKernelsCompileTest {

    @Test
    void everyKernelIsCompiled() {
        List<String> report = compilations();
        for (String kernel : List.of("addFourColumns", "addRest", "partOfDot", "partOfFourDots",
                "partOfTwelveDots", "finished", "axpy",
                "softThreshold", "norm1", "normInf")) {
            assertTrue(report.stream().anyMatch(line -> line.contains("::" + kernel + " ")),
                    kernel + " was not compiled: " + report);
        }
        assertEquals(List.of(), report.stream().filter(line -> line.contains("COMPILE SKIPPED")).toList());
    }

    /// Calls every kernel until it is compiled, with a tail.
    static final class Caller {

        private Caller() {}

        public static void main(String[] arguments) {
            KernelSet kernels = new VectorKernels();
            int rows = 2 * VectorKernels.lanes() + 1;
            double[] a = new double[4 * rows];
            double[] x = new double[4 * rows];
            double[] y = new double[4 * rows];
            for (int k = 0; k < 5000; k++) {
                kernels.gemm(a, 0, rows, 4, x, 0, 3, y, 0);
                kernels.gemmTransposed(a, 0, rows, 4, x, 0, 3, y, 0);
                kernels.gemv(a, 0, rows, 4, x, 0, y, 0);
                kernels.gemvTransposed(a, 0, rows, 4, x, 0, y, 0);
                kernels.dot(a, 0, x, 0, rows);
                kernels.axpy(1, x, 0, y, 0, rows);
                kernels.softThreshold(x, 0, 1, y, 0, rows);
                kernels.norm1(x, 0, rows);
                kernels.norm2(x, 0, rows);
                kernels.normInf(x, 0, rows);
            }
        }
    }

    /// The first compiler only, which is the one that gives up, and the program waits for it: the same in
    /// every run.
    private static List<String> compilations() {
        ChildJvm.Result result = ChildJvm.run(
                Caller.class,
                List.of("--add-modules=jdk.incubator.vector", "-Xbatch", "-XX:TieredStopAtLevel=3",
                        "-XX:+PrintCompilation"));
        assertEquals(0, result.exit(), result.out().toString());
        return result.out().stream().filter(line -> line.contains("org.deepsparse.kernel.Vector")).toList();
    }
}
