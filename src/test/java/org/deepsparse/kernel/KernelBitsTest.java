package org.deepsparse.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepsparse.ChildJvm;
import org.deepsparse.RunMode;
import org.junit.jupiter.api.Test;

/// Every kernel returns the same bits in the interpreter and from both compilers, with vectors of every width
/// and without vectors.
///
/// Each way to run is a JVM of its own. It prints one digest for each kernel and size, of the bits of all
/// results. Where code is compiled it does so three times over, because most of the first time is
/// interpreted.
class KernelBitsTest {

    @Test
    void everyModeReturnsTheSameBits() {
        List<RunMode> modes = RunMode.all();
        List<ChildJvm.Result> results = modes.parallelStream().map(KernelBitsTest::run).toList();
        List<String> expectations = digests(modes.getFirst(), results.getFirst());
        for (int k = 0; k < modes.size(); k++) {
            Iterator<String> found = digests(modes.get(k), results.get(k)).iterator();
            for (int round = 0; round < rounds(modes.get(k)); round++) {
                for (String expected : expectations) {
                    String where = modes.get(k).name() + ", round " + round + ", against "
                            + modes.getFirst().name();
                    assertEquals(expected, found.next(), where);
                }
            }
            assertFalse(found.hasNext(), modes.get(k).name());
        }
    }

    /// The digests tell another order, and of which kernel.
    @Test
    void anotherOrderHasOtherBits() {
        KernelSet right = new ScalarKernels();
        KernelSet wrong = (KernelSet) Proxy.newProxyInstance(
                KernelSet.class.getClassLoader(),
                new Class<?>[] {KernelSet.class},
                (proxy, kernel, a) -> kernel.getName().equals("dot")
                        ? summedInOneGo((double[]) a[0], (int) a[1], (double[]) a[2], (int) a[3], (int) a[4])
                        : kernel.invoke(right, a));
        List<String> differences = new ArrayList<>(Digests.lines(wrong));
        differences.removeAll(Digests.lines(right));
        assertTrue(differences.stream().allMatch(line -> line.startsWith("dot of size ")),
                differences.toString());
        assertTrue(differences.size() > 0.8 * Digests.SIZES.length, "most sizes: " + differences);
    }

    private static double summedInOneGo(double[] a, int aOffset, double[] b, int bOffset, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum = Math.fma(a[aOffset + k], b[bOffset + k], sum);
        }
        return sum;
    }

    private static int rounds(RunMode mode) {
        return mode.compiles() ? 3 : 1;
    }

    /// Code is compiled after a hundredth of the usual number of calls, and the program waits for it.
    private static ChildJvm.Result run(RunMode mode) {
        List<String> options = new ArrayList<>(mode.options());
        options.addAll(
                List.of("--add-modules=jdk.incubator.vector", "-Xbatch", "-XX:CompileThresholdScaling=0.01",
                        "-XX:+PrintCompilation"));
        return ChildJvm.run(Digests.class, options, Integer.toString(rounds(mode)));
    }

    /// Lines of kernel, size and digest.
    private static List<String> digests(RunMode mode, ChildJvm.Result result) {
        assertEquals(0, result.exit(), () -> mode.name() + ": " + String.join("\n", result.err()));
        for (String kernel : List.of("dot", "gemvTransposed", "gemmTransposed")) {
            boolean compiled = result.out().stream()
                    .anyMatch(line -> line.matches(".*\\.kernel\\..*::" + kernel + " .*"));
            assertEquals(mode.compiles(), compiled, kernel + " is compiled: " + mode.name());
        }
        return result.err().stream().filter(line -> line.contains(" has the bits ")).toList();
    }

    /// The digests go to stderr, because the JVM reports on stdout what it compiles.
    static final class Digests {

        private static final List<String> KERNELS = List.of("dot", "axpy", "gemv", "gemvTransposed", "gemm",
                "gemmTransposed",
                "softThreshold", "norm1", "norm2", "normInf");
        static final int[] SIZES = IntStream
                .concat(IntStream.rangeClosed(0, 36), IntStream.of(63, 64, 70, 127, 250, 1001)).toArray();

        private static final int KINDS = 8;
        private static final int COLUMNS = 6;
        private static final int BATCH = 5;

        private final KernelSet kernels;
        private final SplittableRandom random;
        private final int size;
        private long digest;

        private Digests(KernelSet kernels, int size) {
            this.kernels = kernels;
            this.size = size;
            random = new SplittableRandom(size);
        }

        /// The class and not the selection, because that one refuses vectors of one lane.
        public static void main(String[] arguments) {
            KernelSet kernels = System.getProperty(KernelSelection.PROPERTY, "").equals("scalar")
                    ? new ScalarKernels()
                    : new VectorKernels();
            for (int round = 0; round < Integer.parseInt(arguments[0]); round++) {
                lines(kernels).forEach(System.err::println);
            }
        }

        static List<String> lines(KernelSet kernels) {
            List<String> lines = new ArrayList<>();
            for (int size : SIZES) {
                for (String kernel : KERNELS) {
                    long digest = new Digests(kernels, size).of(kernel);
                    lines.add(kernel + " of size " + size + " has the bits " + Long.toHexString(digest));
                }
            }
            return lines;
        }

        private long of(String kernel) {
            for (int k = kernel.startsWith("gem") ? 2 : 8; k > 0; k--) {
                run(kernel, random.nextInt(KINDS), random.nextInt(KINDS));
            }
            return digest;
        }

        /// With odd offsets; x, y and A hold numbers of the two kinds, and A fewer columns where there are
        /// many rows.
        private void run(String kernel, int kind, int other) {
            int columns = size <= 70 ? COLUMNS : 4;
            int offset = random.nextInt(4);
            double[] x = draw(kind, offset + Math.max(size, columns) * BATCH);
            double[] y = draw(other, offset + Math.max(size, columns) * BATCH);
            double[] a = kernel.startsWith("gem") ? draw(other, offset + size * columns) : x;
            switch (kernel) {
                case "dot" -> add(kernels.dot(x, offset, y, 0, size));
                case "axpy" -> kernels.axpy(x[0], x, offset, y, 0, size);
                case "gemv" -> kernels.gemv(a, offset, size, columns, x, offset, y, 0);
                case "gemvTransposed" -> kernels.gemvTransposed(a, offset, size, columns, x, offset, y, 0);
                case "gemm" -> kernels.gemm(a, offset, size, columns, x, offset, BATCH, y, 0);
                case "gemmTransposed" ->
                    kernels.gemmTransposed(a, offset, size, columns, x, offset, BATCH, y, 0);
                case "softThreshold" ->
                    kernels.softThreshold(x, offset, Math.max(0, number(other)), y, 0, size);
                case "norm1" -> add(kernels.norm1(x, offset, size));
                case "norm2" -> add(kernels.norm2(x, offset, size));
                case "normInf" -> add(kernels.normInf(x, offset, size));
                default -> throw new AssertionError(kernel);
            }
            for (double entry : y) {
                add(entry);
            }
        }

        private void add(double result) {
            digest = 0x9E3779B97F4A7C15L * (Long.rotateLeft(digest, 23) ^ Double.doubleToLongBits(result));
        }

        private double[] draw(int kind, int length) {
            double[] numbers = new double[length];
            Arrays.setAll(numbers, k -> number(kind));
            return numbers;
        }

        /// Products that overflow, that underflow, and that vanish beside others; zeros of both signs; any
        /// bits at all.
        private double number(int kind) {
            double unit = 2 * random.nextDouble() - 1;
            return switch (kind) {
                case 0 -> unit;
                case 1 -> random.nextInt(-9, 10);
                case 2 -> random.nextInt(3) == 0 ? unit : Math.copySign(0, unit);
                case 3 -> Math.copySign(random.nextLong(1L << 52) * Double.MIN_VALUE, unit);
                case 4 -> Math.scalb(unit, random.nextInt(-550, -500));
                case 5 -> Math.scalb(unit, random.nextInt(-300, 300));
                case 6 -> Math.scalb(unit, random.nextInt(500, 1020));
                default -> random.nextInt(20) == 0
                        ? Double.POSITIVE_INFINITY * unit
                        : Double.longBitsToDouble(random.nextLong());
            };
        }
    }
}
