package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Budget;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Evidence;
import org.junit.jupiter.api.Test;

/// The shortcuts of the search one by one, what they take from the budget, and data that a prime divides.
class DependenceSearchTest {

    private static final double PRIME = ModularElimination.PRIMES.get(0);

    private static DependenceSearch search(Budget budget, double[]... rows) {
        return new DependenceSearch(Dictionary.of(Matrix.ofRows(rows)), budget);
    }

    private static List<Integer> atoms(Optional<Evidence.Dependence> dependence) {
        return dependence.map(Evidence.Dependence::atoms).orElse(List.of());
    }

    /// Of twenty pairs the first one, whatever the order in which directions are kept.
    @Test
    void parallelAtomsAreFoundWithoutABudget() {
        assertEquals(List.of(1, 3), atoms(search(new Budget(0), new double[] {1, 0, 1, 0, 3},
                new double[] {0, 2, 1, -3, 4}).parallelAtoms()));
        assertEquals(List.of(1, 2), atoms(search(new Budget(0), new double[] {0, 0, 0, 1},
                new double[] {1, 1, 2, 0}, new double[] {0, 1, 2, 0}).parallelAtoms()), "zeros first");
        double[][] rows = new double[2][40];
        Arrays.fill(rows[0], 1);
        Arrays.setAll(rows[1], i -> i < 20 ? 1 + i : 40 - i);
        assertEquals(List.of(0, 39), atoms(search(new Budget(0), rows).parallelAtoms()));
        assertEquals(List.of(),
                atoms(search(new Budget(0), new double[] {1, 0, 1}, new double[] {0, 1, 1}).parallelAtoms()));
    }

    /// Against all pairs: atoms that begin with zeros, and several pairs, not in the order of their hashes.
    @Test
    void theFirstParallelPairIsThatOfBruteForce() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(1L);
        int parallel = 0;
        for (int trial = 0; trial < 300; trial++) {
            Dictionary dictionary = new RandomInteger(2 + random.nextInt(2), 3 + random.nextInt(9), 3)
                    .dictionary(random);
            List<Integer> first = firstParallelPair(dictionary);
            assertEquals(first, atoms(new DependenceSearch(dictionary, new Budget(0)).parallelAtoms()),
                    () -> Arrays.deepToString(dictionary.matrix().toRows()));
            parallel += first.isEmpty() ? 0 : 1;
        }
        int found = parallel;
        assertTrue(found > 50 && found < 250, () -> "parallel atoms in " + found + " of 300");
    }

    private static List<Integer> firstParallelPair(Dictionary dictionary) {
        for (int i = 0; i < dictionary.atoms(); i++) {
            for (int l = i + 1; l < dictionary.atoms(); l++) {
                if (dictionary.exact(i, l).rank() == 1) {
                    return List.of(i, l);
                }
            }
        }
        return List.of();
    }

    /// Parallel modulo the prime is not parallel.
    @Test
    void atomsThatAreParallelModuloAPrimeAreNot() {
        double[][] rows = {{1, 1 + PRIME, 1, 2}, {0, PRIME, 5, 10}};
        assertEquals(List.of(2, 3), atoms(search(new Budget(0), rows).parallelAtoms()));
    }

    @Test
    void aSmallKernelIsTheAnswer() {
        DependenceSearch independent = search(new Budget(0), new double[] {1, 2}, new double[] {3, 4},
                new double[] {0, 0});
        assertEquals(Optional.of(Spark.INFINITE), independent.ofSmallKernel());
        // the atoms 0, 1 and 3; their elimination costs three subsets
        double[][] one = {{1, 0, 0, 1}, {0, 1, 0, 1}, {0, 0, 1, 0}};
        Budget enough = new Budget(3);
        Spark spark = search(enough, one).ofSmallKernel().orElseThrow();
        assertEquals(List.of(0, 1, 3), atoms(spark.witness()));
        assertEquals(3, enough.taken());
        Budget tooFew = new Budget(2);
        assertEquals(Optional.empty(), search(tooFew, one).ofSmallKernel());
        assertEquals(0, tooFew.taken(), "nothing is begun that cannot be ended");
        assertEquals(Optional.empty(),
                search(new Budget(99), new double[] {1, 0, 1, 1}, new double[] {0, 1, 1, 2}).ofSmallKernel(),
                "a kernel of dimension 2");
    }

    /// Modulo the first prime atom 1 is 0; the second prime shows that all are independent.
    @Test
    void anotherPrimeIsTriedWhereOneDividesTheData() {
        DependenceSearch search = search(new Budget(99), new double[] {1, 0, 1}, new double[] {0, PRIME, 0},
                new double[] {0, 0, 1});
        assertEquals(Optional.of(Spark.INFINITE), search.ofSmallKernel());
        assertFalse(search.isDoubtful());
        // three atoms of the plane, dependent modulo the first prime two by two
        DependenceSearch wide = search(new Budget(99), new double[] {1, 1, 1, 1},
                new double[] {0, PRIME, 1, 2});
        assertEquals(List.of(), atoms(wide.dependence(2)));
        assertEquals(List.of(0, 1, 2), atoms(wide.dependence(3)));
        assertFalse(wide.isExhausted());
    }

    /// A diagonal of all primes: modulo each of them an atom is 0, and no prime is left to show that the
    /// atoms are independent. That is said, not guessed.
    @Test
    void dataThatAllPrimesDivideAreDoubtful() {
        int primes = ModularElimination.PRIMES.size();
        double[][] rows = new double[primes][primes];
        IntStream.range(0, primes).forEach(i -> rows[i][i] = ModularElimination.PRIMES.get(i));
        DependenceSearch search = search(new Budget(1_000), rows);
        assertEquals(Optional.empty(), search.ofSmallKernel());
        assertTrue(search.isDoubtful() && search.isExhausted());
        Spark spark = Spark.of(Dictionary.of(Matrix.ofRows(rows)), 1_000);
        assertTrue(spark.lower() >= 2 && !spark.isExact(), () -> "" + spark);
    }

    /// In units of m k operations on words: k determinants of k times the bits of an entry, scaled to
    /// integers, make k (k bits/64)^2, with whole words.
    @Test
    void exactEliminationsCountByTheirLength() {
        assertCost(2, 1);
        assertCost(2, 1, 0, 0x1p31);
        assertCost(8, 1, 0x1p32);
        assertCost(8, -0x1p31, 0x1p-1);
        assertCost(2, 1 + 0x1p-31);
        assertCost(8, 1 + 0x1p-32);
        assertCost(2, 0x1p-1074, 0x1p-1043);
        assertCost(8, 0x1p-1074, 0x1p-1042);
        assertCost(2, 0x1p-1022, 0x1p-1053);
        assertCost(2, 0x1p1000, 0x1p969);
        assertCost(2 * 65 * 65, 0x1p1023, 0x1p-1020 + 0x1p-1051);
    }

    /// Of atom 0 with these entries and atom 1 with +-1.
    private static void assertCost(long expected, double... entries) {
        double[][] rows = new double[entries.length][];
        Arrays.setAll(rows, k -> new double[] {entries[k], k % 2 == 0 ? 1 : -1});
        Budget budget = Budget.unlimited();
        search(budget, rows).exactly(0, 1);
        assertEquals(expected, budget.taken(), Arrays.toString(entries));
    }
}
