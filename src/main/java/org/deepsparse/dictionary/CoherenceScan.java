package org.deepsparse.dictionary;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsparse.exact.Interval;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.Kernels;

/// The floating-point pass over all pairs: leaves only pairs that may attain the coherence.
///
/// Each atom is scaled by a power of two so that its largest entry lies in [1, 2). With `g` the computed
/// inner product and `v` the computed reciprocal norm, `abs(abs(g) v_i v_l - cos) <= E` for every pair, where
/// E = gamma_{3m+16} + m 2^-1000: the dot errs by at most gamma_m norm2 norm2 (Cauchy-Schwarz on Higham 2002,
/// eq. 3.5), each squared norm by a factor 1 + gamma_m, hence each reciprocal root by less than gamma_{m+3},
/// the two products by one unit each, and cos <= 1; entries that underflow in the scaling or in a product
/// lose less than 2^-1000 together a row. The pair with the largest cosine then has a computed value within
/// 2E of the largest computed value, and everything below that is out.
///
/// A second pass repeats the survivors' inner products with error-free transformations (Ogita, Rump, Oishi
/// 2005, Dot2), whose error is second order, so that nearly orthogonal atoms, whose cosines drown in E, are
/// told apart as well.
final class CoherenceScan {

    /// Atoms in a block: 64 atoms of 1024 rows fill half a megabyte of level-2 cache.
    private static final int BLOCK = 64;

    /// Pairs that a block keeps in the first pass; one with more is gone through again.
    private static final int MOST_KEPT = 1 << 12;

    private static final double UNDERFLOW = 0x1p-1000;

    private final int rows;
    private final int atoms;
    private final double[] columns;
    private final double[] reciprocals;

    CoherenceScan(Dictionary dictionary) {
        rows = dictionary.rows();
        atoms = dictionary.atoms();
        columns = new double[rows * atoms];
        reciprocals = new double[atoms];
        for (int i = 0; i < atoms; i++) {
            double[] atom = dictionary.atom(i);
            double largest = 0;
            for (double entry : atom) {
                largest = Math.max(largest, Math.abs(entry));
            }
            int exponent = Math.getExponent(largest) < Double.MIN_EXPONENT
                    ? Math.getExponent(largest * 0x1p60) - 60 // subnormal
                    : Math.getExponent(largest);
            for (int k = 0; k < rows; k++) {
                columns[i * rows + k] = scaled(atom[k], -exponent);
            }
            reciprocals[i] = 1 / Math.sqrt(Kernels.dot(columns, i * rows, columns, i * rows, rows));
        }
    }

    /// entry 2^e in two steps, because 2^e alone may overflow.
    private static double scaled(double entry, int e) {
        return Math.scalb(Math.scalb(entry, e / 2), e - e / 2);
    }

    static int first(long packed) {
        return (int) (packed >>> 32);
    }

    static int second(long packed) {
        return (int) packed;
    }

    /// All pairs that may have the largest cosine, packed, in lexicographic order: block after block of first
    /// atoms, each made when it is asked for, so that the memory does not grow with the number of ties.
    /// Together never empty for two atoms or more.
    ///
    /// Where there are many pairs and the inner products are not exact in doubles, those that a more accurate
    /// computation excludes are left out.
    ///
    /// @param exactInDoubles asked only where there are many pairs, because it looks at every entry
    static Stream<long[]> candidates(Dictionary dictionary, BooleanSupplier exactInDoubles) {
        CoherenceScan scan = new CoherenceScan(dictionary);
        double error = scan.error();
        int blocks = (scan.atoms + BLOCK - 1) / BLOCK;
        Survivors[] found = IntStream.range(0, blocks)
                .parallel()
                .mapToObj(block -> scan.block(block, new Survivors(2 * error, MOST_KEPT)))
                .toArray(Survivors[]::new);
        double least = Arrays.stream(found).mapToDouble(survivors -> survivors.best).max().orElse(0)
                - 2 * error;
        long kept = Arrays.stream(found).mapToLong(survivors -> survivors.atLeast(least).length).sum();
        boolean many = kept > scan.atoms || !Arrays.stream(found).allMatch(Survivors::isComplete);
        boolean refine = many && !exactInDoubles.getAsBoolean();
        return IntStream.range(0, blocks)
                .filter(block -> found[block].best >= least)
                .mapToObj(block -> found[block].isComplete()
                        ? found[block].atLeast(least)
                        : scan.block(block, new Survivors(least)).atLeast(least))
                .map(pairs -> refine ? scan.refined(pairs) : pairs);
    }

    /// The computed cosines of atom i with all atoms, each within [#error] of the exact one; -1 with itself.
    double[] cosines(int i) {
        double[] cosines = new double[atoms];
        Kernels.gemvTransposed(columns, 0, rows, atoms, columns, i * rows, cosines, 0);
        for (int l = 0; l < atoms; l++) {
            cosines[l] = l == i ? -1 : Math.abs(cosines[l]) * reciprocals[i] * reciprocals[l];
        }
        return cosines;
    }

    /// E of the class comment.
    double error() {
        return ErrorBound.gammaUp(3L * rows + 16) + rows * UNDERFLOW;
    }

    /// Offers all pairs (i, l), i < l, with i in the block.
    private Survivors block(int block, Survivors survivors) {
        int from = block * BLOCK;
        int to = Math.min(atoms, from + BLOCK);
        double[] products = new double[to - from];
        for (int l = from + 1; l < atoms; l++) {
            int count = Math.min(to, l) - from;
            Kernels.gemvTransposed(columns, from * rows, rows, count, columns, l * rows, products, 0);
            for (int k = 0; k < count; k++) {
                survivors.offer(Math.abs(products[k]) * reciprocals[from + k] * reciprocals[l], from + k, l);
            }
        }
        return survivors;
    }

    /// Dot2 errs by at most `u cos + gamma_m^2`, the two reciprocal norms by a factor 1 + gamma_{2m+8}
    /// together.
    long[] refined(long[] pairs) {
        if (ErrorBound.gammaUp(2L * rows + 16) >= 1) {
            return pairs;
        }
        double[] values = Arrays.stream(pairs)
                .parallel()
                .mapToDouble(pair -> Math.abs(dot2(first(pair) * rows, second(pair) * rows))
                        * reciprocals[first(pair)]
                        * reciprocals[second(pair)])
                .toArray();
        double gamma = ErrorBound.gammaUp(2L * rows + 16);
        double best = Arrays.stream(values).max().orElse(0);
        double error = best * gamma + 2 * gamma * gamma + rows * UNDERFLOW + Interval.UNIT_ROUNDOFF * best;
        return IntStream.range(0, pairs.length)
                .filter(k -> values[k] >= best - 4 * error)
                .mapToLong(k -> pairs[k])
                .toArray();
    }

    private double dot2(int a, int b) {
        double sum = 0;
        double correction = 0;
        for (int k = 0; k < rows; k++) {
            double x = columns[a + k];
            double y = columns[b + k];
            double product = x * y;
            double productError = Math.fma(x, y, -product);
            double next = sum + product;
            double part = next - sum;
            correction += ((sum - (next - part)) + (product - part)) + productError;
            sum = next;
        }
        return sum + correction;
    }

    /// Pairs whose value is within a window of the best so far, or from a threshold on that is known.
    private static final class Survivors {

        private final double window;
        private final int most;
        private double best;
        private boolean complete = true;
        private long[] pairs = new long[16];
        private double[] values = new double[16];
        private int size;

        /// @param most about how many pairs are kept; with more, only their best value is
        Survivors(double window, int most) {
            this.window = window;
            this.most = most;
        }

        /// Keeps every pair from the threshold on.
        Survivors(double threshold) {
            this(Double.POSITIVE_INFINITY, Integer.MAX_VALUE);
            this.best = threshold;
        }

        private boolean isFixed() {
            return window == Double.POSITIVE_INFINITY;
        }

        private double least() {
            return isFixed() ? best : best - window;
        }

        void offer(double value, int i, int l) {
            if (value < least()) {
                return;
            }
            if (!isFixed()) {
                best = Math.max(best, value);
            }
            if (complete && size == pairs.length) {
                makeRoom();
            }
            if (complete) {
                pairs[size] = ((long) i << 32) | l;
                values[size++] = value;
            }
        }

        /// Drops what the risen best has outgrown, and makes room, or gives up.
        private void makeRoom() {
            int kept = 0;
            for (int k = 0; k < size; k++) {
                if (values[k] >= least()) {
                    pairs[kept] = pairs[k];
                    values[kept++] = values[k];
                }
            }
            size = kept;
            complete = kept < most;
            if (!complete) {
                size = 0;
            } else if (2 * kept > pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * pairs.length);
                values = Arrays.copyOf(values, 2 * values.length);
            }
        }

        /// Whether all pairs within the window are here.
        boolean isComplete() {
            return complete;
        }

        /// Ascending.
        long[] atLeast(double threshold) {
            return IntStream.range(0, size).filter(k -> values[k] >= threshold).mapToLong(k -> pairs[k])
                    .sorted().toArray();
        }
    }
}
