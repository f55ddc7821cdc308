package org.deepsparse.properties.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The twins agree with each other, at every width that the machine has: within the sum of their bounds where they round,
/// as doubles where the contract leaves no choice, bit for bit on integers, whose sums are exact in any order.
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
    void dotsAgree() {
        operands.pairs((a, b) -> agree(
                scalar.dot(a.array(), a.offset(), b.array(), b.offset(), a.length()),
                vector.dot(a.array(), a.offset(), b.array(), b.offset(), a.length()),
                ErrorBound.dot(a.array(), a.offset(), b.array(), b.offset(), a.length())));
    }

    @Test
    void axpysAgree() {
        operands.pairs((x, start) -> {
            Slice left = start.copyToWrite();
            Slice right = start.copyToWrite();
            scalar.axpy(-2.5, x.array(), x.offset(), left.array(), left.offset(), x.length());
            vector.axpy(-2.5, x.array(), x.offset(), right.array(), right.offset(), x.length());
            for (int k = 0; k < x.length(); k++) {
                agree(left.get(k), right.get(k), ErrorBound.axpy(-2.5, x.get(k), start.get(k)));
            }
        });
    }

    @Test
    void matrixProductsAgree() {
        operands.matrices((a, rows, columns, right, left) -> {
            double[] y = new double[rows];
            double[] z = new double[rows];
            double[] bound = new double[rows];
            scalar.gemv(a.array(), a.offset(), rows, columns, right.array(), right.offset(), y, 0);
            vector.gemv(a.array(), a.offset(), rows, columns, right.array(), right.offset(), z, 0);
            ErrorBound.gemv(a.array(), a.offset(), rows, columns, right.array(), right.offset(), bound, 0);
            for (int i = 0; i < rows; i++) {
                agree(y[i], z[i], bound[i]);
            }
        });
    }

    @Test
    void transposedMatrixProductsAgree() {
        operands.matrices((a, rows, columns, right, left) -> {
            double[] y = new double[columns];
            double[] z = new double[columns];
            double[] bound = new double[columns];
            scalar.gemvTransposed(a.array(), a.offset(), rows, columns, left.array(), left.offset(), y, 0);
            vector.gemvTransposed(a.array(), a.offset(), rows, columns, left.array(), left.offset(), z, 0);
            ErrorBound.gemvTransposed(a.array(), a.offset(), rows, columns, left.array(), left.offset(), bound, 0);
            for (int j = 0; j < columns; j++) {
                agree(y[j], z[j], bound[j]);
            }
        });
    }

    @Test
    void batchProductsAgree() {
        operands.batches((a, rows, columns, count, right, left) -> {
            double[] y = new double[rows * count];
            double[] z = new double[rows * count];
            double[] bound = new double[rows * count];
            scalar.gemm(a.array(), a.offset(), rows, columns, right.array(), right.offset(), count, y, 0);
            vector.gemm(a.array(), a.offset(), rows, columns, right.array(), right.offset(), count, z, 0);
            ErrorBound.gemm(a.array(), a.offset(), rows, columns, right.array(), right.offset(), count, bound, 0);
            for (int p = 0; p < y.length; p++) {
                agree(y[p], z[p], bound[p]);
            }
        });
    }

    @Test
    void transposedBatchProductsAgree() {
        operands.batches((a, rows, columns, count, right, left) -> {
            double[] y = new double[columns * count];
            double[] z = new double[columns * count];
            double[] bound = new double[columns * count];
            scalar.gemmTransposed(a.array(), a.offset(), rows, columns, left.array(), left.offset(), count, y, 0);
            vector.gemmTransposed(a.array(), a.offset(), rows, columns, left.array(), left.offset(), count, z, 0);
            ErrorBound.gemmTransposed(a.array(), a.offset(), rows, columns, left.array(), left.offset(), count, bound, 0);
            for (int p = 0; p < y.length; p++) {
                agree(y[p], z[p], bound[p]);
            }
        });
    }

    @Test
    void softThresholdsAreTheSameDoubles() {
        operands.pairs((x, y) -> {
            double theta = x.length() == 0 ? 1 : Math.abs(x.get(0)) / 2;
            double[] left = new double[x.length()];
            double[] right = new double[x.length()];
            scalar.softThreshold(x.array(), x.offset(), theta, left, 0, x.length());
            vector.softThreshold(x.array(), x.offset(), theta, right, 0, x.length());
            for (int k = 0; k < x.length(); k++) {
                assertEquals(left[k], right[k]);
            }
        });
    }

    @Test
    void normsAgree() {
        operands.pairs((x, y) -> {
            agree(
                    scalar.norm1(x.array(), x.offset(), x.length()),
                    vector.norm1(x.array(), x.offset(), x.length()),
                    ErrorBound.norm1(x.array(), x.offset(), x.length()));
            agree(
                    scalar.norm2(x.array(), x.offset(), x.length()),
                    vector.norm2(x.array(), x.offset(), x.length()),
                    ErrorBound.norm2(x.array(), x.offset(), x.length()));
            assertEquals(
                    scalar.normInf(x.array(), x.offset(), x.length()),
                    vector.normInf(x.array(), x.offset(), x.length()));
        });
    }

    @Test
    void sumsOfIntegersAreExact() {
        SplittableRandom random = new SplittableRandom(5);
        for (int length : operands.lengths()) {
            Slice a = Slice.of(Numbers.INTEGERS.draw(random, length), 1, Slice.POISON);
            Slice b = Slice.of(Numbers.INTEGERS.draw(random, length), 3, Slice.POISON);
            double exact = ExactResult.dot(a, b).nearest();
            assertEquals(exact, scalar.dot(a.array(), 1, b.array(), 3, length));
            assertEquals(exact, vector.dot(a.array(), 1, b.array(), 3, length));
        }
    }

    @Test
    void batchesOfIntegersAreExact() {
        SplittableRandom random = new SplittableRandom(7);
        for (int rows : operands.lengths()) {
            Slice a = Slice.of(Numbers.INTEGERS.draw(random, rows * 7), 1, Slice.POISON);
            Slice right = Slice.of(Numbers.INTEGERS.draw(random, 7 * 5), 3, Slice.POISON);
            Slice left = Slice.of(Numbers.INTEGERS.draw(random, rows * 5), 3, Slice.POISON);
            double[] product = new double[rows * 5];
            vector.gemm(a.array(), 1, rows, 7, right.array(), 3, 5, product, 0);
            for (int p = 0; p < product.length; p++) {
                assertEquals(ExactResult.gemv(a, rows, right.column(p / rows, 7), p % rows).nearest(), product[p]);
            }
            double[] transposed = new double[7 * 5];
            vector.gemmTransposed(a.array(), 1, rows, 7, left.array(), 3, 5, transposed, 0);
            for (int p = 0; p < transposed.length; p++) {
                assertEquals(ExactResult.gemvTransposed(a, left.column(p / 7, rows), p % 7).nearest(), transposed[p]);
            }
        }
    }

    /// Rounding the difference cannot carry it past 2 bound, which is a double.
    private static void agree(double left, double right, double bound) {
        assertTrue(
                bound == Double.POSITIVE_INFINITY || Math.abs(left - right) <= 2 * bound,
                () -> "scalar gives " + left + " but vector gives " + right + ", allowed difference 2 x " + bound);
    }
}
