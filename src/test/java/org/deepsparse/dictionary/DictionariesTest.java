package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.decider.Independence;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The facts stated at each family, decided exactly: shape, mu^2, spark.
class DictionariesTest {

    private static final long BUDGET = 50_000_000;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<Arguments> families() {
        return Stream.of(
                family("simplex(4)", () -> Dictionaries.simplex(4), 5, 5, Rational.of(1, 16), 5),
                family("simplex(9)", () -> Dictionaries.simplex(9), 10, 10, Rational.of(1, 81), 10),
                family("core(3)", () -> Dictionaries.core(3), 3, 4, Rational.of(1, 9), 4),
                family("core(7)", () -> Dictionaries.core(7), 7, 8, Rational.of(1, 49), 8),
                family("core(15)", () -> Dictionaries.core(15), 15, 16, Rational.of(1, 225), 16),
                family("core(31)", () -> Dictionaries.core(31), 31, 32, Rational.of(1, 961), 32),
                family("identityHadamard(4)", () -> Dictionaries.identityHadamard(4), 4, 8, Rational.of(1, 4), 4),
                family("identityHadamard(16)", () -> Dictionaries.identityHadamard(16), 16, 32, Rational.of(1, 16), 8),
                family("steiner6x16", () -> Dictionaries.steiner6x16(), 6, 16, Rational.of(1, 9), 4),
                family("steiner7x28", () -> Dictionaries.steiner7x28(), 7, 28, Rational.of(1, 9), 4),
                family("harmonic(6)", () -> Dictionaries.harmonic(6), 6, 16, Rational.of(1, 9), 4),
                family("harmonic(10)", () -> Dictionaries.harmonic(10), 10, 16, Rational.of(1, 25), 6),
                family("mutuallyUnbiasedBases(4)", () -> Dictionaries.mutuallyUnbiasedBases(4), 4, 12, Rational.of(1, 4), 3),
                family("fano", () -> Dictionaries.fano(), 7, 7, Rational.of(1, 9), INFINITE),
                family("affinePlane(2)", () -> Dictionaries.affinePlane(2), 4, 6, Rational.of(1, 4), 4),
                family("affinePlane(3)", () -> Dictionaries.affinePlane(3), 9, 12, Rational.of(1, 9), 6),
                family("identity(6)", () -> Dictionaries.identity(6), 6, 6, Rational.ZERO, INFINITE),
                family("disjoint(7, 3)", () -> Dictionaries.disjoint(7, 3), 7, 2, Rational.ZERO, INFINITE));
    }

    /// The dictionary is made inside the test, so that a failure, or a mutant, there is that test's.
    private static Arguments family(String name, Supplier<Dictionary> dictionary, int rows, int atoms, Rational squared, double spark) {
        return Arguments.of(name, dictionary, rows, atoms, squared, spark);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void hasTheStatedFacts(String name, Supplier<Dictionary> family, int rows, int atoms, Rational squared, double spark) {
        Dictionary dictionary = family.get();
        assertEquals(rows, dictionary.rows());
        assertEquals(atoms, dictionary.atoms());
        assertEquals(squared, MutualCoherence.of(dictionary).squared());
        Spark found = Spark.of(dictionary, BUDGET);
        assertTrue(found.isExact());
        assertEquals(spark, found.upper());
        assertEquals(found.witness().isPresent(), spark < INFINITE);
    }

    @Test
    void largerAffinePlanesHaveCoherenceOneOverTheOrder() {
        assertEquals(Rational.of(1, 16), MutualCoherence.of(Dictionaries.affinePlane(4)).squared());
        assertEquals(Rational.of(1, 25), MutualCoherence.of(Dictionaries.affinePlane(5)).squared());
        for (int q = 2; q <= 5; q++) {
            Dictionary plane = Dictionaries.affinePlane(q);
            for (int line = 0; line < plane.atoms(); line++) {
                assertEquals(Rational.of(q), plane.squaredNorm(line), "points on line " + line + " of order " + q);
            }
        }
    }

    @Test
    void harmonicFramesAreEquiangularAndTight() {
        for (int rows : new int[] {6, 10, 28, 36}) {
            Dictionary frame = Dictionaries.harmonic(rows);
            assertTrue(EquiangularTightFrame.is(frame), rows + " rows");
            int atoms = rows <= 10 ? 16 : 64;
            assertEquals(Rational.of(atoms - rows, (long) rows * (atoms - 1)), MutualCoherence.of(frame).squared());
        }
        assertFalse(EquiangularTightFrame.is(Dictionaries.mutuallyUnbiasedBases(4)));
    }

    /// Within a basis orthogonal, between two bases always 1/sqrt(n).
    @Test
    void basesAreMutuallyUnbiased() {
        for (int n : new int[] {4, 16}) {
            Dictionary bases = Dictionaries.mutuallyUnbiasedBases(n);
            assertEquals(n * (n / 2 + 1), bases.atoms());
            for (int i = 0; i < bases.atoms(); i++) {
                assertEquals(Rational.of(n), bases.squaredNorm(i));
                for (int l = 0; l < i; l++) {
                    Rational expected = i / n == l / n ? Rational.ZERO : Rational.of(n);
                    assertEquals(expected, bases.innerProduct(i, l).square(), "vectors " + l + " and " + i);
                }
            }
        }
    }

    /// Less coherent than the start, which is less coherent than random atoms; never below the Welch bound, and not there either.
    @Test
    void alternatingProjectionsLowerTheCoherence() {
        for (long seed = 0; seed < 20; seed++) {
            int rows = 3 + (int) seed % 4;
            int atoms = 2 * rows + (int) seed % 3;
            Rational random = MutualCoherence.of(Dictionaries.gaussianGrid(rows, atoms, 16, RandomSource.XO_SHI_RO_256_PP.create(seed)))
                    .squared();
            Rational start = MutualCoherence.of(projected(rows, atoms, 0, seed)).squared();
            Rational end = MutualCoherence.of(projected(rows, atoms, 30, seed)).squared();
            assertTrue(start.compareTo(random) < 0, "seed " + seed);
            assertTrue(end.compareTo(start) < 0, "seed " + seed);
            assertTrue(end.compareTo(Rational.of(atoms - rows, (long) rows * (atoms - 1))) > 0, "seed " + seed);
        }
    }

    /// 3 x 6 has an equiangular tight frame, the diagonals of the icosahedron, mu = 1/sqrt(5) = 0.4472..: from some starts it is found, to as many digits.
    @Test
    void alternatingProjectionsFindTheIcosahedron() {
        double least = LongStream.range(0, 10)
                .mapToDouble(seed -> MutualCoherence.of(projected(3, 6, 100, seed)).value().upper())
                .min()
                .orElseThrow();
        assertEquals("0.4472", String.format(Locale.ROOT, "%.4f", least));
    }

    private static Dictionary projected(int rows, int atoms, int steps, long seed) {
        return Dictionaries.alternatingProjections(rows, atoms, steps, 16, RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    /// sqrt(2/n) cos(pi/(2n)): the entries are rounded, so the formula is met within the rounding of an entry and of its evaluation.
    @Test
    void identityAndDctHasTheKnownCoherenceUpToTheRoundingOfItsEntries() {
        for (int n : new int[] {4, 8, 16, 32}) {
            Interval mu = MutualCoherence.of(Dictionaries.identityDct(n)).value();
            double formula = Math.sqrt(2.0 / n) * Math.cos(Math.PI / (2 * n));
            double rounding = (n + 8) * Math.ulp(formula); // norms of n rounded squares, and a few ulps for the formula itself
            assertTrue(Math.abs(mu.lower() - formula) <= rounding, () -> n + ": " + mu + " and " + formula);
        }
    }

    @Test
    void copiesKeepWhatTheyShould() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
        Dictionary core = Dictionaries.core(7);
        assertEquals(Rational.of(1, 49), MutualCoherence.of(Dictionaries.shuffled(core, random)).squared());
        Dictionary scaled = Dictionaries.scaled(core, 3, random);
        assertEquals(Rational.of(1, 49), MutualCoherence.of(scaled).squared());
        assertTrue(AtomNorms.of(scaled).largestSquared().compareTo(AtomNorms.of(scaled).smallestSquared()) > 0);
        assertTrue(MutualCoherence.of(Dictionaries.perturbed(core, 10, random)).squared().compareTo(Rational.of(1, 49)) > 0);
    }

    @Test
    void packingsShareAtMostOneRow() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
        for (int p = 2; p <= 4; p++) {
            int capacity = Dictionaries.packingCapacity(21, p);
            assertTrue(capacity > 0);
            Dictionary packing = Dictionaries.packing(21, capacity, p, random);
            for (int i = 0; i < capacity; i++) {
                assertEquals(Rational.of(p), packing.squaredNorm(i));
                for (int l = 0; l < i; l++) {
                    assertTrue(packing.innerProduct(i, l).abs().compareTo(Rational.ONE) <= 0);
                }
            }
        }
        assertEquals(0, Dictionaries.packingCapacity(9, 4));
    }

    @Test
    void sparkIsThatOfBruteForceAndSaysWhenItStops() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3L);
        for (int trial = 0; trial < 60; trial++) {
            Dictionary dictionary = Dictionaries.randomInteger(2 + random.nextInt(3), 3 + random.nextInt(4), 1, random);
            double brute = sparkByBruteForce(dictionary);
            Spark spark = Spark.of(dictionary, BUDGET);
            assertEquals(brute, spark.lower());
            assertEquals(brute, spark.upper());
            for (int size = 1; size <= dictionary.atoms(); size++) {
                assertEquals(Verdict.of(brute > size), Independence.decide(dictionary, size, BUDGET).verdict());
            }
        }
        Spark stopped = Spark.of(Dictionaries.identityHadamard(16), 100);
        assertTrue(stopped.lower() < 8 && stopped.upper() > 8);
        assertEquals(Verdict.UNDECIDED, Independence.decide(Dictionaries.identityHadamard(16), 7, 100).verdict());
    }

    private static double sparkByBruteForce(Dictionary dictionary) {
        double spark = INFINITE;
        for (int subset = 1; subset < 1 << dictionary.atoms(); subset++) {
            int chosen = subset;
            int[] atoms = IntStream.range(0, dictionary.atoms()).filter(i -> (chosen >> i & 1) == 1).toArray();
            if (dictionary.exact(atoms).rank() < atoms.length) {
                spark = Math.min(spark, atoms.length);
            }
        }
        return spark;
    }

    @Test
    void badSizesAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.core(8));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.identityHadamard(8));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.affinePlane(6));
        assertThrows(IllegalArgumentException.class, () -> projected(2, 4, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> projected(3, 3, 1, 1));
        assertEquals(4, projected(3, 4, 1, 1).atoms());
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.harmonic(7));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.mutuallyUnbiasedBases(8));
        Matrix withZeroAtom = Matrix.ofRows(new double[] {0, 1});
        var e = assertThrows(IllegalArgumentException.class, () -> Dictionary.of(withZeroAtom));
        assertEquals("atom 0 of 2 is zero", e.getMessage());
    }

    @Test
    void dctIsOrthonormalUpToTheRoundingOfItsEntries() {
        int n = 12;
        Dictionary dictionary = Dictionaries.identityDct(n);
        for (int i = 0; i < n; i++) {
            assertEquals(Rational.ONE, dictionary.squaredNorm(i));
            assertEquals(1.0, dictionary.matrix().get(i, i));
            for (int l = 0; l < n; l++) {
                double product = dictionary.innerProduct(n + i, n + l).nearest();
                assertEquals(i == l ? 1 : 0, product, 8 * n * Math.ulp(1.0), () -> "columns of the DCT");
            }
        }
    }

    @Test
    void drawnDictionariesAreWhatTheyAreSaidToBe() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        for (int trial = 0; trial < 20; trial++) {
            // one row and the entries -1, 0, 1: a third of the columns would be zero
            Dictionary signs = Dictionaries.randomInteger(1, 40, 1, random);
            assertEquals(40, signs.atoms());
            assertTrue(signs.atom(0).length == 1 && IntStream.range(0, 40).allMatch(j -> Math.abs(signs.atom(j)[0]) == 1));
            assertEquals(2, IntStream.range(0, 40).mapToDouble(j -> signs.atom(j)[0]).distinct().count(), "both signs");
            // on the grid of halves nearly half of the normal numbers are 0 or +-1/2
            Dictionary grid = Dictionaries.gaussianGrid(1, 60, 1, random);
            assertTrue(IntStream.range(0, 60).mapToDouble(j -> 2 * grid.atom(j)[0]).allMatch(x -> x != 0 && x == Math.rint(x)));
            assertTrue(IntStream.range(0, 60).mapToDouble(j -> Math.abs(grid.atom(j)[0])).anyMatch(x -> x == 0.5));
        }
        Dictionary integers = Dictionaries.randomInteger(30, 30, 4, random);
        double[] entries = integers.matrix().toColumnMajor();
        assertEquals(9, Arrays.stream(entries).distinct().count(), "-4 to 4");
        assertEquals(4, Arrays.stream(entries).max().orElseThrow());
        assertEquals(-4, Arrays.stream(entries).min().orElseThrow());
    }

    @Test
    void shufflingTurnsAndReordersAtoms() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        Dictionary axes = Dictionaries.identity(12);
        Dictionary shuffled = Dictionaries.shuffled(axes, random);
        int moved = 0;
        int flipped = 0;
        boolean[] seen = new boolean[12];
        for (int j = 0; j < 12; j++) {
            double[] atom = shuffled.atom(j);
            int row = IntStream.range(0, 12).filter(i -> atom[i] != 0).findFirst().orElseThrow();
            assertEquals(Rational.ONE, shuffled.squaredNorm(j));
            seen[row] = true;
            moved += row == j ? 0 : 1;
            flipped += atom[row] < 0 ? 1 : 0;
        }
        assertTrue(IntStream.range(0, 12).allMatch(i -> seen[i]), "each atom once");
        assertTrue(moved > 0 && flipped > 0 && flipped < 12);
        int[] firsts = new int[3];
        for (int trial = 0; trial < 300; trial++) {
            double[] atom = Dictionaries.shuffled(Dictionaries.identity(3), random).atom(0);
            firsts[IntStream.range(0, 3).filter(i -> atom[i] != 0).findFirst().orElseThrow()]++;
        }
        for (int count : firsts) {
            assertTrue(count > 50, "every atom comes first, about 100 times in 300");
        }
    }

    @Test
    void scalingAndPerturbingStayWithinTheirLimits() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        Dictionary scaled = Dictionaries.scaled(Dictionaries.identity(40), 3, random);
        assertEquals(
                List.of(1.0, 2.0, 3.0), IntStream.range(0, 40).mapToObj(j -> scaled.atom(j)[j]).distinct().sorted().toList());
        Dictionary core = Dictionaries.core(7);
        Dictionary perturbed = Dictionaries.perturbed(core, 3, random);
        double[] differences = IntStream.range(0, 56)
                .mapToDouble(k -> perturbed.matrix().toColumnMajor()[k] - core.matrix().toColumnMajor()[k])
                .distinct()
                .sorted()
                .toArray();
        assertArrayEquals(new double[] {-0.125, 0, 0.125}, differences);
        // atoms +-1 in one row and steps of 1: a third of them would vanish
        Dictionary signs = Dictionaries.perturbed(Dictionaries.randomInteger(1, 60, 1, random), 0, random);
        assertTrue(IntStream.range(0, 60).allMatch(j -> signs.atom(j)[0] != 0));
        assertEquals(4, IntStream.range(0, 60).mapToDouble(j -> signs.atom(j)[0]).distinct().count(), "-2, -1, 1, 2");
        // a ninth of these would vanish
        assertEquals(200, Dictionaries.perturbed(Dictionaries.randomInteger(2, 200, 1, random), 0, random).atoms());
    }

    @Test
    void packingsTakeAsManyColumnsAsTheDesignHas() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        assertEquals(49, Dictionaries.packingCapacity(21, 3), "7 rows a group");
        assertEquals(9, Dictionaries.packingCapacity(9, 3), "q = p");
        assertEquals(25, Dictionaries.packingCapacity(13, 2), "the largest prime below 6.5");
        assertEquals(0, Dictionaries.packingCapacity(11, 4), "q = 2 < 4");
        assertEquals(4, Dictionaries.packingCapacity(2, 1), "q = 2");
        assertEquals(0, Dictionaries.packingCapacity(1, 1), "no prime");
        assertEquals(0, Dictionaries.packingCapacity(9, 0));
        assertEquals(0, Dictionaries.packingCapacity(9, -1));
        assertEquals(1, Dictionaries.packing(9, 1, 3, random).atoms());
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.packing(9, 0, 3, random));
        String message = assertThrows(IllegalArgumentException.class, () -> Dictionaries.packing(9, 10, 3, random)).getMessage();
        assertEquals("packing of 10 columns but capacity 9 for 9 rows and 3 entries a column", message);
        double[] entries = Dictionaries.packing(9, 9, 3, random).matrix().toColumnMajor();
        assertEquals(3, Arrays.stream(entries).distinct().count(), "0 and both signs");
    }

    @Test
    void namesOfBadSizes() {
        assertEquals(
                "Hadamard matrix of order 9: the order must be a power of two",
                assertThrows(IllegalArgumentException.class, () -> Dictionaries.core(8)).getMessage());
        assertEquals(
                "Hadamard matrix of order 9: the order must be a power of two",
                assertThrows(IllegalArgumentException.class, () -> Dictionaries.identityHadamard(9)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.affinePlane(1));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.disjoint(3, 0));
        assertEquals(
                "columns of 4 ones in 3 rows",
                assertThrows(IllegalArgumentException.class, () -> Dictionaries.disjoint(3, 4)).getMessage());
        assertEquals(1, Dictionaries.disjoint(3, 3).atoms());
        assertEquals(3, Dictionaries.disjoint(3, 1).atoms());
        assertEquals(Rational.of(1, 3), Rational.ONE.dividedBy(Dictionaries.disjoint(3, 3).squaredNorm(0)));
    }
}
