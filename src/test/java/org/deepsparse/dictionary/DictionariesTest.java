package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Bareiss;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.linalg.Matrix;
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
                Arguments.of("simplex(4)", Dictionaries.simplex(4), 5, 5, Rational.of(1, 16), 5),
                Arguments.of("simplex(9)", Dictionaries.simplex(9), 10, 10, Rational.of(1, 81), 10),
                Arguments.of("core(3)", Dictionaries.core(3), 3, 4, Rational.of(1, 9), 4),
                Arguments.of("core(7)", Dictionaries.core(7), 7, 8, Rational.of(1, 49), 8),
                Arguments.of("core(15)", Dictionaries.core(15), 15, 16, Rational.of(1, 225), 16),
                Arguments.of("core(31)", Dictionaries.core(31), 31, 32, Rational.of(1, 961), 32),
                Arguments.of("identityHadamard(4)", Dictionaries.identityHadamard(4), 4, 8, Rational.of(1, 4), 4),
                Arguments.of("identityHadamard(16)", Dictionaries.identityHadamard(16), 16, 32, Rational.of(1, 16), 8),
                Arguments.of("steiner6x16", Dictionaries.steiner6x16(), 6, 16, Rational.of(1, 9), 4),
                Arguments.of("steiner7x28", Dictionaries.steiner7x28(), 7, 28, Rational.of(1, 9), 4),
                Arguments.of("harmonic(6)", Dictionaries.harmonic(6), 6, 16, Rational.of(1, 9), 4),
                Arguments.of("harmonic(10)", Dictionaries.harmonic(10), 10, 16, Rational.of(1, 25), 6),
                Arguments.of("mutuallyUnbiasedBases(4)", Dictionaries.mutuallyUnbiasedBases(4), 4, 12, Rational.of(1, 4), 3),
                Arguments.of("fano", Dictionaries.fano(), 7, 7, Rational.of(1, 9), INFINITE),
                Arguments.of("affinePlane(2)", Dictionaries.affinePlane(2), 4, 6, Rational.of(1, 4), 4),
                Arguments.of("affinePlane(3)", Dictionaries.affinePlane(3), 9, 12, Rational.of(1, 9), 6),
                Arguments.of("identity(6)", Dictionaries.identity(6), 6, 6, Rational.ZERO, INFINITE),
                Arguments.of("disjoint(7, 3)", Dictionaries.disjoint(7, 3), 7, 2, Rational.ZERO, INFINITE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("families")
    void hasTheStatedFacts(String name, Dictionary dictionary, int rows, int atoms, Rational squared, double spark) {
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

    /// Less coherent than random atoms, never below the Welch bound, and not there either.
    @Test
    void alternatingProjectionsLowerTheCoherence() {
        for (long seed = 0; seed < 20; seed++) {
            int rows = 3 + (int) seed % 4;
            int atoms = 2 * rows + (int) seed % 3;
            Dictionary start = Dictionaries.gaussianGrid(rows, atoms, 16, RandomSource.XO_SHI_RO_256_PP.create(seed));
            Dictionary frame = Dictionaries.alternatingProjections(rows, atoms, 30, 16, RandomSource.XO_SHI_RO_256_PP.create(seed));
            Rational squared = MutualCoherence.of(frame).squared();
            assertTrue(squared.compareTo(MutualCoherence.of(start).squared()) < 0, "seed " + seed);
            assertTrue(squared.compareTo(Rational.of(atoms - rows, (long) rows * (atoms - 1))) > 0, "seed " + seed);
        }
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
                assertEquals(Optional.of(brute > size), Spark.independence(dictionary, size, BUDGET).holds());
            }
        }
        Spark stopped = Spark.of(Dictionaries.identityHadamard(16), 100);
        assertTrue(stopped.lower() < 8 && stopped.upper() > 8);
        assertEquals(Optional.empty(), Spark.independence(Dictionaries.identityHadamard(16), 7, 100).holds());
    }

    private static double sparkByBruteForce(Dictionary dictionary) {
        double spark = INFINITE;
        for (int subset = 1; subset < 1 << dictionary.atoms(); subset++) {
            int chosen = subset;
            Rational[][] columns = IntStream.range(0, dictionary.atoms())
                    .filter(i -> (chosen >> i & 1) == 1)
                    .mapToObj(i -> Rational.of(dictionary.atom(i)))
                    .toArray(Rational[][]::new);
            if (Bareiss.rank(columns) < columns.length) {
                spark = Math.min(spark, columns.length);
            }
        }
        return spark;
    }

    @Test
    void badSizesAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.core(8));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.identityHadamard(8));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.affinePlane(6));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.harmonic(7));
        assertThrows(IllegalArgumentException.class, () -> Dictionaries.mutuallyUnbiasedBases(8));
        Matrix withZeroAtom = Matrix.ofRows(new double[] {0, 1});
        var e = assertThrows(IllegalArgumentException.class, () -> Dictionary.of(withZeroAtom));
        assertEquals("atom 0 of 2 is zero", e.getMessage());
    }
}
