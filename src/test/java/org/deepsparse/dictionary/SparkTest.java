package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Evidence;
import org.junit.jupiter.api.Test;

/// The spark against the rank of every subset of atoms. That of the families is held to what is known of them
/// in `FamiliesTest`.
class SparkTest {

    private static final long BUDGET = 50_000_000;

    @Test
    void sparkIsThatOfBruteForceAndSaysWhenItStops() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3L);
        for (int trial = 0; trial < 60; trial++) {
            Dictionary dictionary = new RandomInteger(2 + random.nextInt(3), 3 + random.nextInt(4), 1)
                    .dictionary(random);
            double brute = sparkByBruteForce(dictionary);
            Spark spark = Spark.of(dictionary, BUDGET);
            assertEquals(brute, spark.lower());
            assertEquals(brute, spark.upper());
        }
        Spark stopped = Spark.of(new IdentityHadamard(16).dictionary(), 100);
        assertTrue(stopped.lower() < 8 && stopped.upper() > 8);
    }

    /// Two rows and atoms that are pairwise independent have spark 3. At 11 and 12 subsets the budget once
    /// ended in the last round, and the answer was exact without a witness.
    @Test
    void everyBudgetGivesBoundsOrAWitness() {
        Dictionary wide = Dictionary.of(Matrix.ofRows(new double[] {1, 0, 1, 1}, new double[] {0, 1, 1, 2}));
        for (long budget = 0; budget <= 20; budget++) {
            Spark spark = Spark.of(wide, budget);
            assertTrue(spark.lower() <= 3 && spark.upper() == 3, "budget " + budget + ": " + spark);
            assertEquals(spark.isExact(), spark.witness().isPresent(), "budget " + budget + ": " + spark);
            assertEquals(budget > 12, spark.isExact(),
                    "4 atoms, 6 pairs, and 3 for the three that are dependent");
        }
        assertThrows(IllegalArgumentException.class, () -> new Spark(3, 3, Optional.empty()));
        Evidence.Dependence two = new Evidence.Dependence(List.of(0, 1), RationalVector.of(1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Spark(3, 3, Optional.of(two)));
    }

    private static double sparkByBruteForce(Dictionary dictionary) {
        double spark = Double.POSITIVE_INFINITY;
        for (int subset = 1; subset < 1 << dictionary.atoms(); subset++) {
            int chosen = subset;
            int[] atoms = IntStream.range(0, dictionary.atoms()).filter(i -> (chosen >> i & 1) == 1)
                    .toArray();
            if (dictionary.exact(atoms).rank() < atoms.length) {
                spark = Math.min(spark, atoms.length);
            }
        }
        return spark;
    }
}
