package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Gaussian;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.instance.family.Variant;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Evidence;

/// Norms, inner products, weights, frames and the Babel function against brute force in rationals.
class DictionaryFactsProperties {

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    private static RationalVector atom(Dictionary dictionary, int i) {
        return RationalVector.of(dictionary.atom(i));
    }

    /// Few large integers, many small ones, and grids: both ways to compute a product are taken.
    private static Dictionary draw(long seed) {
        UniformRandomProvider random = random(seed);
        int rows = 1 + random.nextInt(6);
        int atoms = 1 + random.nextInt(8);
        return switch (random.nextInt(3)) {
            case 0 -> new RandomInteger(rows, atoms, 3).dictionary(random);
            case 1 -> new RandomInteger(rows, atoms, 1 << (20 + random.nextInt(10))).dictionary(random);
            default -> new Gaussian(rows, atoms, 40).dictionary(random);
        };
    }

    /// D x is the combination of the atoms, whichever way it is asked for.
    @Property(seed = "1", tries = 100)
    void productsWithCodesAreCombinationsOfAtoms(@ForAll long seed) {
        Dictionary dictionary = draw(seed);
        UniformRandomProvider random = random(~seed);
        RationalVector code = RationalVector.of(
                IntStream.range(0, dictionary.atoms()).mapToDouble(i -> random.nextInt(-3, 4)).toArray());
        RationalVector sum = RationalVector.of(new double[dictionary.rows()]);
        for (int i = 0; i < dictionary.atoms(); i++) {
            sum = sum.plus(atom(dictionary, i).times(code.get(i)));
        }
        assertEquals(sum, dictionary.times(code));
        assertEquals(sum, dictionary.exact().times(code));
        assertEquals(
                "dictionary has " + dictionary.atoms() + " atoms but the code has 9 entries",
                assertThrows(IllegalArgumentException.class,
                        () -> dictionary.times(RationalVector.of(new double[9]))).getMessage());
    }

    @Property(seed = "1", tries = 200)
    void innerProductsAndNormsAreExact(@ForAll long seed) {
        Dictionary dictionary = draw(seed);
        Rational smallest = dictionary.squaredNorm(0);
        Rational largest = smallest;
        for (int i = 0; i < dictionary.atoms(); i++) {
            for (int l = 0; l < dictionary.atoms(); l++) {
                assertEquals(atom(dictionary, i).dot(atom(dictionary, l)), dictionary.innerProduct(i, l));
            }
            Rational squared = atom(dictionary, i).squaredNorm();
            assertEquals(squared, dictionary.squaredNorm(i));
            smallest = squared.compareTo(smallest) < 0 ? squared : smallest;
            largest = squared.compareTo(largest) > 0 ? squared : largest;
        }
        AtomNorms norms = AtomNorms.of(dictionary);
        assertEquals(new AtomNorms(smallest, largest), norms);
        assertEquals(smallest.sqrtEnclosure(), norms.smallest());
        assertEquals(largest.sqrtEnclosure(), norms.largest());
        assertEquals(norms, dictionary.norms());
        assertSame(dictionary.norms(), dictionary.norms(), "computed once");
    }

    /// Norms that differ by less than the rounding of a computed norm, and norms that no computed norm is
    /// trusted for.
    @Example
    void normsAreToldApartWhereDoublesDoNot() {
        double little = 0x1p-30; // its square is 2^-60
        Matrix rows = Matrix.ofRows(new double[] {1, 1, 1, 1},
                new double[] {2 * little, little, 3 * little, 2 * little});
        Rational one = Rational.ONE;
        assertEquals(
                new AtomNorms(one.plus(Rational.of(0x1p-60)), one.plus(Rational.of(9 * 0x1p-60))),
                AtomNorms.of(Dictionary.of(rows)));
        for (double size : new double[] {0x1p-1000, 0x1p-899, 0x1p899, 0x1p1000}) {
            Dictionary scaled = Dictionary.of(Matrix.ofRows(new double[] {size, 3 * size, 2 * size}));
            Rational squared = Rational.of(size).square();
            assertEquals(new AtomNorms(squared, squared.times(9)), AtomNorms.of(scaled), "size " + size);
        }
        Dictionary mixed = Dictionary.of(Matrix.ofRows(new double[] {Double.MIN_VALUE, 1, 0x1p1023}));
        assertEquals(new AtomNorms(Rational.of(Double.MIN_VALUE).square(), Rational.of(0x1p1023).square()),
                AtomNorms.of(mixed));
    }

    @Property(seed = "1", tries = 100)
    void weightsAreDescribedByTheirNumbers(@ForAll long seed,
            @ForAll @IntRange(min = 1, max = 4) int sparsity) {
        Dictionary dictionary = draw(seed);
        AnalysisWeights weights = AnalysisWeights.scaled(dictionary);
        int n = dictionary.atoms();
        Rational coherence = Rational.ZERO;
        Rational infeasibility = Rational.ZERO;
        Rational norm1 = Rational.ZERO;
        Rational normInf = Rational.ZERO;
        for (int i = 0; i < n; i++) {
            RationalVector weight = RationalVector.of(weights.matrix().column(i));
            for (int l = 0; l < n; l++) {
                Rational product = weight.dot(atom(dictionary, l));
                coherence = i == l ? coherence : max(coherence, product.abs());
                infeasibility = i == l
                        ? max(infeasibility, product.minus(Rational.ONE).abs())
                        : infeasibility;
            }
            norm1 = max(norm1, weight.norm1());
            normInf = max(normInf, weight.normInf());
            for (int k = 0; k < dictionary.rows(); k++) {
                assertEquals(atom(dictionary, i).get(k).dividedBy(dictionary.squaredNorm(i)).nearest(),
                        weights.matrix().get(k, i));
            }
        }
        assertEncloses(weights.coherence(), coherence, dictionary.rows());
        assertTrue(contains(weights.infeasibility(), infeasibility));
        assertTrue(weights.infeasibility().upper() <= 0x1p-40, "as feasible as doubles allow");
        assertEncloses(Interval.of(norm1.enclosure().lower(), weights.norm1()), norm1, dictionary.rows());
        assertEquals(normInf.enclosure(), Interval.of(weights.normInf()));
        Rational operator = Rational.ZERO;
        for (int k = 0; k < dictionary.rows(); k++) {
            Rational row = Rational.ZERO;
            for (int l = 0; l < n; l++) {
                row = row.plus(atom(dictionary, l).get(k).abs());
            }
            operator = max(operator, row);
        }
        assertEncloses(Interval.of(operator.enclosure().lower(), weights.dictionaryNorm()), operator, n);
        Rational margin = Rational.ONE.minus(coherence.times(2L * sparsity - 1))
                .minus(infeasibility.times(2L * sparsity));
        Interval found = weights.contractionMargin(dictionary, sparsity);
        assertTrue(contains(found, margin));
        assertEquals(margin.signum(), (int) Math.signum(margin.signum() > 0 ? found.lower() : found.upper()));
        RationalVector error = atom(dictionary, 0).times(Rational.of(-1, 3));
        Rational response = Rational.ZERO;
        for (int i = 0; i < n; i++) {
            response = max(response, RationalVector.of(weights.matrix().column(i)).dot(error).abs());
        }
        assertEquals(response.enclosure().upper(), weights.response(error));
    }

    private static Rational max(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static boolean contains(Interval interval, Rational number) {
        return Rational.of(interval.lower()).compareTo(number) <= 0
                && Rational.of(interval.upper()).compareTo(number) >= 0;
    }

    /// Contains the number, and is no wider than a rounding of each of `terms` sums and products allows.
    private static void assertEncloses(Interval interval, Rational number, int terms) {
        assertTrue(contains(interval, number), () -> number + " and " + interval);
        double size = Math.max(interval.upper(), 1);
        assertTrue(interval.upper() - interval.lower() <= 4 * terms * Math.ulp(size) * size,
                () -> number + " and " + interval);
    }

    @Example
    void marginsOfContractionAreExactAtEquality() {
        Dictionary core = new Core(3).dictionary();
        AnalysisWeights third = AnalysisWeights.scaled(core);
        assertEquals(Interval.of(0),
                AnalysisWeights
                        .of(new StandardBasis(2).dictionary(),
                                Matrix.ofRows(new double[] {1, 1}, new double[] {0, 1}))
                        .contractionMargin(new StandardBasis(2).dictionary(), 1));
        assertTrue(third.contractionMargin(core, 2).upper() < 0.01
                && third.contractionMargin(core, 1).lower() > 0.6);
        String message = assertThrows(
                IllegalArgumentException.class,
                () -> AnalysisWeights.of(core, Matrix.ofRows(new double[] {1, 1, 1, 1}))).getMessage();
        assertEquals("dictionary is 3 x 4 but weights are 1 x 4", message);
        assertThrows(
                IllegalArgumentException.class,
                () -> AnalysisWeights.of(core,
                        Matrix.ofRows(new double[] {1}, new double[] {1}, new double[] {1})));
    }

    @Example
    void marginsThatTheEnclosureLeavesOpenAreDecidedInRationals() {
        // 0.1 + 0.2 + 0.7 is not 1 but near it: mut = the sum, s = 1, delta = 0
        Dictionary sums = Dictionary.of(
                Matrix.ofRows(new double[] {1, 0.1}, new double[] {0, 0.2}, new double[] {0, 0.7},
                        new double[] {0, 1}));
        Matrix ones = Matrix.ofRows(new double[] {1, 0}, new double[] {1, 0}, new double[] {1, 0},
                new double[] {0, 1});
        Rational sum = Rational.of(0.1).plus(Rational.of(0.2)).plus(Rational.of(0.7));
        Interval found = AnalysisWeights.of(sums, ones).contractionMargin(sums, 1);
        assertEquals(Rational.ONE.minus(sum).enclosure(), found,
                "exactly, because the enclosure of the sum straddles 1");
        // s = 2: mut = 0.1 + b near 1/6, delta = 1/8: 1 - 3 mut - 4 delta
        double b = 1.0 / 6 - 0.1;
        Dictionary second = Dictionary
                .of(Matrix.ofRows(new double[] {1, 0.1}, new double[] {0, b}, new double[] {0, 1}));
        Matrix off = Matrix.ofRows(new double[] {1, 0}, new double[] {1, 0}, new double[] {0, 1.125});
        Rational margin = Rational.of(1, 2).minus(Rational.of(0.1).plus(Rational.of(b)).times(3));
        assertEquals(margin.enclosure(), AnalysisWeights.of(second, off).contractionMargin(second, 2));
    }

    @Example
    void framesAreToldFromOthers() {
        for (Dictionary frame : List.of(new Core(7).dictionary(), new Steiner(6).dictionary(),
                new StandardBasis(5).dictionary(),
                Variant.SCALED.apply(new Core(7).dictionary(), random(3)),
                Dictionary.of(Matrix.ofRows(new double[] {2, -3})))) {
            assertTrue(EquiangularTightFrame.is(frame), frame.toString());
        }
        assertFalse(EquiangularTightFrame.is(new Simplex(4).dictionary()),
                "equiangular, but its span is not everything");
        assertFalse(EquiangularTightFrame.is(new IdentityHadamard(4).dictionary()),
                "tight, but not equiangular");
        assertFalse(EquiangularTightFrame.is(
                Dictionary.of(Matrix.ofRows(new double[] {1, 0}, new double[] {0, 1}, new double[] {0, 0}))));
        assertFalse(EquiangularTightFrame
                .is(Dictionary.of(Matrix.ofRows(new double[] {1, 1}, new double[] {1, 0}))), "not tight");
        assertFalse(
                EquiangularTightFrame
                        .is(Dictionary.of(Matrix.ofRows(new double[] {2, 1, 1}, new double[] {0, 1, -1}))),
                "45 and 90");
    }

    @Property(seed = "1", tries = 100)
    void babelFunctionIsThatOfItsDefinition(@ForAll long seed) {
        Dictionary dictionary = draw(seed);
        BabelFunction babel = BabelFunction.of(dictionary);
        Rational squared = MutualCoherence.of(dictionary).squared();
        for (int k = 0; k <= dictionary.atoms(); k++) {
            double largest = 0;
            for (int i = 0; i < dictionary.atoms(); i++) {
                int atom = i;
                double[] cosines = IntStream.range(0, dictionary.atoms())
                        .filter(l -> l != atom)
                        .mapToDouble(l -> dictionary.innerProduct(atom, l)
                                .square()
                                .dividedBy(dictionary.squaredNorm(atom).times(dictionary.squaredNorm(l)))
                                .sqrtEnclosure()
                                .lower())
                        .sorted()
                        .toArray();
                double sum = 0;
                for (int j = 0; j < Math.min(k, cosines.length); j++) {
                    sum += cosines[cosines.length - 1 - j];
                }
                largest = Math.max(largest, sum);
            }
            double rounding = 4 * (k + 1) * Math.ulp((double) k + 1);
            Interval value = babel.value(k);
            assertTrue(Math.abs(value.lower() - largest) <= rounding
                    && value.upper() - value.lower() <= rounding, () -> value.toString());
            if (!squared.isZero()) {
                double relative = largest / squared.sqrtEnclosure().lower();
                double slack = rounding * (1 + relative) / squared.sqrtEnclosure().lower();
                assertTrue(Math.abs(babel.relativeTo(squared).value(k).upper() - relative) <= slack);
            }
            if (value.lower() >= 1 || value.upper() < 1) {
                assertEquals(Optional.of(value.lower() >= 1), babel.reachesOne(k));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> babel.value(-1));
    }

    @Example
    void tiesSumExactly() {
        BabelFunction core = BabelFunction.of(new Core(7).dictionary());
        BabelFunction relative = core.relativeTo(Rational.of(1, 49));
        for (int k = 1; k <= 9; k++) {
            assertEquals(Interval.of(Math.min(k, 7)), relative.value(k));
            assertEquals(relative.value(k), relative.values(9).get(k - 1));
        }
        assertThrows(ArithmeticException.class, () -> core.relativeTo(Rational.ZERO));
        assertEquals(Optional.of(0), core.signOfOneMinus(3, 4));
        assertEquals(Optional.of(1), core.signOfOneMinus(3, 3));
        assertEquals(Optional.of(-1), core.signOfOneMinus(4, 4));
    }

    @Example
    void emptyDictionariesAndZeroAtomsAreRefused() {
        assertEquals(
                "dictionary is empty: 0 rows, 0 atoms",
                assertThrows(IllegalArgumentException.class,
                        () -> Dictionary.of(Matrix.ofColumnMajor(0, 0, new double[0]))).getMessage());
        assertThrows(IllegalArgumentException.class,
                () -> Dictionary.of(Matrix.ofColumnMajor(2, 0, new double[0])));
        assertThrows(IllegalArgumentException.class,
                () -> Dictionary.of(Matrix.ofRows(new double[] {1, 0}, new double[] {0, 0})));
        assertEquals("Dictionary of 8 atoms with 7 rows", new Core(7).dictionary().toString());
    }

    /// Kernels of dimension 0, 1 and more, with fewer and with more atoms than rows; what is said when the
    /// answer is found in each way.
    @Example
    void sparksByHand() {
        Dictionary repeated = Dictionary.of(Matrix.ofRows(
                new double[] {1, 1, 0, 0}, new double[] {0, 0, 1, 2}, new double[] {0, 0, 0, 0},
                new double[] {0, 0, 0, 0},
                new double[] {0, 0, 0, 0}));
        assertEquals(spark(List.of(0, 1), -1, 1), Spark.of(repeated, 100));
        assertEquals(spark(List.of(0, 1), -1, 1), Spark.of(repeated, 0), "parallel atoms cost nothing");
        Dictionary one = Dictionary.of(Matrix.ofRows(new double[] {1, 0, 2, 0}, new double[] {0, 1, 0, 0},
                new double[] {0, 0, 0, 1}));
        assertEquals(spark(List.of(0, 2), -2, 1), Spark.of(one, 0));
        Dictionary three = Dictionary.of(Matrix.ofRows(new double[] {1, 0, 2, 0}, new double[] {0, 1, 1, 0},
                new double[] {0, 0, 0, 1}));
        assertEquals(spark(List.of(0, 1, 2), -2, -1, 1), Spark.of(three, 100));
        assertEquals(new Spark(2, 4, Optional.empty()), Spark.of(three, 0),
                "the elimination of three atoms is not within the budget");
        Dictionary wide = Dictionary.of(Matrix.ofRows(new double[] {1, 0, 1, 1}, new double[] {0, 1, 1, 2}));
        assertEquals(spark(List.of(0, 1, 2), -1, -1, 1), Spark.of(wide, 100));
        assertEquals(new Spark(2, 3, Optional.empty()), Spark.of(wide, 2));
    }

    /// The decided spark with this dependence as its witness.
    private static Spark spark(List<Integer> atoms, double... coefficients) {
        return new Spark(
                atoms.size(), atoms.size(),
                Optional.of(new Evidence.Dependence(atoms, RationalVector.of(coefficients))));
    }

    /// Atoms that vanish, or are parallel, modulo the first prime: another one tells.
    @Example
    void accidentsModuloThePrimeWantAnother() {
        Dictionary accident = Dictionary.of(
                Matrix.ofRows(new double[] {Integer.MAX_VALUE, 0, 1, 1}, new double[] {0, 1, 1, 2}));
        assertEquals(3, Spark.of(accident, 100).lower());
        assertEquals(3, Spark.of(accident, 100).upper());
        double[] above = {1, 0x1p31, 1, 5};
        double[] below = {1, 1, 0, 2};
        for (Dictionary equal : List.of(Dictionary.of(Matrix.ofRows(above, below)),
                Dictionary.of(Matrix.ofRows(below, above)))) {
            assertEquals(3, Spark.of(equal, 100).lower());
            assertTrue(Spark.of(equal, 100).witness().isPresent());
        }
        Dictionary twice = Dictionary.of(Matrix.ofRows(new double[] {Integer.MAX_VALUE, 0, 0},
                new double[] {0, Integer.MAX_VALUE, 0}, new double[] {0, 0, 1}));
        assertEquals(Double.POSITIVE_INFINITY, Spark.of(twice, 100).lower());
        // an atom vanishes modulo every prime that is tried
        double[][] primes = new double[5][5];
        for (int i = 0; i < 5; i++) {
            primes[i][i] = ModularElimination.PRIMES.get(i);
        }
        assertEquals(new Spark(2, Double.POSITIVE_INFINITY, Optional.empty()),
                Spark.of(Dictionary.of(Matrix.ofRows(primes)), 1_000_000));
        Dictionary independent = Dictionary
                .of(Matrix.ofRows(new double[] {Integer.MAX_VALUE, 0}, new double[] {0, 1}));
        assertEquals(Double.POSITIVE_INFINITY, Spark.of(independent, 100).lower());
    }
}
