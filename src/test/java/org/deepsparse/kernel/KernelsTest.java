package org.deepsparse.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// The face refuses what the kernels may rely on, with both numbers, and passes the rest on.
class KernelsTest {

    private final double[] six = {1, 2, 3, 4, 5, 6};
    private final double[] three = {1, 2, 3};

    @Test
    void passesValidArgumentsOn() {
        assertEquals(2 * 4 + 3 * 5, Kernels.dot(six, 1, six, 3, 2));
        assertEquals(6, Kernels.norm1(three, 0, 3));
        assertEquals(5, Kernels.norm2(new double[] {3, -4}, 0, 2));
        assertEquals(4, Kernels.normInf(new double[] {3, -4}, 0, 2));
        double[] y = {10, 20};
        Kernels.axpy(2, six, 4, y, 0, 2);
        assertArrayEquals(new double[] {20, 32}, y);
        Kernels.gemv(six, 0, 2, 3, three, 0, y, 0);
        assertArrayEquals(new double[] {22, 28}, y);
        double[] z = new double[3];
        Kernels.gemvTransposed(six, 0, 2, 3, new double[] {1, -1}, 0, z, 0);
        assertArrayEquals(new double[] {-1, -1, -1}, z);
        double[] batch = new double[4];
        Kernels.gemm(six, 0, 2, 3, new double[] {1, 2, 3, 0, 1, 0}, 0, 2, batch, 0);
        assertArrayEquals(new double[] {22, 28, 3, 4}, batch);
        Kernels.gemmTransposed(six, 0, 3, 2, new double[] {1, 0, 0, 0, 0, 1}, 0, 2, batch, 0);
        assertArrayEquals(new double[] {1, 4, 3, 6}, batch);
        Kernels.softThreshold(new double[] {-3, 0.5, 2}, 0, 1, z, 0, 3);
        assertArrayEquals(new double[] {-2, 0, 1}, z);
    }

    @Test
    void refusesSlicesOutsideOfTheirArray() {
        refuses("dot needs 5 entries from offset 2 but the array has 6",
                () -> Kernels.dot(six, 2, six, 0, 5));
        refuses("dot needs 5 entries from offset 0 but the array has 3",
                () -> Kernels.dot(six, 0, three, 0, 5));
        refuses("dot needs 1 entries from offset -1 but the array has 6",
                () -> Kernels.dot(six, -1, six, 0, 1));
        refuses("dot needs -1 entries from offset 0 but the array has 6",
                () -> Kernels.dot(six, 0, six, 0, -1));
        refuses(
                "dot needs 2147483647 entries from offset 2147483647 but the array has 6",
                () -> Kernels.dot(six, Integer.MAX_VALUE, six, 0, Integer.MAX_VALUE));
        refuses("axpy needs 4 entries from offset 0 but the array has 3",
                () -> Kernels.axpy(1, six, 0, three, 0, 4));
        refuses(
                "gemv needs 3 entries from offset 1 but the array has 3",
                () -> Kernels.gemv(six, 0, 2, 3, three, 1, six, 0));
        refuses(
                "gemvTransposed needs 8 entries from offset 0 but the array has 6",
                () -> Kernels.gemvTransposed(six, 0, 2, 4, three, 0, three, 0));
        refuses(
                "gemvTransposed needs 4611686014132420609 entries from offset 0 but the array has 6",
                () -> Kernels.gemvTransposed(six, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, three, 0, three,
                        0));
        refuses(
                "gemm needs 6 entries from offset 0 but the array has 3",
                () -> Kernels.gemm(six, 0, 2, 3, three, 0, 2, new double[4], 0));
        refuses(
                "gemm needs 4 entries from offset 1 but the array has 3",
                () -> Kernels.gemm(six, 0, 2, 3, six, 0, 2, three, 1));
        refuses(
                "gemmTransposed needs 4 entries from offset 0 but the array has 3",
                () -> Kernels.gemmTransposed(six, 0, 2, 3, three, 0, 2, six, 0));
        refuses(
                "gemmTransposed needs 6 entries from offset 0 but the array has 3",
                () -> Kernels.gemmTransposed(six, 0, 2, 3, six, 0, 2, three, 0));
        refuses("norm1 needs 4 entries from offset 0 but the array has 3", () -> Kernels.norm1(three, 0, 4));
        refuses("norm2 needs 3 entries from offset 1 but the array has 3", () -> Kernels.norm2(three, 1, 3));
        refuses("normInf needs 1 entries from offset 3 but the array has 3",
                () -> Kernels.normInf(three, 3, 1));
    }

    /// Their product is positive.
    @Test
    void refusesNegativeSizes() {
        refuses(
                "gemv needs sizes >= 0 but the matrix is -2 x -3",
                () -> Kernels.gemv(six, 0, -2, -3, three, 0, three, 0));
        refuses(
                "gemvTransposed needs sizes >= 0 but the matrix is -2 x 3",
                () -> Kernels.gemvTransposed(six, 0, -2, 3, three, 0, three, 0));
        refuses(
                "gemm needs sizes >= 0 but the matrix is 3 x -1",
                () -> Kernels.gemm(six, 0, 2, 3, three, 0, -1, three, 0));
        refuses(
                "gemmTransposed needs sizes >= 0 but the matrix is 2 x -1",
                () -> Kernels.gemmTransposed(six, 0, 2, 3, three, 0, -1, three, 0));
    }

    @Test
    void refusesThresholdsThatAreNone() {
        refuses(
                "softThreshold needs a threshold >= 0 but got -1.0",
                () -> Kernels.softThreshold(six, 0, -1, six, 0, 6));
        refuses(
                "softThreshold needs a threshold >= 0 but got NaN",
                () -> Kernels.softThreshold(six, 0, Double.NaN, six, 0, 6));
    }

    @Test
    void refusesOverlapsWithWhatIsWritten() {
        refuses(
                "softThreshold reads 3 entries from offset 0 and writes 3 from offset 2 of one array: they "
                        + "overlap",
                () -> Kernels.softThreshold(six, 0, 1, six, 2, 3));
        refuses(
                "axpy reads 3 entries from offset 1 and writes 3 from offset 0 of one array: they overlap",
                () -> Kernels.axpy(1, six, 1, six, 0, 3));
        refuses(
                "gemv reads 6 entries from offset 0 and writes 2 from offset 4 of one array: they overlap",
                () -> Kernels.gemv(six, 0, 2, 3, three, 0, six, 4));
        refuses(
                "gemvTransposed reads 2 entries from offset 0 and writes 2 from offset 0 of one array: they "
                        + "overlap",
                () -> Kernels.gemvTransposed(six, 0, 2, 2, three, 0, three, 0));
        double[] twenty = new double[20];
        refuses(
                "gemm reads 6 entries from offset 0 and writes 4 from offset 5 of one array: they overlap",
                () -> Kernels.gemm(twenty, 0, 2, 3, six, 0, 2, twenty, 5));
        refuses(
                "gemm reads 6 entries from offset 8 and writes 4 from offset 5 of one array: they overlap",
                () -> Kernels.gemm(six, 0, 2, 3, twenty, 8, 2, twenty, 5));
        refuses(
                "gemmTransposed reads 6 entries from offset 0 and writes 6 from offset 5 of one array: they "
                        + "overlap",
                () -> Kernels.gemmTransposed(twenty, 0, 2, 3, six, 0, 2, twenty, 5));
        refuses(
                "gemmTransposed reads 4 entries from offset 10 and writes 6 from offset 5 of one array: "
                        + "they overlap",
                () -> Kernels.gemmTransposed(six, 0, 2, 3, twenty, 10, 2, twenty, 5));
    }

    @Test
    void allowsNeighboursAndInPlace() {
        double[] x = {-3, 3, 8, 8};
        Kernels.softThreshold(x, 0, 1, x, 2, 2);
        assertArrayEquals(new double[] {-3, 3, -2, 2}, x);
        Kernels.softThreshold(x, 0, 1, x, 0, 4);
        assertArrayEquals(new double[] {-2, 2, -1, 1}, x);
        Kernels.axpy(2, x, 0, x, 0, 4);
        assertArrayEquals(new double[] {-6, 6, -3, 3}, x);
        Kernels.softThreshold(x, 1, 1, x, 2, 0);
        Kernels.softThreshold(x, 2, 1, x, 0, 2);
        assertArrayEquals(new double[] {-2, 2, -3, 3}, x);
    }

    private static void refuses(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
