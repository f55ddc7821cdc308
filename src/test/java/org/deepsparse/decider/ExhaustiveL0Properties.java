package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.linalg.Matrix;

/// Exhaustive search against brute force over all supports, on dictionaries so small and coarse that many
/// atoms are dependent.
class ExhaustiveL0Properties {

    /// Some codes, by trying each support: all that live on independent atoms, and two wherever there are
    /// infinitely many.
    static Set<RationalVector> byBruteForce(Dictionary dictionary, RationalVector signal, int sparsity) {
        Set<RationalVector> codes = new HashSet<>();
        for (int subset = 0; subset < 1 << dictionary.atoms(); subset++) {
            int bits = subset;
            int[] chosen = IntStream.range(0, dictionary.atoms()).filter(i -> (bits >> i & 1) == 1).toArray();
            if (chosen.length > sparsity) {
                continue;
            }
            RationalMatrix atoms = dictionary.exact(chosen);
            if (atoms.rank() == chosen.length) {
                atoms.solve(signal)
                        .ifPresent(z -> codes.add(RationalVector.sparse(dictionary.atoms(), chosen, z)));
            } else {
                RationalVector kernel = RationalVector.sparse(dictionary.atoms(), chosen,
                        atoms.kernelVector().orElseThrow());
                for (RationalVector code : List.copyOf(codes)) {
                    boolean inside = IntStream.range(0, dictionary.atoms())
                            .allMatch(i -> code.get(i).isZero() || (bits >> i & 1) == 1);
                    if (inside) {
                        codes.add(code.plus(kernel));
                    }
                }
            }
        }
        return codes;
    }

    @Property(seed = "1", tries = 400)
    void findsACodeIfThereIsOneAndASecondIfThereAreTwo(@ForAll long seed) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
        int atoms = 2 + random.nextInt(5);
        Dictionary dictionary = new RandomInteger(1 + random.nextInt(4), atoms, 1).dictionary(random);
        int sparsity = random.nextInt(atoms + 1);
        double[] x = new double[atoms];
        for (int k = 0; k < sparsity; k++) {
            x[random.nextInt(atoms)] = random.nextInt(-2, 3);
        }
        RationalVector signal = dictionary.times(RationalVector.of(x));
        ExhaustiveL0.Codes codes = ExhaustiveL0.codes(dictionary, signal, sparsity, 2);
        assertTrue(codes.complete());
        for (RationalVector code : codes.found()) {
            assertEquals(signal, dictionary.times(code));
            assertTrue(new SparseCode(code).sparsity() <= sparsity);
        }
        assertEquals(Math.min(2, byBruteForce(dictionary, signal, sparsity).size()), codes.found().size());
    }

    @Example
    void bothHalvesOfTheCoreAreFound() {
        RationalVector signal = new Core(7).dictionary().times(RationalVector.of(1, 1, 1, 1, 0, 0, 0, 0));
        assertEquals(2, ExhaustiveL0.codes(new Core(7).dictionary(), signal, 4, 2).found().size());
        assertEquals(0, ExhaustiveL0.codes(new Core(7).dictionary(), signal, 3, 2).found().size());
    }

    /// An atom that vanishes modulo the prime ends the search of its branch; another prime completes it. With
    /// one atom for each prime, the result says that it is not complete.
    @Example
    void anAccidentModuloEveryPrimeIsSaid() {
        Dictionary dictionary = Dictionary.of(Matrix.ofRows(new double[] {Integer.MAX_VALUE, 1}));
        ExhaustiveL0.Codes codes = ExhaustiveL0.codes(dictionary, RationalVector.of(1), 1, 2);
        assertEquals(List.of(true, 2), List.of(codes.complete(), codes.found().size()));
        double[] primes = ModularElimination.PRIMES.stream().mapToDouble(Long::doubleValue).toArray();
        assertEquals(false,
                ExhaustiveL0.codes(Dictionary.of(Matrix.ofRows(primes)), RationalVector.of(0.0), 1, 9)
                        .complete());
    }

    @Example
    void sizesAreNamed() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> ExhaustiveL0.codes(new Core(7).dictionary(), RationalVector.of(1), 1, 2));
        assertEquals("dictionary has 7 rows but signal has 1 entries", e.getMessage());
        assertEquals(1 + 8 + 28, ExhaustiveL0.supports(8, 2));
    }
}
