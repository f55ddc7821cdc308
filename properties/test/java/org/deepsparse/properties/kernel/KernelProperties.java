package org.deepsparse.properties.kernel;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.ScalarKernels;
import org.deepsparse.kernel.VectorKernels;

/// The laws of accuracy at random operands: doubles of most sizes, any length and offset; a failure shrinks
/// to few entries.
class KernelProperties {

    private static final String SEED = "20260101";

    @Property(seed = SEED)
    @StatisticsReport(onFailureOnly = true)
    void dot(
            @ForAll("twins") AccuracyLaws laws,
            @ForAll("rows") double[][] rows,
            @ForAll @IntRange(max = 9) int offset) {
        laws.dot(Slice.of(rows[0], offset, Slice.POISON), Slice.of(rows[1], 9 - offset, Slice.POISON));
        boolean claimed = ErrorBound.dot(rows[0], 0, rows[1], 0, rows[0].length) < Double.POSITIVE_INFINITY;
        Statistics.label("a bound is claimed")
                .collect(claimed)
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 95));
    }

    @Property(seed = SEED)
    void axpy(
            @ForAll("twins") AccuracyLaws laws,
            @ForAll("entry") double alpha,
            @ForAll("rows") double[][] rows,
            @ForAll @IntRange(max = 9) int offset) {
        laws.axpy(alpha, Slice.of(rows[0], offset, Slice.POISON),
                Slice.of(rows[1], 9 - offset, Slice.POISON));
    }

    /// The rows drawn are the columns of A, but for the last one, which multiplies A^T; its head multiplies
    /// A.
    @Property(seed = SEED)
    void matrixProducts(
            @ForAll("twins") AccuracyLaws laws,
            @ForAll("rows") double[][] rows,
            @ForAll @IntRange(max = 9) int offset) {
        double[] last = rows[rows.length - 1];
        int columns = Math.min(rows.length - 1, last.length);
        double[] a = Arrays.stream(rows, 0, columns).flatMapToDouble(Arrays::stream).toArray();
        Slice matrix = Slice.of(a, offset, Slice.POISON);
        laws.gemv(matrix, last.length, Slice.of(Arrays.copyOf(last, columns), 9 - offset, Slice.POISON), 1);
        laws.gemvTransposed(matrix, columns, Slice.of(last, 9 - offset, Slice.POISON), 1);
    }

    /// The rows drawn are the columns of A and of the batch that multiplies A^T; their heads are the batch
    /// that multiplies A.
    @Property(seed = SEED)
    void batchProducts(
            @ForAll("twins") AccuracyLaws laws,
            @ForAll("rows") double[][] rows,
            @ForAll @IntRange(max = 9) int offset) {
        int length = rows[0].length;
        int columns = Math.min(rows.length, length);
        double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        double[] heads = Arrays.stream(rows).flatMapToDouble(row -> Arrays.stream(row, 0, columns)).toArray();
        Slice a = Slice.of(Arrays.copyOf(all, length * columns), offset, Slice.POISON);
        laws.gemm(a, length, columns, Slice.of(heads, 9 - offset, Slice.POISON), rows.length, 1);
        laws.gemmTransposed(a, length, columns, Slice.of(all, 9 - offset, Slice.POISON), rows.length, 1);
    }

    @Property(seed = SEED)
    void softThreshold(
            @ForAll("twins") AccuracyLaws laws,
            @ForAll("rows") double[][] rows,
            @ForAll("entry") double threshold,
            @ForAll @IntRange(max = 9) int offset) {
        laws.softThreshold(Slice.of(rows[0], offset, Slice.POISON), Math.abs(threshold), 9 - offset);
    }

    @Property(seed = SEED)
    void norms(
            @ForAll("twins") AccuracyLaws laws,
            @ForAll("rows") double[][] rows,
            @ForAll @IntRange(max = 9) int offset) {
        Slice x = Slice.of(rows[0], offset, Slice.POISON);
        laws.norm1(x);
        laws.norm2(x);
        laws.normInf(x);
    }

    @Provide
    Arbitrary<AccuracyLaws> twins() {
        return Arbitraries.of(new AccuracyLaws(new ScalarKernels()), new AccuracyLaws(new VectorKernels()));
    }

    /// Two to eight rows of equal length.
    @Provide
    Arbitrary<double[][]> rows() {
        return Arbitraries.integers()
                .between(0, 70)
                .flatMap(length -> entry().array(double[].class)
                        .ofSize(length)
                        .array(double[][].class)
                        .ofMinSize(2)
                        .ofMaxSize(8));
    }

    /// Ordinary numbers, integers with their many ties and zeros, exponents over half of the range (so that
    /// products seldom overflow, where nothing is claimed), and the usual suspects.
    @Provide
    Arbitrary<Double> entry() {
        Arbitrary<Double> ordinary = Arbitraries.doubles().between(-2, 2).ofScale(17);
        Arbitrary<Integer> exponents = Arbitraries.integers().between(-550, 500);
        return Arbitraries.frequencyOf(
                Tuple.of(5, ordinary),
                Tuple.of(2, Arbitraries.integers().between(-9, 9).map(Integer::doubleValue)),
                Tuple.of(2, Combinators.combine(ordinary, exponents).as(Math::scalb)),
                Tuple.of(1, Arbitraries.of(-0.0, Double.MIN_VALUE, -Double.MIN_NORMAL, 0x1p-537, 0x1p511)));
    }
}
