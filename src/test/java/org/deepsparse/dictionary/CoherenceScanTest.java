package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Gaussian;
import org.deepsparse.instance.family.IdentityDct;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Evidence;
import org.junit.jupiter.api.Test;

/// The scan leaves all pairs that attain the coherence, which the answers need, and few others, which only
/// the clock would notice.
class CoherenceScanTest {

    private static UniformRandomProvider random() {
        return RandomSource.XO_SHI_RO_256_PP.create(11L);
    }

    private static long packed(Evidence.Pair pair) {
        return ((long) pair.first() << 32) | pair.second();
    }

    private static long[] allPairs(int atoms) {
        LongStream.Builder pairs = LongStream.builder();
        for (int i = 0; i < atoms; i++) {
            for (int l = i + 1; l < atoms; l++) {
                pairs.add(packed(new Evidence.Pair(i, l)));
            }
        }
        return pairs.build().toArray();
    }

    private static Evidence.Pair largestPair(Dictionary dictionary) {
        PrimitiveAtoms atoms = new PrimitiveAtoms(dictionary);
        Evidence.Pair best = new Evidence.Pair(0, 1);
        for (int i = 0; i < dictionary.atoms(); i++) {
            for (int l = i + 1; l < dictionary.atoms(); l++) {
                if (atoms.cosine(i, l).compareTo(atoms.cosine(best.first(), best.second())) > 0) {
                    best = new Evidence.Pair(i, l);
                }
            }
        }
        return best;
    }

    private static long[] candidates(Dictionary dictionary) {
        return CoherenceScan.candidates(dictionary, () -> true).flatMapToLong(Arrays::stream).toArray();
    }

    private static long[] refined(Dictionary dictionary, long[] pairs) {
        return new CoherenceScan(dictionary).refined(pairs);
    }

    @Test
    void pairsAreUnpacked() {
        long packed = packed(new Evidence.Pair(3, 1_000_000));
        assertEquals(3, CoherenceScan.first(packed));
        assertEquals(1_000_000, CoherenceScan.second(packed));
    }

    /// 150 atoms fill two blocks and a part of a third.
    @Test
    void oneCandidateIsLeftOfGaussianAtoms() {
        Dictionary dictionary = new Gaussian(20, 150, 30).dictionary(random());
        assertArrayEquals(new long[] {packed(largestPair(dictionary))}, candidates(dictionary));
    }

    @Test
    void allTiesAreLeftInOrder() {
        assertArrayEquals(allPairs(28), candidates(new Steiner(7).dictionary()));
        assertArrayEquals(allPairs(128), candidates(new Core(127).dictionary()));
    }

    /// More ties than a block keeps: it is gone through again, and nothing is lost. A block of 64 atoms has
    /// 64 x 300 pairs.
    @Test
    void moreTiesThanABlockKeepsAreLeftInOrder() {
        double[] ones = new double[300];
        Arrays.fill(ones, 1);
        assertArrayEquals(allPairs(300), candidates(Dictionary.of(Matrix.ofRows(ones))));
        // the cosines of all others are smaller
        double[][] rows = new double[2][300];
        Arrays.fill(rows[0], 1);
        Arrays.setAll(rows[1], i -> i);
        rows[1][299] = 0;
        assertEquals(new Evidence.Pair(0, 299), MutualCoherence.of(Dictionary.of(Matrix.ofRows(rows))).pair()
                .orElseThrow());
    }

    /// Scaling by powers of two, subnormal numbers included, changes nothing.
    @Test
    void theSizeOfAtomsDoesNotMatter() {
        Dictionary dictionary = new RandomInteger(12, 40, 1 << 20).dictionary(random());
        long[] candidates = candidates(dictionary);
        assertEquals(1, candidates.length);
        for (int exponent : new int[] {-1074, -1060, -1030, -1022, -600, 600, 1000}) {
            double[] entries = Arrays.stream(dictionary.matrix().toColumnMajor())
                    .map(entry -> Math.scalb(entry, exponent)).toArray();
            Dictionary scaled = Dictionary.of(Matrix.ofColumnMajor(12, 40, entries));
            assertArrayEquals(candidates, candidates(scaled), "times 2^" + exponent);
        }
    }

    /// The cosines of an orthonormal basis in doubles are about 1e-17: the first pass cannot tell them apart,
    /// the second can.
    @Test
    void nearlyOrthogonalAtomsAreToldApartBySecondOrderProducts() {
        for (int n = 10; n <= 24; n++) {
            double[] entries = Arrays.copyOfRange(new IdentityDct(n).dictionary().matrix().toColumnMajor(),
                    n * n, 2 * n * n);
            Dictionary cosines = Dictionary.of(Matrix.ofColumnMajor(n, n, entries));
            long[] pairs = candidates(cosines);
            assertArrayEquals(allPairs(n), pairs);
            long[] refined = refined(cosines, pairs);
            assertTrue(refined.length <= 3, () -> refined.length + " of " + pairs.length + " pairs are left");
            long largest = packed(largestPair(cosines));
            assertTrue(Arrays.stream(refined).anyMatch(pair -> pair == largest), "order " + n);
        }
        assertArrayEquals(allPairs(28), refined(new Steiner(7).dictionary(), allPairs(28)),
                "ties are no matter of accuracy");
    }
}
