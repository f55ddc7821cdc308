package org.deepsparse.properties.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.kernel.KernelSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws bite: each wrong set breaks the laws it should, no other one, and the message says what is wrong.
class WrongKernelsTest {

    private static final int LANES = 4;

    /// @param laws what it breaks: name of the law, and a part of the message
    record Fault(KernelSet kernels, Map<String, String> laws) {

        @Override
        public String toString() {
            return kernels.name();
        }
    }

    static Fault[] faults() {
        return new Fault[] {
            new Fault(
                    new WrongKernels.DroppedTail(),
                    Map.of(
                            "dot", "dot of 5 entries at offsets 0 and 0 gave",
                            "dot: special values", "from entry 3 on of 5 gave Infinity but must give NaN")),
            new Fault(
                    new WrongKernels.OffByOneOffset(),
                    Map.of(
                            "gemvTransposed",
                            "gemvTransposed of 1 x 1 at offsets 1, 3 and 3, entry 0 gave NaN but the exact",
                            "gemvTransposed: special values",
                            "ones but -Infinity at (0, 0), entry 0 gave NaN but must")),
            new Fault(
                    new WrongKernels.SharedOffset(),
                    Map.of(
                            "dot",
                            "dot of 1 entries at offsets 1 and 3 gave NaN but the exact result is about",
                            "dot: special values", "at entry 0 of 1 gave NaN but must give -Infinity")),
            new Fault(
                    new WrongKernels.DroppedSign(),
                    Map.of(
                            "softThreshold", "gave 0.0 but must give -0.0",
                            "softThreshold: special values",
                            "of -Infinity by 1.0 at entry 0 of 1, seen at entry 0 gave Infinity")),
            new Fault(
                    new WrongKernels.DroppedSignOfZero(),
                    Map.of(
                            "softThreshold", "gave 0.0 but must give -0.0",
                            "softThreshold: special values",
                            "of -5.0 by Infinity at entry 0 of 1, seen at entry 0 gave 0.0")),
            new Fault(
                    new WrongKernels.HardThreshold(),
                    Map.of(
                            "softThreshold",
                            "entry 0 = -0.7246221779742891 gave -0.7246221779742891 but must give -0.2246",
                            "softThreshold: special values",
                            "of Infinity by Infinity at entry 0 of 1, seen at entry 0 gave 0.0")),
            new Fault(
                    new WrongKernels.OverrunningStore(),
                    Map.of(
                            "softThreshold",
                            "softThreshold of 1 entries at offsets 1 and 3 changed entry 4 of the array, "
                                    + "outside of its slice")),
            new Fault(
                    new WrongKernels.FloatAccumulation(),
                    Map.of(
                            "dot",
                            "dot of 1 entries at offsets 0 and 0 gave -2.164299249649048 but the exact "
                                    + "result is about")),
            new Fault(
                    new WrongKernels.FourPartialSums(),
                    Map.of("dot", ", the sum in the order of the contract")),
            new Fault(
                    new WrongKernels.NeighboursFirst(),
                    Map.of("norm1", ", the sum in the order of the contract")),
            new Fault(
                    new WrongKernels.Unfused(),
                    Map.of("axpy", ", the sum in the order of the contract")),
            new Fault(
                    new WrongKernels.LastColumnFirst(),
                    Map.of("gemv", ", the sum in the order of the contract")),
            new Fault(
                    new WrongKernels.BatchInAnotherOrder(),
                    Map.of("gemmTransposed", ", the sum in the order of the contract")),
            new Fault(
                    new WrongKernels.DividedNorm(),
                    Map.of("norm2", ", the sum in the order of the contract")),
            new Fault(
                    new WrongKernels.JustOutside(),
                    Map.of(
                            "dot", "but the exact result is about -2.1642993490430578 and an error of 2.40",
                            "dot: special values", "gave NaN but must give -Infinity")),
            new Fault(
                    new WrongKernels.SkippedZeroFactor(),
                    Map.of(
                            "axpy",
                            "with factor -0.0, entry 0 gave -0.0 but must give 0.0, the sum in the order of "
                                    + "the contract",
                            "axpy: special values",
                            "axpy of factor 0.0, x NaN and y 1.0 at entry 0 of 1, seen at entry 0 gave 1.0")),
            new Fault(
                    new WrongKernels.ScaleOnly(),
                    Map.of(
                            "axpy",
                            "axpy of 1 entries at offsets 0 and 0 with factor -2.5, entry 0 gave 1.8115",
                            "axpy: special values",
                            "and y Infinity at entry 0 of 1, seen at entry 0 gave -Infinity")),
            new Fault(
                    new WrongKernels.StaleOutput(),
                    Map.of(
                            "gemv", "gemv of 1 x 0 at offsets 0, 0 and 0, entry 0 gave 98765.4321 but",
                            "gemv: special values", "entry 1 gave 98766.4321 but must give 1.0")),
            new Fault(
                    new WrongKernels.SwappedRowsAndColumns(),
                    Map.of(
                            "gemv",
                            "gemv of 1 x 1 at offsets 0, 0 and 0, entry 0 gave 0.0 but must give -0.0",
                            "gemv: special values",
                            "gemv of 2 x 4 ones but NaN at (1, 0), entry 0 gave NaN but must give 4.0")),
            new Fault(
                    new WrongKernels.OffByOneBatchStride(),
                    Map.of(
                            "gemm",
                            "gemm of 1 x 1 with 4 columns at offsets 1, 3 and 3, entry 0 of column 2 gave "
                                    + "NaN",
                            "gemm: special values",
                            "gemm of 1 x 1 ones with 3 columns of ones but NaN at (0, 0) of X, entry 0 of "
                                    + "column 2 gave NaN but must give 1.0")),
            new Fault(
                    new WrongKernels.SwappedBatchStrides(),
                    Map.of(
                            "gemmTransposed",
                            "gemmTransposed of 0 x 1 with 2 columns at offsets 0, 0 and 0, entry 0 of "
                                    + "column 1 gave 98765.4321 but",
                            "gemmTransposed: special values",
                            "gemmTransposed(double[6], 1, 1, 4, double[9], 3, 3, double[14], 1) threw "
                                    + "java.lang.ArrayIndexOutOfBounds")),
            new Fault(
                    new WrongKernels.TransposedBatch(),
                    Map.of(
                            "gemmTransposed",
                            "gemmTransposed of 1 x 3 with 2 columns at offsets 0, 0 and 0, entry 1 of "
                                    + "column 0 gave 0.0 but",
                            "gemmTransposed: special values",
                            "gemmTransposed of 1 x 4 ones with 3 columns of ones but NaN at (0, 0) of A, "
                                    + "entry 1 of column 0 gave NaN")),
            new Fault(
                    new WrongKernels.DroppedBatchTail(),
                    Map.of(
                            "gemm",
                            "gemm of 1 x 0 with 4 columns at offsets 0, 0 and 0, entry 0 of column 3 gave "
                                    + "98765.4321 but",
                            "gemm: special values",
                            "gemm of 1 x 1 ones with 4 columns of ones but NaN at (0, 0) of A, entry 0 of "
                                    + "column 3 gave 98765.4321")),
            new Fault(
                    new WrongKernels.OverrunningBatch(),
                    Map.of(
                            "gemm",
                            "gemm of 1 x 0 with 5 columns at offsets 1, 3 and 3 changed entry 8 of the "
                                    + "array, outside of its slice")),
            new Fault(
                    new WrongKernels.SumWithoutMagnitudes(),
                    Map.of(
                            "norm1", "norm1 of 1 entries at offset 0 gave -0.86",
                            "norms: special values",
                            "norm1 with -Infinity at entry 0 of 1 and 1.0 after it gave -Infinity")),
            new Fault(
                    new WrongKernels.UnscaledNorm(),
                    Map.of(
                            "norm2",
                            "norm2 of 1 entries at offset 0 gave 0.0 but the exact result is about 7.05",
                            "norm2: no spurious overflow or underflow", "gave 0.0 but must give 4.9E-324")),
            new Fault(
                    new WrongKernels.SwallowedNaN(),
                    Map.of(
                            "normInf", "gave 0.0 but must give NaN",
                            "norms: special values",
                            "normInf with NaN at entry 0 of 1 and 1.0 after it gave 0.0 but must give NaN")),
        };
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isRejected(Fault fault) {
        Map<String, String> broken = brokenLaws(fault.kernels);
        assertEquals(fault.laws.keySet(), broken.keySet());
        fault.laws.forEach((law, message) -> {
            String failure = broken.getOrDefault(law, "");
            assertTrue(failure.contains(message), law + ": " + failure + ", expected: " + message);
            String replay = "replay on " + fault + ": new KernelLaws(kernels, " + LANES + ").check(\"" + law
                    + "\")";
            assertTrue(failure.endsWith(System.lineSeparator() + replay), failure);
            KernelLaws laws = new KernelLaws(fault.kernels, LANES);
            assertEquals(failure, assertThrows(AssertionError.class, () -> laws.check(law)).getMessage());
        });
    }

    @Test
    void theRightKernelsUnderneathBreakNoLaw() {
        assertEquals(Map.of(), brokenLaws(new WrongKernels()));
    }

    /// Run as the tests of a class that extends the contract.
    private static Map<String, String> brokenLaws(KernelSet kernels) {
        Map<String, String> broken = new LinkedHashMap<>();
        new GivenKernels(kernels, LANES).obeysEveryLaw().forEach(test -> {
            Throwable failure = failure(test);
            if (failure != null) {
                broken.put(test.getDisplayName(), String.valueOf(failure.getMessage()));
            }
        });
        return broken;
    }

    private static @Nullable Throwable failure(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }
}
