package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.RandomInteger;
import org.junit.jupiter.api.Test;

/// The spark against the rank of every subset of atoms. That of the families is held to what is known of them in `FamiliesTest`.
class SparkTest {

    private static final long BUDGET = 50_000_000;

    @Test
    void sparkIsThatOfBruteForceAndSaysWhenItStops() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(3L);
        for (int trial = 0; trial < 60; trial++) {
            Dictionary dictionary = new RandomInteger(2 + random.nextInt(3), 3 + random.nextInt(4), 1).dictionary(random);
            double brute = sparkByBruteForce(dictionary);
            Spark spark = Spark.of(dictionary, BUDGET);
            assertEquals(brute, spark.lower());
            assertEquals(brute, spark.upper());
        }
        Spark stopped = Spark.of(new IdentityHadamard(16).dictionary(), 100);
        assertTrue(stopped.lower() < 8 && stopped.upper() > 8);
    }

    private static double sparkByBruteForce(Dictionary dictionary) {
        double spark = Double.POSITIVE_INFINITY;
        for (int subset = 1; subset < 1 << dictionary.atoms(); subset++) {
            int chosen = subset;
            int[] atoms = IntStream.range(0, dictionary.atoms()).filter(i -> (chosen >> i & 1) == 1).toArray();
            if (dictionary.exact(atoms).rank() < atoms.length) {
                spark = Math.min(spark, atoms.length);
            }
        }
        return spark;
    }
}
