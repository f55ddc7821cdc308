package org.deepsparse.pursuit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;

/// A batch of LISTA-CP steps is its single steps: within what both may round, and on small integers, where
/// nothing rounds, exactly. Batches with one thing wrong are rejected by the same law.
class ListaCpStepsProperties {

    private static final String SEED = "20260102";

    /// A batch, drawn from a seed.
    private record Batch(Dictionary dictionary, Matrix weights, double[] x, double[] signals,
            double[] thresholds) {

        static Batch of(int rows, int atoms, int count, IntToDoubleFunction entry) {
            Dictionary dictionary = Dictionary.of(matrix(rows, atoms, entry));
            double[] thresholds = entries(count, k -> Math.abs(entry.applyAsDouble(k)));
            return new Batch(dictionary, matrix(rows, atoms, entry), entries(atoms * count, entry),
                    entries(rows * count, entry),
                    thresholds);
        }

        private static Matrix matrix(int rows, int columns, IntToDoubleFunction entry) {
            return Matrix.ofColumnMajor(rows, columns, entries(rows * columns, entry));
        }

        private static double[] entries(int length, IntToDoubleFunction entry) {
            return IntStream.range(0, length).mapToDouble(entry).toArray();
        }

        double[] x(int k) {
            return Arrays.copyOfRange(x, k * dictionary.atoms(), (k + 1) * dictionary.atoms());
        }

        double[] signal(int k) {
            return Arrays.copyOfRange(signals, k * dictionary.rows(), (k + 1) * dictionary.rows());
        }

        ListaCp lista() {
            return new ListaCp(dictionary.matrix(), weights);
        }

        /// Of iterate k, in either way of computing it: the bound knows normInf(x) as its magnitude B at an
        /// error of 0.
        double roundoff(int k) {
            AnalysisWeights analysis = AnalysisWeights.of(dictionary, weights);
            return new ListaCpBound(analysis, 1, normInf(signal(k)), normInf(x(k)), 0, 0, 0).roundoff(0,
                    thresholds[k]);
        }

        private static double normInf(double[] entries) {
            return Arrays.stream(entries).map(Math::abs).max().orElse(0);
        }
    }

    private interface Steps {
        double[] of(Batch batch);
    }

    /// Whether every iterate is that of its single step, but for so many roundoffs each. Thresholding brings
    /// no two numbers further apart, and rounding their difference cannot carry it past a double.
    private static boolean agree(Steps steps, Batch batch, int roundoffs) {
        double[] all = steps.of(batch);
        int atoms = batch.dictionary.atoms();
        boolean agree = all.length == batch.x.length;
        for (int k = 0; agree && k < batch.thresholds.length; k++) {
            double[] single = batch.lista().step(batch.x(k), batch.signal(k), batch.thresholds[k]);
            double allowed = roundoffs * batch.roundoff(k);
            for (int i = 0; i < atoms; i++) {
                agree &= Math.abs(all[k * atoms + i] - single[i]) <= allowed;
            }
        }
        return agree;
    }

    private static double[] batched(Batch batch) {
        return batch.lista().steps(batch.x, batch.signals, batch.thresholds);
    }

    private static Batch gaussian(int rows, int atoms, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Batch.of(rows, atoms, count, ignored -> random.nextGaussian());
    }

    private static Batch integers(int rows, int atoms, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Batch.of(rows, atoms, count,
                ignored -> random.nextInt(1, 10) * (random.nextBoolean() ? 1 : -1));
    }

    @Property(seed = SEED, tries = 200, edgeCases = EdgeCasesMode.NONE)
    void agreesWithSingleSteps(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 20) int atoms,
            @ForAll @IntRange(max = 9) int count,
            @ForAll long seed) {
        assertTrue(agree(ListaCpStepsProperties::batched, gaussian(rows, atoms, count, seed), 2));
    }

    /// All sums stay far below 2^53, so both ways compute without rounding.
    @Property(seed = SEED, tries = 200, edgeCases = EdgeCasesMode.NONE)
    void isExactlyTheSingleStepsOnIntegers(
            @ForAll @IntRange(min = 1, max = 20) int rows,
            @ForAll @IntRange(min = 1, max = 20) int atoms,
            @ForAll @IntRange(max = 9) int count,
            @ForAll long seed) {
        assertTrue(agree(ListaCpStepsProperties::batched, integers(rows, atoms, count, seed), 0));
    }

    /// Runs of growing length, on signals of their own or on one: each ends where its single steps end.
    /// Exactly, on integers that three steps keep below 2^53.
    @Property(seed = SEED, tries = 100, edgeCases = EdgeCasesMode.NONE)
    void runsEndWhereTheirStepsEnd(
            @ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 5) int atoms,
            @ForAll boolean oneSignal,
            @ForAll boolean oneRun,
            @ForAll long seed) {
        Batch batch = integers(rows, atoms, 6, seed);
        List<double[]> signals = IntStream.range(0, 6).mapToObj(r -> batch.signal(oneSignal ? 0 : r))
                .toList();
        List<double[]> thresholds = IntStream.range(0, 6)
                .mapToObj(r -> IntStream.range(0, r / 2 + 1)
                        .mapToDouble(k -> batch.thresholds[oneRun ? k : (k + r) % 6]).toArray())
                .toList();
        List<double[]> ends = batch.lista().runs(signals, thresholds);
        for (int r = 0; r < 6; r++) {
            double[] x = new double[atoms];
            for (double threshold : thresholds.get(r)) {
                x = batch.lista().step(x, signals.get(r), threshold);
            }
            for (int i = 0; i < atoms; i++) {
                // + 0.0: zeros may differ in sign
                assertEquals(x[i] + 0.0, ends.get(r)[i] + 0.0, "run " + r + ", entry " + i);
            }
        }
    }

    /// A step on orthonormal atoms is `T_theta(y)`, so that a run stands still wherever a threshold comes
    /// twice, and moves on where another follows.
    @Property(seed = SEED, tries = 100, edgeCases = EdgeCasesMode.NONE)
    void runsThatStandStillMoveOnWithTheirThresholds(@ForAll @IntRange(min = 1, max = 5) int atoms,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix basis = new StandardBasis(atoms).dictionary().matrix();
        List<double[]> signals = new ArrayList<>();
        List<double[]> thresholds = new ArrayList<>();
        for (int r = 0; r < 12; r++) {
            signals.add(random.ints(atoms, -9, 10).asDoubleStream().toArray());
            thresholds.add(random.ints(1 + r / 2, 0, 3).asDoubleStream().toArray());
        }
        List<double[]> ends = new ListaCp(basis, basis).runs(signals, thresholds);
        for (int r = 0; r < ends.size(); r++) {
            double last = thresholds.get(r)[r / 2];
            for (int i = 0; i < atoms; i++) {
                double entry = signals.get(r)[i];
                double shrunk = Math.signum(entry) * Math.max(0, Math.abs(entry) - last);
                assertEquals(shrunk + 0.0, ends.get(r)[i] + 0.0, "run " + r + ", entry " + i);
            }
        }
    }

    @Example
    void refusesRunsThatDoNotFit() {
        ListaCp lista = integers(3, 4, 2, 3).lista();
        List<double[]> signals = List.of(new double[3], new double[3]);
        assertEquals(
                "2 signals but thresholds for 1 runs",
                assertThrows(IllegalArgumentException.class,
                        () -> lista.runs(signals, List.of(new double[1]))).getMessage());
        assertEquals(
                "run 1 has 1 steps but the one before has 2",
                assertThrows(IllegalArgumentException.class,
                        () -> lista.runs(signals, List.of(new double[2], new double[1])))
                        .getMessage());
        assertEquals(
                "dictionary has 3 rows but signal has 2 entries",
                assertThrows(IllegalArgumentException.class, () -> lista.run(new double[2], new double[0]))
                        .getMessage());
        assertEquals(List.of(), lista.runs(List.of(), List.of()));
    }

    @Example
    void wrongBatchesAreRejected() {
        assertRejected(b -> b.lista().steps(b.x, b.signals, filled(b.thresholds.length, b.thresholds[0])));
        assertRejected(b -> b.lista().steps(b.x, rotated(b.signals, b.dictionary.rows()), b.thresholds));
        assertRejected(b -> rotated(batched(b), b.dictionary.atoms()));
        assertRejected(b -> new ListaCp(b.dictionary.matrix(), b.dictionary.matrix()).steps(b.x, b.signals,
                b.thresholds));
    }

    private static void assertRejected(Steps steps) {
        assertTrue(agree(ListaCpStepsProperties::batched, gaussian(5, 7, 4, 1), 2));
        assertTrue(!agree(steps, gaussian(5, 7, 4, 1), 2));
        assertTrue(!agree(steps, integers(5, 7, 4, 1), 0));
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    /// The last column first.
    private static double[] rotated(double[] columns, int rows) {
        double[] rotated = new double[columns.length];
        for (int p = 0; p < columns.length; p++) {
            rotated[(p + rows) % columns.length] = columns[p];
        }
        return rotated;
    }

    @Example
    void leavesItsArgumentsUnchanged() {
        Batch batch = gaussian(3, 4, 5, 2);
        Batch same = gaussian(3, 4, 5, 2);
        batched(batch);
        assertArrayEquals(same.x, batch.x);
        assertArrayEquals(same.signals, batch.signals);
        assertArrayEquals(same.thresholds, batch.thresholds);
    }

    @Example
    void refusesBatchesOfOtherSizes() {
        ListaCp lista = gaussian(3, 4, 5, 3).lista();
        assertEquals(
                "iterates have 12 entries but 2 thresholds need 2 times 4",
                assertThrows(IllegalArgumentException.class,
                        () -> lista.steps(new double[12], new double[6], new double[2])).getMessage());
        assertEquals(
                "signals have 9 entries but 2 thresholds need 2 times 3",
                assertThrows(IllegalArgumentException.class,
                        () -> lista.steps(new double[8], new double[9], new double[2])).getMessage());
    }
}
