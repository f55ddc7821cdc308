package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Gaussian;
import org.deepsparse.instance.family.IdentityDct;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Evidence;

/// Coherence against brute force in rationals, on random, tie-rich and extreme dictionaries; wrong coherences
/// are rejected by the same law.
class MutualCoherenceProperties {

    private static MutualCoherence byBruteForce(Dictionary dictionary) {
        Rational best = Rational.of(-1);
        Optional<Evidence.Pair> pair = Optional.empty();
        for (int i = 0; i < dictionary.atoms(); i++) {
            for (int l = i + 1; l < dictionary.atoms(); l++) {
                Rational squared = dictionary.innerProduct(i, l)
                        .square()
                        .dividedBy(dictionary.squaredNorm(i).times(dictionary.squaredNorm(l)));
                if (squared.compareTo(best) > 0) {
                    best = squared;
                    pair = Optional.of(new Evidence.Pair(i, l));
                }
            }
        }
        return new MutualCoherence(best.signum() < 0 ? Rational.ZERO : best, pair);
    }

    /// core_7 with every entry moved by -1, 0 or 1 times 2^-50.
    private static Dictionary nearTies(UniformRandomProvider random) {
        double[] entries = new Core(7).dictionary().matrix().toColumnMajor();
        for (int k = 0; k < entries.length; k++) {
            entries[k] += random.nextInt(-1, 2) * 0x1p-50;
        }
        return Dictionary.of(Matrix.ofColumnMajor(7, 8, entries));
    }

    private static Dictionary draw(long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        int rows = 1 + random.nextInt(9);
        int atoms = 1 + random.nextInt(14);
        Dictionary dictionary = switch (random.nextInt(5)) {
            case 0 -> new RandomInteger(rows, atoms, 2).dictionary(random); // masses of ties
            case 1 -> new Gaussian(rows, atoms, 40).dictionary(random);
            case 2 -> new Steiner(6).dictionary();
            case 3 -> new IdentityDct(2 + random.nextInt(12)).dictionary();
            default -> nearTies(random);
        };
        double[] entries = dictionary.matrix().toColumnMajor();
        boolean extreme = random.nextInt(3) == 0;
        for (int j = 0; j < dictionary.atoms(); j++) {
            int exponent = extreme ? random.nextInt(-1000, 900) : 0;
            for (int i = 0; i < dictionary.rows(); i++) {
                entries[j * dictionary.rows() + i] = Math.scalb(entries[j * dictionary.rows() + i], exponent);
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(dictionary.rows(), dictionary.atoms(), entries));
    }

    private static boolean obeys(Dictionary dictionary, Function<Dictionary, Rational> squaredCoherence) {
        return squaredCoherence.apply(dictionary).equals(byBruteForce(dictionary).squared());
    }

    @Property(seed = "1", tries = 400)
    void equalsBruteForce(@ForAll long seed) {
        Dictionary dictionary = draw(seed);
        assertEquals(byBruteForce(dictionary), MutualCoherence.of(dictionary));
        assertTrue(obeys(dictionary, d -> MutualCoherence.of(d).squared()));
    }

    @Property(seed = "1", tries = 100)
    void babelStartsAtCoherenceAndItsTwoWaysAgree(@ForAll long seed) {
        Dictionary dictionary = draw(seed);
        BabelFunction babel = BabelFunction.of(dictionary);
        Interval mu = MutualCoherence.of(dictionary).value();
        int n = dictionary.atoms();
        if (n > 1) {
            assertEquals(mu, babel.value(1));
            var scanned = BabelScan.enclosures(dictionary, n);
            assertEquals(mu, scanned.getFirst());
            for (int k = 1; k <= n; k++) {
                assertEquals(babel.value(k).lower(), scanned.get(k - 1).lower(), "lower end at " + k);
                assertTrue(scanned.get(k - 1).upper() >= babel.value(k).upper(), "upper end at " + k);
            }
            assertEquals(babel.value(n - 1), babel.value(n + 5), "constant from n - 1 on");
        }
        assertEquals(Interval.ZERO, babel.value(0));
    }

    @Example
    void extremalCases() {
        Dictionary parallel = Dictionary.of(Matrix.ofRows(new double[] {1e300, 3e-300}, new double[] {0, 0}));
        assertEquals(Rational.ONE, MutualCoherence.of(parallel).squared());
        Dictionary subnormal = Dictionary.of(Matrix.ofRows(
                new double[] {Double.MIN_VALUE, 3 * Double.MIN_VALUE},
                new double[] {0, 4 * Double.MIN_VALUE}));
        assertEquals(Rational.of(9, 25), MutualCoherence.of(subnormal).squared());
        assertEquals(Optional.of(new Evidence.Pair(0, 1)),
                MutualCoherence.of(new StandardBasis(5).dictionary()).pair());
        assertEquals(Rational.ZERO, MutualCoherence.of(new StandardBasis(5).dictionary()).squared());
        assertEquals(Optional.empty(), MutualCoherence.of(new StandardBasis(1).dictionary()).pair());
        assertEquals(Rational.ONE,
                MutualCoherence.of(Dictionary.of(Matrix.ofRows(new double[] {2, -5, 7}))).squared());
    }

    /// The Hadamard matrix over sqrt(n): ties that no grid of doubles shows, decided as +-1.
    @Example
    void normalisedHadamardTiesAreExact() {
        int n = 128;
        Matrix hadamard = new Core(n - 1).dictionary().matrix();
        double[] entries = new double[2 * n * (n - 1)];
        for (int j = 0; j < n - 1; j++) {
            entries[j * (n - 1) + j] = 1;
        }
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n - 1; i++) {
                entries[(n - 1 + j) * (n - 1) + i] = hadamard.get(i, j) / Math.sqrt(n - 1);
            }
        }
        Dictionary dictionary = Dictionary
                .of(Matrix.ofColumnMajor(n - 1, 2 * n - 1, Arrays.copyOf(entries, (2 * n - 1) * (n - 1))));
        MutualCoherence coherence = MutualCoherence.of(dictionary);
        assertEquals(Rational.of(1, n - 1), coherence.squared());
        assertEquals(Optional.of(new Evidence.Pair(0, n - 1)), coherence.pair());
    }

    @Example
    void wrongCoherencesAreRejected() {
        Function<Dictionary, Rational> unnormalised = d -> d.innerProduct(0, 1).square();
        assertNotEquals(true, obeys(new Core(7).dictionary(), unnormalised), "un-normalised");
        Function<Dictionary, Rational> float32 = d -> {
            float best = 0;
            for (int i = 0; i < d.atoms(); i++) {
                for (int l = i + 1; l < d.atoms(); l++) {
                    float product = 0;
                    float first = 0;
                    float second = 0;
                    for (int k = 0; k < d.rows(); k++) {
                        product += (float) d.matrix().get(k, i) * (float) d.matrix().get(k, l);
                        first += (float) d.matrix().get(k, i) * (float) d.matrix().get(k, i);
                        second += (float) d.matrix().get(k, l) * (float) d.matrix().get(k, l);
                    }
                    best = Math.max(best, product * product / (first * second));
                }
            }
            return Rational.of(best);
        };
        assertNotEquals(true, obeys(new Core(7).dictionary(), float32), "float32 Gram matrix");
        Function<Dictionary, Rational> transposed = d -> {
            double[][] rows = new double[d.atoms()][];
            for (int i = 0; i < d.atoms(); i++) {
                rows[i] = d.atom(i);
            }
            return MutualCoherence.of(Dictionary.of(Matrix.ofRows(rows))).squared();
        };
        assertNotEquals(true, obeys(new Steiner(6).dictionary(), transposed), "rows taken for columns");
    }
}
