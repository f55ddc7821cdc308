package org.deepsparse.instance.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.exact.Rational;
import org.deepsparse.linalg.Matrix;
import org.junit.jupiter.api.Test;

/// What is done to a dictionary before it is used keeps what it is said to keep, and stays within its limits.
class VariantTest {

    @Test
    void copiesKeepWhatTheyShould() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(7L);
        Dictionary core = new Core(7).dictionary();
        assertEquals(Rational.of(1, 49), MutualCoherence.of(Variant.SHUFFLED.apply(core, random)).squared());
        Dictionary scaled = Variant.SCALED.apply(core, random);
        assertEquals(Rational.of(1, 49), MutualCoherence.of(scaled).squared());
        assertTrue(
                AtomNorms.of(scaled).largestSquared().compareTo(AtomNorms.of(scaled).smallestSquared()) > 0);
        assertTrue(MutualCoherence.of(Variant.PERTURBED.apply(core, random)).squared()
                .compareTo(Rational.of(1, 49)) > 0);
    }

    @Test
    void shufflingTurnsAndReordersAtoms() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        Dictionary axes = new StandardBasis(12).dictionary();
        Dictionary shuffled = Variant.SHUFFLED.apply(axes, random);
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
            double[] atom = Variant.SHUFFLED.apply(new StandardBasis(3).dictionary(), random).atom(0);
            firsts[IntStream.range(0, 3).filter(i -> atom[i] != 0).findFirst().orElseThrow()]++;
        }
        for (int count : firsts) {
            assertTrue(count > 50, "every atom comes first, about 100 times in 300");
        }
    }

    @Test
    void scalingAndPerturbingStayWithinTheirLimits() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        Dictionary scaled = Variant.SCALED.apply(new StandardBasis(40).dictionary(), random);
        assertEquals(
                List.of(1.0, 2.0, 3.0),
                IntStream.range(0, 40).mapToObj(j -> scaled.atom(j)[j]).distinct().sorted().toList());
        Set<Double> factors = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            Dictionary magnified = Variant.MAGNIFIED.apply(new StandardBasis(5).dictionary(), random);
            double factor = magnified.atom(0)[0];
            factors.add(factor);
            assertTrue(IntStream.range(0, 5).allMatch(j -> magnified.atom(j)[j] == factor),
                    "one factor for all");
        }
        assertEquals(Set.of(2.0, 3.0, 4.0), factors);
        Dictionary core = new Core(7).dictionary();
        Dictionary perturbed = Variant.PERTURBED.apply(core, random);
        double[] differences = IntStream.range(0, 56)
                .mapToDouble(k -> perturbed.matrix().toColumnMajor()[k] - core.matrix().toColumnMajor()[k])
                .distinct()
                .sorted()
                .toArray();
        assertArrayEquals(new double[] {-0x1p-10, 0, 0x1p-10}, differences);
    }

    /// Atoms with one entry +-2^-10, the size of a step: a third of them would vanish.
    @Test
    void atomsThatWouldVanishStay() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(9L);
        double[] row = IntStream.range(0, 60).mapToDouble(j -> j % 2 == 0 ? 0x1p-10 : -0x1p-10).toArray();
        Dictionary signs = Variant.PERTURBED.apply(Dictionary.of(Matrix.ofRows(row)), random);
        assertTrue(IntStream.range(0, 60).allMatch(j -> signs.atom(j)[0] != 0));
        assertEquals(4, IntStream.range(0, 60).mapToDouble(j -> signs.atom(j)[0]).distinct().count(),
                "-2, -1, 1, 2");
        // a ninth of these would vanish
        assertEquals(60, Variant.PERTURBED.apply(Dictionary.of(Matrix.ofRows(row, row)), random).atoms());
    }

    @Test
    void prefixesAreReadBack() {
        for (Variant variant : Variant.values()) {
            assertEquals(variant, Variant.ofPrefix(variant.prefix() + "core"));
        }
        Dictionary core = new Core(7).dictionary();
        assertSame(core, Variant.PLAIN.apply(core, RandomSource.XO_SHI_RO_256_PP.create(9L)));
    }
}
