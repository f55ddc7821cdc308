package org.deepsparse.properties.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The twins are equal bit for bit, at every width that the machine has and on all kinds of numbers, NaN and
/// infinities among them.
@ParameterizedClass
@MethodSource("org.deepsparse.properties.kernel.ForcedWidth#all")
class KernelTwinsTest {

    private final KernelSet scalar = new ScalarKernels();
    private final KernelSet vector;
    private final Operands operands;

    KernelTwinsTest(ForcedWidth width) {
        vector = width.kernels();
        operands = new Operands(width.lanes());
    }

    @Test
    void dots() {
        operands.pairs((a, b) -> assertEquals(
                scalar.dot(a.array(), a.offset(), b.array(), b.offset(), a.length()),
                vector.dot(a.array(), a.offset(), b.array(), b.offset(), a.length())));
    }

    @Test
    void axpys() {
        operands.pairs((x, start) -> {
            Slice left = start.copyToWrite();
            Slice right = start.copyToWrite();
            scalar.axpy(-2.5, x.array(), x.offset(), left.array(), left.offset(), x.length());
            vector.axpy(-2.5, x.array(), x.offset(), right.array(), right.offset(), x.length());
            assertArrayEquals(left.array(), right.array());
        });
    }

    @Test
    void matrixProducts() {
        operands.matrices((a, rows, columns, x, left) -> {
            double[] y = new double[rows];
            double[] z = new double[rows];
            scalar.gemv(a.array(), a.offset(), rows, columns, x.array(), x.offset(), y, 0);
            vector.gemv(a.array(), a.offset(), rows, columns, x.array(), x.offset(), z, 0);
            assertArrayEquals(y, z);
        });
    }

    @Test
    void transposedMatrixProducts() {
        operands.matrices((a, rows, columns, right, x) -> {
            double[] y = new double[columns];
            double[] z = new double[columns];
            scalar.gemvTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), y, 0);
            vector.gemvTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), z, 0);
            assertArrayEquals(y, z);
        });
    }

    @Test
    void batchProducts() {
        operands.batches((a, rows, columns, count, x, left) -> {
            double[] y = new double[rows * count];
            double[] z = new double[rows * count];
            scalar.gemm(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, y, 0);
            vector.gemm(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, z, 0);
            assertArrayEquals(y, z);
        });
    }

    @Test
    void transposedBatchProducts() {
        operands.batches((a, rows, columns, count, right, x) -> {
            double[] y = new double[columns * count];
            double[] z = new double[columns * count];
            scalar.gemmTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, y, 0);
            vector.gemmTransposed(a.array(), a.offset(), rows, columns, x.array(), x.offset(), count, z, 0);
            assertArrayEquals(y, z);
        });
    }

    @Test
    void softThresholds() {
        operands.pairs((x, other) -> {
            double theta = x.length() == 0 || Double.isNaN(x.get(0)) ? 1 : Math.abs(x.get(0)) / 2;
            double[] left = new double[x.length()];
            double[] right = new double[x.length()];
            scalar.softThreshold(x.array(), x.offset(), theta, left, 0, x.length());
            vector.softThreshold(x.array(), x.offset(), theta, right, 0, x.length());
            assertArrayEquals(left, right);
        });
    }

    @Test
    void norms() {
        operands.pairs((x, other) -> {
            int from = x.offset();
            assertEquals(scalar.norm1(x.array(), from, x.length()),
                    vector.norm1(x.array(), from, x.length()));
            assertEquals(scalar.norm2(x.array(), from, x.length()),
                    vector.norm2(x.array(), from, x.length()));
            assertEquals(scalar.normInf(x.array(), from, x.length()),
                    vector.normInf(x.array(), from, x.length()));
        });
    }

    /// A batch gives bit for bit what its columns give one at a time, in every place of a block and behind
    /// the last one.
    @Test
    void batchesAreTheirColumns() {
        operands.batches((a, rows, columns, count, right, left) -> {
            double[] product = new double[rows * count];
            double[] transposed = new double[columns * count];
            vector.gemm(a.array(), a.offset(), rows, columns, right.array(), right.offset(), count, product,
                    0);
            vector.gemmTransposed(a.array(), a.offset(), rows, columns, left.array(), left.offset(), count,
                    transposed, 0);
            double[] products = new double[rows * count];
            double[] transposeds = new double[columns * count];
            for (int k = 0; k < count; k++) {
                int at = right.offset() + k * columns;
                vector.gemv(a.array(), a.offset(), rows, columns, right.array(), at, products, k * rows);
                at = left.offset() + k * rows;
                vector.gemvTransposed(a.array(), a.offset(), rows, columns, left.array(), at, transposeds,
                        k * columns);
            }
            assertArrayEquals(products, product);
            assertArrayEquals(transposeds, transposed);
        });
    }
}
