package org.deepsparse.dictionary;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.MathArrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.deepsparse.linalg.Matrix;

/// The named families of dictionaries, with integer entries wherever the family allows: coherence is scale free, and an equiangular frame in
/// unit-norm doubles is no equiangular frame.
///
/// The exact coherence and, where known, spark stand at each family; a test decides them.
public final class Dictionaries {

    /// The lines of the Fano plane.
    private static final List<int[]> FANO = List.of(b(0, 1, 2), b(0, 3, 4), b(0, 5, 6), b(1, 3, 5), b(1, 4, 6), b(2, 3, 6), b(2, 4, 5));

    private static final int CANDIDATES = 16;

    private Dictionaries() {}

    private interface Entry {
        double at(int row, int column);
    }

    private static Dictionary of(int rows, int atoms, Entry entry) {
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            for (int i = 0; i < rows; i++) {
                entries[j * rows + i] = entry.at(i, j);
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }

    /// `(n + 1) I - 1 1^T`, (n + 1) x (n + 1) of rank n: the vertices of a regular simplex. mu = 1/n, spark n + 1, norms sqrt(n (n + 1)).
    public static Dictionary simplex(int n) {
        return of(n + 1, n + 1, (i, j) -> i == j ? n : -1);
    }

    /// The Sylvester Hadamard matrix of order n + 1 without its row of ones, n x (n + 1): a simplex with entries +-1. mu = 1/n, spark n + 1, norms sqrt(n).
    ///
    /// @throws IllegalArgumentException if n + 1 is no power of two
    public static Dictionary core(int n) {
        requirePowerOfTwo(n + 1);
        return of(n, n + 1, (i, j) -> hadamard(i + 1, j));
    }

    /// `[sqrt(n) I, H_n]` for n a power of 4, so that the root is an integer. mu = 1/sqrt(n); spark 2 sqrt(n), attained by a subgroup
    /// and its annihilator (Donoho & Stark 1989; Elad & Bruckstein 2002).
    public static Dictionary identityHadamard(int n) {
        requirePowerOfTwo(n);
        int root = (int) Math.sqrt(n);
        if (root * root != n) {
            throw new IllegalArgumentException("identity and Hadamard matrix of order " + n + ": the order must be a power of 4");
        }
        return of(n, 2 * n, (i, j) -> j >= n ? hadamard(i, j - n) : i == j ? root : 0);
    }

    /// `[I, C]` with the orthonormal DCT-II in doubles, n x 2n. mu = sqrt(2/n) cos(pi/(2n)) up to the rounding of the entries, for n a power of two >= 4.
    public static Dictionary identityDct(int n) {
        return of(n, 2 * n, (i, j) -> j < n ? (i == j ? 1 : 0) : cosine(n, i, j - n));
    }

    private static double cosine(int n, int i, int k) {
        return k == 0 ? Math.sqrt(1.0 / n) : Math.sqrt(2.0 / n) * StrictMath.cos(Math.PI * (2 * i + 1) * k / (2.0 * n));
    }

    /// The Steiner equiangular tight frame 6 x 16 with entries 0, +-1, from all pairs of 4 points. mu = 1/3, spark 4 (Fickus, Mixon, Tremain 2012).
    public static Dictionary steiner6x16() {
        return steiner(4, List.of(b(0, 1), b(2, 3), b(0, 2), b(1, 3), b(0, 3), b(1, 2)));
    }

    /// The Steiner equiangular tight frame 7 x 28 with entries 0, +-1, from the Fano plane. mu = 1/3, spark 4 (Fickus, Mixon, Tremain 2012).
    public static Dictionary steiner7x28() {
        return steiner(7, FANO);
    }

    private static int[] b(int... points) {
        return points;
    }

    /// Rows are blocks; each point, in r blocks, becomes r + 1 columns: a row of the Hadamard matrix of order r + 1 without its first, spread over its blocks.
    private static Dictionary steiner(int points, List<int[]> blocks) {
        int replication = (int) blocks.stream().filter(block -> contains(block, 0)).count();
        int order = replication + 1;
        return of(blocks.size(), points * order, (row, column) -> {
            int point = column / order;
            if (!contains(blocks.get(row), point)) {
                return 0;
            }
            int before = (int) blocks.subList(0, row).stream().filter(block -> contains(block, point)).count();
            return hadamard(before + 1, column % order);
        });
    }

    private static boolean contains(int[] block, int point) {
        return Arrays.stream(block).anyMatch(p -> p == point);
    }

    /// Incidence matrix of the affine plane of order q = 2, 3, 4, 5: q^2 points x (q^2 + q) lines with q points each. mu = 1/q; spark 2 q for q = 2, 3
    /// (two parallel classes of q lines have the same sum).
    ///
    /// @throws IllegalArgumentException for another order
    public static Dictionary affinePlane(int q) {
        if (q < 2 || q > 5) {
            throw new IllegalArgumentException("affine plane of order " + q + ": known here for 2, 3, 4, 5");
        }
        IntBinaryOperator times = q == 4 ? Dictionaries::timesInField4 : (a, b) -> a * b % q;
        IntBinaryOperator plus = q == 4 ? (a, b) -> a ^ b : (a, b) -> (a + b) % q;
        return of(q * q, q * q + q, (point, line) -> {
            int x = point / q;
            int y = point % q;
            boolean vertical = line >= q * q;
            boolean on = vertical ? x == line - q * q : y == plus.applyAsInt(times.applyAsInt(line / q, x), line % q);
            return on ? 1 : 0;
        });
    }

    /// GF(4) = {0, 1, a, a + 1} as 0..3 with a^2 = a + 1: nonzero elements multiply by adding logarithms.
    private static int timesInField4(int a, int b) {
        int[] logarithm = {0, 0, 1, 2};
        int[] power = {1, 2, 3};
        return a == 0 || b == 0 ? 0 : power[(logarithm[a] + logarithm[b]) % 3];
    }

    /// Incidence matrix of the Fano plane, the projective plane of order 2: 7 points x 7 lines with 3 points each. mu = 1/3, invertible: spark infinite.
    public static Dictionary fano() {
        return of(7, 7, (point, line) -> contains(FANO.get(line), point) ? 1 : 0);
    }

    /// Real harmonic equiangular tight frame with entries +-1, rows x 16 for 6 or 10 rows, rows x 64 for 28 or 36: the characters of Z_2^4 or Z_2^6 on a
    /// difference set, which is where the bent function `x_1 x_2 + x_3 x_4 (+ x_5 x_6)` is 1, or 0 (Xia, Zhou, Giannakis 2005). mu = 1/3, 1/5, 1/7, 1/9; 6 x 16 has spark 4, 10 x 16 has 6.
    ///
    /// @throws IllegalArgumentException for another number of rows
    public static Dictionary harmonic(int rows) {
        int bits = rows == 6 || rows == 10 ? 4 : 6;
        int value = rows == 6 || rows == 28 ? 1 : 0;
        int[] differenceSet = IntStream.range(0, 1 << bits).filter(x -> bent(x) == value).toArray();
        if (differenceSet.length != rows) {
            throw new IllegalArgumentException("harmonic frame with " + rows + " rows: known here for 6, 10, 28, 36");
        }
        return of(rows, 1 << bits, (i, c) -> hadamard(differenceSet[i], c));
    }

    /// x_1 x_2 + x_3 x_4 + ... over F_2.
    private static int bent(int x) {
        return Integer.bitCount(x & x >> 1 & 0x5555_5555) & 1;
    }

    /// A maximal set of real mutually unbiased bases of R^n for n = 4 or 16: sqrt(n) I and n/2 bases with entries +-1, n x n (n/2 + 1). Vectors of different bases have
    /// inner products +-sqrt(n) at norms sqrt(n): mu = 1/sqrt(n). 4 x 12 has spark 3: twice a unit vector is the sum of two others.
    ///
    /// @throws IllegalArgumentException for another n
    public static Dictionary mutuallyUnbiasedBases(int n) {
        if (n != 4 && n != 16) {
            throw new IllegalArgumentException("mutually unbiased bases of order " + n + ": known here for 4 and 16");
        }
        int root = n == 4 ? 2 : 4;
        KerdockBases bases = new KerdockBases(root);
        List<Integer> forms = bases.kerdockSet();
        return of(n, n * (forms.size() + 1), (x, column) -> {
            if (column < n) {
                return x == column ? root : 0;
            }
            int form = forms.get(column / n - 1);
            return (bases.quadratic(form, x) == 0 ? 1 : -1) * hadamard(x, column % n);
        });
    }

    /// A random dictionary made less coherent by alternating projections, rounded to multiples of 2^-bits. The start has atoms each of which is the best of
    /// several: two atoms that are nearly parallel would never be parted.
    ///
    /// @throws IllegalArgumentException unless atoms > rows >= 3
    public static Dictionary alternatingProjections(int rows, int atoms, int steps, int bits, UniformRandomProvider random) {
        if (rows < 3 || atoms <= rows) {
            throw new IllegalArgumentException(
                    "alternating projections need 3 <= rows < atoms but have " + rows + " rows and " + atoms + " atoms");
        }
        Matrix frame = AlternatingProjections.of(spread(rows, atoms, bits, random), steps);
        return of(rows, atoms, (i, j) -> rounded(frame.get(i, j), bits));
    }

    private static Matrix spread(int rows, int atoms, int bits, UniformRandomProvider random) {
        List<double[]> chosen = new ArrayList<>();
        for (int j = 0; j < atoms; j++) {
            double least = Double.POSITIVE_INFINITY;
            double[] best = {};
            for (int c = 0; c < CANDIDATES; c++) {
                double[] candidate = gaussianGrid(rows, 1, bits, random).atom(0);
                double coherence = chosen.stream().mapToDouble(atom -> Math.abs(cosine(candidate, atom))).max().orElse(0);
                if (coherence < least) {
                    least = coherence;
                    best = candidate;
                }
            }
            chosen.add(best);
        }
        return Matrix.ofColumnMajor(rows, atoms, chosen.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /// Not by [org.deepsparse.kernel.Kernels]: what is drawn must not depend on the set in use.
    private static double cosine(double[] a, double[] b) {
        return MathArrays.linearCombination(a, b) / Math.sqrt(MathArrays.linearCombination(a, a) * MathArrays.linearCombination(b, b));
    }

    /// To the nearest multiple of 2^-bits.
    private static double rounded(double value, int bits) {
        return Math.scalb(Math.rint(Math.scalb(value, bits)), -bits);
    }

    /// The identity: mu = 0, spark infinite.
    public static Dictionary identity(int n) {
        return of(n, n, (i, j) -> i == j ? 1 : 0);
    }

    /// floor(rows/p) columns of p consecutive ones with disjoint supports: mu = 0, spark infinite.
    ///
    /// @throws IllegalArgumentException if p is not in 1..rows
    public static Dictionary disjoint(int rows, int p) {
        if (p < 1 || p > rows) {
            throw new IllegalArgumentException("columns of " + p + " ones in " + rows + " rows");
        }
        return of(rows, rows / p, (i, j) -> i / p == j ? 1 : 0);
    }

    /// Columns with p entries +-1 that pairwise share at most one row: blocks of a transversal design on p groups of q rows, q the largest
    /// prime <= rows/p, with rows permuted and signs drawn. mu <= 1/p.
    ///
    /// @throws IllegalArgumentException if `atoms` exceeds [#packingCapacity(int, int)]
    public static Dictionary packing(int rows, int atoms, int p, UniformRandomProvider random) {
        if (atoms < 1 || atoms > packingCapacity(rows, p)) {
            throw new IllegalArgumentException(
                    "packing of " + atoms + " columns but capacity " + packingCapacity(rows, p) + " for " + rows + " rows and " + p
                            + " entries a column");
        }
        int q = largestPrime(rows / p);
        List<Integer> blocks = shuffledRange(q * q, random);
        List<Integer> places = shuffledRange(rows, random);
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            int slope = blocks.get(j) / q;
            int offset = blocks.get(j) % q;
            for (int group = 0; group < p; group++) {
                int row = places.get(group * q + (slope * group + offset) % q);
                entries[j * rows + row] = random.nextBoolean() ? 1 : -1;
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }

    /// How many columns a packing has: q^2 for the largest prime q <= rows/p if q >= p (then two lines of different slope meet in at most one group), else 0.
    public static int packingCapacity(int rows, int p) {
        int q = p < 1 ? 0 : largestPrime(rows / p);
        return q >= p ? q * q : 0;
    }

    private static int largestPrime(int limit) {
        int q = limit;
        while (q > 1 && !BigInteger.valueOf(q).isProbablePrime(64)) {
            q--;
        }
        return q > 1 ? q : 0;
    }

    /// Integer entries uniform in -bound..bound, no zero column.
    public static Dictionary randomInteger(int rows, int atoms, int bound, UniformRandomProvider random) {
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            boolean zero = true;
            while (zero) {
                for (int i = 0; i < rows; i++) {
                    entries[j * rows + i] = random.nextInt(-bound, bound + 1);
                    zero &= entries[j * rows + i] == 0;
                }
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }

    /// Standard normal entries rounded to multiples of 2^-bits, so that the signals of integer codes are exact in doubles; no zero column.
    public static Dictionary gaussianGrid(int rows, int atoms, int bits, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            boolean zero = true;
            while (zero) {
                for (int i = 0; i < rows; i++) {
                    entries[j * rows + i] = rounded(normal.sample(), bits);
                    zero &= entries[j * rows + i] == 0;
                }
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }

    /// The atoms in another order, some with the other sign.
    public static Dictionary shuffled(Dictionary dictionary, UniformRandomProvider random) {
        List<Integer> order = shuffledRange(dictionary.atoms(), random);
        boolean[] flipped = new boolean[dictionary.atoms()];
        for (int j = 0; j < flipped.length; j++) {
            flipped[j] = random.nextBoolean();
        }
        return of(dictionary.rows(), dictionary.atoms(), (i, j) -> {
            double entry = dictionary.matrix().get(i, order.get(j));
            return flipped[j] ? -entry : entry;
        });
    }

    /// Each atom times a random integer 1..largest.
    public static Dictionary scaled(Dictionary dictionary, int largest, UniformRandomProvider random) {
        int[] factors = new int[dictionary.atoms()];
        for (int j = 0; j < factors.length; j++) {
            factors[j] = 1 + random.nextInt(largest);
        }
        return of(dictionary.rows(), dictionary.atoms(), (i, j) -> factors[j] * dictionary.matrix().get(i, j));
    }

    /// Every entry plus -1, 0 or 1 times 2^-bits, at random; atoms that would vanish stay as they are.
    public static Dictionary perturbed(Dictionary dictionary, int bits, UniformRandomProvider random) {
        double[] entries = dictionary.matrix().toColumnMajor();
        int rows = dictionary.rows();
        for (int j = 0; j < dictionary.atoms(); j++) {
            boolean zero = true;
            for (int i = 0; i < rows; i++) {
                entries[j * rows + i] += Math.scalb((double) random.nextInt(-1, 2), -bits);
                zero &= entries[j * rows + i] == 0;
            }
            if (zero) {
                System.arraycopy(dictionary.atom(j), 0, entries, j * rows, rows);
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, dictionary.atoms(), entries));
    }

    private static List<Integer> shuffledRange(int size, UniformRandomProvider random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        for (int i = size - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }

    /// Entry (i, j) of the Sylvester Hadamard matrix: -1 to the number of common ones in the binary forms.
    private static double hadamard(int i, int j) {
        return (Integer.bitCount(i & j) & 1) == 0 ? 1 : -1;
    }

    private static void requirePowerOfTwo(int n) {
        if (Integer.bitCount(n) != 1) {
            throw new IllegalArgumentException("Hadamard matrix of order " + n + ": the order must be a power of two");
        }
    }
}
