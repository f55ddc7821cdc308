package org.deepsparse.instance.family;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.EquiangularTightFrame;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The facts stated at each family, decided exactly: shape, mu^2, spark.
class FamiliesTest {

    private static final long BUDGET = 50_000_000;
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    static Stream<Arguments> families() {
        return Stream.of(
                facts(() -> new Simplex(4), 5, 5, Rational.of(1, 16), 5),
                facts(() -> new Simplex(9), 10, 10, Rational.of(1, 81), 10),
                facts(() -> new Core(3), 3, 4, Rational.of(1, 9), 4),
                facts(() -> new Core(7), 7, 8, Rational.of(1, 49), 8),
                facts(() -> new Core(15), 15, 16, Rational.of(1, 225), 16),
                facts(() -> new Core(31), 31, 32, Rational.of(1, 961), 32),
                facts(() -> new IdentityHadamard(4), 4, 8, Rational.of(1, 4), 4),
                facts(() -> new IdentityHadamard(16), 16, 32, Rational.of(1, 16), 8),
                facts(() -> new Steiner(6), 6, 16, Rational.of(1, 9), 4),
                facts(() -> new Steiner(7), 7, 28, Rational.of(1, 9), 4),
                facts(() -> new Harmonic(6), 6, 16, Rational.of(1, 9), 4),
                facts(() -> new Harmonic(10), 10, 16, Rational.of(1, 25), 6),
                facts(() -> new MutuallyUnbiasedBases(4), 4, 12, Rational.of(1, 4), 3),
                facts(() -> new FanoPlane(), 7, 7, Rational.of(1, 9), INFINITE),
                facts(() -> new AffinePlane(2), 4, 6, Rational.of(1, 4), 4),
                facts(() -> new AffinePlane(3), 9, 12, Rational.of(1, 9), 6),
                facts(() -> new AffinePlane(3, 11), 11, 12, Rational.of(1, 9), 6),
                facts(() -> new StandardBasis(6), 6, 6, Rational.ZERO, INFINITE),
                facts(() -> new Disjoint(7, 3), 7, 2, Rational.ZERO, INFINITE));
    }

    /// The member is made inside the test, so that a failure, or a mutant, there is that test's.
    private static Arguments facts(Supplier<Determined> member, int rows, int atoms, Rational squared,
            double spark) {
        return Arguments.of(member, rows, atoms, squared, spark);
    }

    @ParameterizedTest
    @MethodSource("families")
    void hasTheStatedFacts(Supplier<Determined> member, int rows, int atoms, Rational squared, double spark) {
        Dictionary dictionary = member.get().dictionary();
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
        assertEquals(Rational.of(1, 16), MutualCoherence.of(new AffinePlane(4).dictionary()).squared());
        assertEquals(Rational.of(1, 25), MutualCoherence.of(new AffinePlane(5).dictionary()).squared());
        for (int q = 2; q <= 5; q++) {
            Dictionary plane = new AffinePlane(q).dictionary();
            for (int line = 0; line < plane.atoms(); line++) {
                assertEquals(Rational.of(q), plane.squaredNorm(line),
                        "points on line " + line + " of order " + q);
            }
        }
    }

    @Test
    void harmonicFramesAreEquiangularAndTight() {
        for (int rows : new int[] {6, 10, 28, 36}) {
            Dictionary frame = new Harmonic(rows).dictionary();
            assertTrue(EquiangularTightFrame.is(frame), rows + " rows");
            int atoms = rows <= 10 ? 16 : 64;
            assertEquals(Rational.of(atoms - rows, (long) rows * (atoms - 1)),
                    MutualCoherence.of(frame).squared());
        }
        assertFalse(EquiangularTightFrame.is(new MutuallyUnbiasedBases(4).dictionary()));
    }

    /// Within a basis orthogonal, between two bases always 1/sqrt(n).
    @Test
    void basesAreMutuallyUnbiased() {
        for (int n : new int[] {4, 16}) {
            Dictionary bases = new MutuallyUnbiasedBases(n).dictionary();
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

    /// Less coherent than the start, which is less coherent than random atoms; never below the Welch bound,
    /// and not there either.
    @Test
    void alternatingProjectionsLowerTheCoherence() {
        for (long seed = 0; seed < 20; seed++) {
            int rows = 3 + (int) seed % 4;
            int atoms = 2 * rows + (int) seed % 3;
            Rational random = MutualCoherence
                    .of(new Gaussian(rows, atoms, 16).dictionary(RandomSource.XO_SHI_RO_256_PP.create(seed)))
                    .squared();
            Rational start = MutualCoherence.of(projected(rows, atoms, 0, seed)).squared();
            Rational end = MutualCoherence.of(projected(rows, atoms, 30, seed)).squared();
            assertTrue(start.compareTo(random) < 0, "seed " + seed);
            assertTrue(end.compareTo(start) < 0, "seed " + seed);
            assertTrue(end.compareTo(Rational.of(atoms - rows, (long) rows * (atoms - 1))) > 0,
                    "seed " + seed);
        }
    }

    /// 3 x 6 has an equiangular tight frame, the diagonals of the icosahedron, mu = 1/sqrt(5) = 0.4472..:
    /// from some starts it is found, to as many digits.
    @Test
    void alternatingProjectionsFindTheIcosahedron() {
        double least = LongStream.range(0, 10)
                .mapToDouble(seed -> MutualCoherence.of(projected(3, 6, 100, seed)).value().upper())
                .min()
                .orElseThrow();
        assertEquals("0.4472", String.format(Locale.ROOT, "%.4f", least));
    }

    private static Dictionary projected(int rows, int atoms, int steps, long seed) {
        return new AlternatingProjections(rows, atoms, steps)
                .dictionary(RandomSource.XO_SHI_RO_256_PP.create(seed));
    }

    /// sqrt(2/n) cos(pi/(2n)): the entries are rounded, so the formula is met within the rounding of an entry
    /// and of its evaluation.
    @Test
    void identityAndDctHasTheKnownCoherenceUpToTheRoundingOfItsEntries() {
        for (int n : new int[] {4, 8, 16, 32}) {
            Interval mu = MutualCoherence.of(new IdentityDct(n).dictionary()).value();
            double formula = Math.sqrt(2.0 / n) * Math.cos(Math.PI / (2 * n));
            // norms of n rounded squares, and a few ulps for the formula itself
            double rounding = (n + 8) * Math.ulp(formula);
            assertTrue(Math.abs(mu.lower() - formula) <= rounding, () -> n + ": " + mu + " and " + formula);
        }
    }

    @Test
    void packingsShareAtMostOneRow() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
        for (int p = 2; p <= 4; p++) {
            int capacity = Packing.capacity(21, p);
            assertTrue(capacity > 0);
            Dictionary packing = new Packing(21, capacity, p).dictionary(random);
            for (int i = 0; i < capacity; i++) {
                assertEquals(Rational.of(p), packing.squaredNorm(i));
                for (int l = 0; l < i; l++) {
                    assertTrue(packing.innerProduct(i, l).abs().compareTo(Rational.ONE) <= 0);
                }
            }
        }
        assertEquals(0, Packing.capacity(9, 4));
    }

    @Test
    void dctIsOrthonormalUpToTheRoundingOfItsEntries() {
        int n = 12;
        Dictionary dictionary = new IdentityDct(n).dictionary();
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
            Dictionary signs = new RandomInteger(1, 40, 1).dictionary(random);
            assertEquals(40, signs.atoms());
            assertTrue(signs.atom(0).length == 1
                    && IntStream.range(0, 40).allMatch(j -> Math.abs(signs.atom(j)[0]) == 1));
            assertEquals(2, IntStream.range(0, 40).mapToDouble(j -> signs.atom(j)[0]).distinct().count(),
                    "both signs");
            // on the grid of halves nearly half of the normal numbers are 0 or +-1/2
            Dictionary grid = new Gaussian(1, 60, 1).dictionary(random);
            assertTrue(IntStream.range(0, 60).mapToDouble(j -> 2 * grid.atom(j)[0])
                    .allMatch(x -> x != 0 && x == Math.rint(x)));
            assertTrue(IntStream.range(0, 60).mapToDouble(j -> Math.abs(grid.atom(j)[0]))
                    .anyMatch(x -> x == 0.5));
        }
        Dictionary integers = new RandomInteger(30, 30, 4).dictionary(random);
        double[] entries = integers.matrix().toColumnMajor();
        assertEquals(9, Arrays.stream(entries).distinct().count(), "-4 to 4");
        assertEquals(4, Arrays.stream(entries).max().orElseThrow());
        assertEquals(-4, Arrays.stream(entries).min().orElseThrow());
    }

    @Test
    void packingsTakeAsManyColumnsAsTheDesignHas() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        assertEquals(49, Packing.capacity(21, 3), "7 rows a group");
        assertEquals(9, Packing.capacity(9, 3), "q = p");
        assertEquals(25, Packing.capacity(13, 2), "the largest prime below 6.5");
        assertEquals(0, Packing.capacity(11, 4), "q = 2 < 4");
        assertEquals(4, Packing.capacity(2, 1), "q = 2");
        assertEquals(0, Packing.capacity(1, 1), "no prime");
        assertEquals(0, Packing.capacity(9, 0));
        assertEquals(0, Packing.capacity(9, -1));
        assertEquals(1, new Packing(9, 1, 3).dictionary(random).atoms());
        double[] entries = new Packing(9, 9, 3).dictionary(random).matrix().toColumnMajor();
        assertEquals(3, Arrays.stream(entries).distinct().count(), "0 and both signs");
    }

    static Stream<Arguments> badParameters() {
        return Stream.of(
                bad(() -> new Simplex(0), "family 'simplex' has n = 0 but it must be in 1..1023"),
                bad(() -> new Simplex(1024), "family 'simplex' has n = 1024 but it must be in 1..1023"),
                bad(() -> new Core(8),
                        "family 'core' has n = 8 but it must be one of 3, 7, 15, 31, 63, 127, 255, 511, "
                                + "1023"),
                bad(() -> new IdentityHadamard(8),
                        "family 'identity-hadamard' has n = 8 but it must be one of 4, 16, 64, 256, 1024"),
                bad(() -> new IdentityDct(1), "family 'identity-dct' has n = 1 but it must be in 2..1024"),
                bad(() -> new Steiner(8), "family 'steiner' has rows = 8 but it must be one of 6, 7"),
                bad(() -> new AffinePlane(6),
                        "family 'affine' has order = 6 but it must be one of 2, 3, 4, 5"),
                bad(() -> new AffinePlane(3, 8), "family 'affine' has rows = 8 but it must be in 9..1024"),
                bad(() -> new Harmonic(7),
                        "family 'harmonic' has rows = 7 but it must be one of 6, 10, 28, 36"),
                bad(() -> new MutuallyUnbiasedBases(8), "family 'mub' has n = 8 but it must be one of 4, 16"),
                bad(() -> new StandardBasis(1025),
                        "family 'identity' has n = 1025 but it must be in 1..1024"),
                bad(() -> new Disjoint(3, 4), "family 'disjoint' has ones = 4 but it must be in 1..3"),
                bad(() -> new Disjoint(0, 1), "family 'disjoint' has rows = 0 but it must be in 1..1024"),
                bad(() -> new Packing(9, 10, 3), "family 'packing' has atoms = 10 but it must be in 1..9"),
                bad(() -> new Packing(9, 0, 3), "family 'packing' has atoms = 0 but it must be in 1..9"),
                bad(() -> new Packing(1024, 1025, 1),
                        "family 'packing' has atoms = 1025 but it must be in 1..1024"),
                bad(() -> new Packing(11, 1, 4),
                        "family 'packing' has ones = 4 but no prime q with 4 <= q <= rows/ones, rows = 11"),
                bad(() -> new RandomInteger(3, 0),
                        "family 'integer' has atoms = 0 but it must be in 1..1024"),
                bad(() -> new RandomInteger(3, 3, 0),
                        "family 'integer' has largest = 0 but it must be in 1..1073741824"),
                bad(() -> new Gaussian(3, 3, 53), "family 'gaussian' has bits = 53 but it must be in 1..52"),
                bad(() -> new AlternatingProjections(2, 4),
                        "family 'alternating' has rows = 2 but it must be in 3..63"),
                bad(() -> new AlternatingProjections(3, 3),
                        "family 'alternating' has atoms = 3 but it must be in 4..64"),
                bad(() -> Families.parse("core", List.of(7, 8)),
                        "family 'core' is given 2 parameters but takes 1"),
                bad(() -> Families.parse("integer", List.of(7, 7, 7, 7)),
                        "family 'integer' is given 4 parameters but takes 2 or 3"));
    }

    private static Arguments bad(Supplier<Family> member, String message) {
        return Arguments.of(member, message);
    }

    @ParameterizedTest
    @MethodSource("badParameters")
    void badParametersAreNamedWithTheirValueAndWhatIsAllowed(Supplier<Family> member, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, member::get).getMessage());
    }

    /// One of each family, with every parameter far enough from its end to become smaller.
    private static final List<Family> MEMBERS = List.of(
            new Simplex(9),
            new Core(31),
            new IdentityHadamard(16),
            new IdentityDct(9),
            new Steiner(7),
            new AffinePlane(5),
            new FanoPlane(),
            new Harmonic(36),
            new MutuallyUnbiasedBases(16),
            new StandardBasis(9),
            new Disjoint(11, 3),
            new Packing(11, 6, 2),
            new RandomInteger(4, 6, 12),
            new Gaussian(4, 6, 20),
            new AlternatingProjections(5, 9, 40));

    /// The families are the records among the classes beside [Family].
    @Test
    void everyFamilyIsOnTheList() throws IOException, URISyntaxException {
        Path classes = requireNonNull(
                Path.of(requireNonNull(Family.class.getResource("Family.class")).toURI()).getParent());
        Set<String> records;
        try (Stream<Path> files = Files.list(classes)) {
            records = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> Family.class.getPackageName() + "."
                            + name.substring(0, name.length() - ".class".length()))
                    .filter(FamiliesTest::isFamily)
                    .collect(Collectors.toSet());
        }
        assertEquals(records,
                MEMBERS.stream().map(member -> member.getClass().getName()).collect(Collectors.toSet()));
        List<String> names = MEMBERS.stream().map(member -> member.text().replaceFirst("\\(.*", "")).toList();
        assertEquals(Families.names(), names);
    }

    private static boolean isFamily(String name) {
        try {
            Class<?> type = Class.forName(name);
            return Family.class.isAssignableFrom(type) && !type.isInterface();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /// Of a member and of all that it shrinks to: shape and column sparsity are those of its dictionary, and
    /// its text is read back as itself.
    @Test
    void membersAreWhatTheySayTheyAre() {
        Set<Family> seen = new HashSet<>();
        MEMBERS.forEach(member -> collect(member, seen));
        for (Family member : seen) {
            Dictionary dictionary = member.dictionary(RandomSource.XO_SHI_RO_256_PP.create(3L));
            assertEquals(member.rows(), dictionary.rows(), member.text());
            assertEquals(member.atoms(), dictionary.atoms(), member.text());
            assertTrue(mostNonzeros(dictionary) <= member.columnSparsity(), member.text());
            assertTrue(member.columnSparsity() <= member.rows(), member.text());
            String[] parts = member.text().split("[(),]");
            List<Integer> parameters = Stream.of(parts).skip(1).map(Integer::valueOf).toList();
            assertEquals(member, Families.parse(parts[0], parameters));
        }
        assertTrue(MEMBERS.stream()
                .allMatch(member -> member instanceof FanoPlane || !member.smaller().isEmpty()));
    }

    private static void collect(Family member, Set<Family> seen) {
        if (seen.add(member)) {
            member.smaller().forEach(smaller -> collect(smaller, seen));
        }
    }

    private static int mostNonzeros(Dictionary dictionary) {
        return IntStream.range(0, dictionary.atoms())
                .map(j -> (int) Arrays.stream(dictionary.atom(j)).filter(entry -> entry != 0).count())
                .max()
                .orElseThrow();
    }

    /// What recipes have written since the first version; a changed default would silently give other
    /// dictionaries.
    @Test
    void usualParametersAreLeftOut() {
        assertEquals("integer(4,5)", new RandomInteger(4, 5, 9).text());
        assertEquals("gaussian(4,5)", new Gaussian(4, 5, 16).text());
        assertEquals("alternating(4,5)", new AlternatingProjections(4, 5, 30).text());
    }
}
