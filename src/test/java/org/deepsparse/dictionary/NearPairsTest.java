package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Evidence;
import org.junit.jupiter.api.Test;

/// Pairs near a threshold against exact cosines: none is lost, and none is kept that is far away.
class NearPairsTest {

    private static final double[] STILL = {0, 0, 0};

    /// Cosines 3/5 of atoms 0 and 1, 4/5 of atoms 1 and 2, 0 of atoms 0 and 2.
    private static final Dictionary THREE = Dictionary.of(
            Matrix.ofRows(new double[] {1, 3, 0}, new double[] {0, 4, 2}));

    private static final Evidence.Pair FIRST = new Evidence.Pair(0, 1);
    private static final Evidence.Pair LAST = new Evidence.Pair(1, 2);

    @Test
    void noPairIsLostAndNoneIsFarAway() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1L);
        int kept = 0;
        for (int trial = 0; trial < 100; trial++) {
            Dictionary dictionary = new RandomInteger(3, 6, 5).dictionary(random);
            double[] turns = random.doubles(6, 0, 0.05).toArray();
            double threshold = random.nextDouble(0.5, 1);
            List<Evidence.Pair> near = NearPairs.of(dictionary, threshold, turns, 15).orElseThrow();
            List<Evidence.Pair> must = new ArrayList<>();
            List<Evidence.Pair> may = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                for (int l = i + 1; l < 6; l++) {
                    double cosine = cosine(dictionary, i, l);
                    if (cosine + 2 * (turns[i] + turns[l]) >= threshold) {
                        must.add(new Evidence.Pair(i, l));
                    }
                    if (cosine + 3 * (turns[i] + turns[l]) + 1e-9 >= threshold) {
                        may.add(new Evidence.Pair(i, l));
                    }
                }
            }
            assertTrue(near.containsAll(must), () -> must + " but only " + near);
            assertTrue(may.containsAll(near), () -> near + " but at most " + may);
            kept += near.size();
        }
        assertTrue(kept > 100, "only " + kept + " pairs were near");
    }

    private static double cosine(Dictionary dictionary, int i, int l) {
        Rational squared = dictionary.innerProduct(i, l).square()
                .dividedBy(dictionary.squaredNorm(i).times(dictionary.squaredNorm(l)));
        return squared.sqrtEnclosure().upper();
    }

    @Test
    void anAtomReachesAsFarAsItTurns() {
        assertEquals(List.of(LAST), near(0.75, STILL));
        assertEquals(List.of(FIRST, LAST), near(0.75, new double[] {0.07, 0, 0}));
        assertEquals(List.of(FIRST, LAST), near(0.75, new double[] {0.035, 0.035, 0}));
        assertEquals(List.of(LAST), near(0.75, new double[] {0.05, 0, 0.05}));
        assertEquals(List.of(), near(0.9, STILL));
        assertEquals(List.of(LAST), near(Math.nextUp(0.8), STILL), "computed cosines err");
    }

    private static List<Evidence.Pair> near(double threshold, double[] turns) {
        return NearPairs.of(THREE, threshold, turns, 3).orElseThrow();
    }

    @Test
    void tooManyPairsAreNoAnswer() {
        assertEquals(Optional.of(List.of(FIRST, LAST)), NearPairs.of(THREE, 0.5, STILL, 2));
        assertEquals(Optional.empty(), NearPairs.of(THREE, 0.5, STILL, 1));
    }
}
