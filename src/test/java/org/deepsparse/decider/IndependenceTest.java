package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// What is said of subsets of atoms, in each way in which an answer is found, and what it rests on.
class IndependenceTest {

    private static final Dictionary REPEATED = Dictionary.of(Matrix.ofRows(
            new double[] {1, 1, 0, 0}, new double[] {0, 0, 1, 2}, new double[] {0, 0, 0, 0},
            new double[] {0, 0, 0, 0},
            new double[] {0, 0, 0, 0}));

    private static Answer dependent(Verdict verdict, List<Integer> atoms, double... coefficients) {
        return Answer.of(verdict, new Evidence.Dependence(atoms, RationalVector.of(coefficients)));
    }

    @Test
    void subsetsAreEnumerated() {
        assertEquals(dependent(Verdict.VIOLATED, List.of(0, 1), -1, 1),
                Independence.decide(REPEATED, 2, 100));
        assertEquals(
                Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("subsets of 1 atoms", 5)),
                Independence.decide(REPEATED, 1, 100));
    }

    /// Kernels of dimension 0 and 1 need no enumeration.
    @Test
    void aSmallKernelDecidesAtOnce() {
        assertEquals(
                Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("the rank of all atoms")),
                Independence.decide(new StandardBasis(3).dictionary(), 3, 0));
        Dictionary one = Dictionary.of(
                Matrix.ofRows(new double[] {1, 0, 2, 0}, new double[] {0, 1, 0, 0},
                        new double[] {0, 0, 0, 1}));
        assertEquals(dependent(Verdict.VIOLATED, List.of(0, 2), -2, 1), Independence.decide(one, 3, 2));
        assertEquals(
                Answer.of(Verdict.HOLDS,
                        new Evidence.Exhaustion("the only dependence of all atoms, which has 2")),
                Independence.decide(one, 1, 2));
        assertEquals(Verdict.HOLDS, Independence.decide(new Core(7).dictionary(), 7, 8).verdict());
        assertEquals(Verdict.VIOLATED, Independence.decide(new Core(7).dictionary(), 8, 8).verdict());
        assertEquals(Verdict.UNDECIDED, Independence.decide(new Core(7).dictionary(), 7, 7).verdict(),
                "the elimination of 8 atoms costs 8");
    }

    @Test
    void aBudgetThatRunsOutIsSaid() {
        Dictionary wide = Dictionary.of(Matrix.ofRows(new double[] {1, 0, 1, 1}, new double[] {0, 1, 1, 2}));
        assertEquals(
                Answer.undecided("stopped after 2 subsets of up to 2 atoms, none dependent"),
                Independence.decide(wide, 2, 2));
    }

    /// An atom that vanishes modulo the first prime; one that vanishes modulo each of them.
    @Test
    void anAccidentModuloThePrimeWantsAnother() {
        Dictionary accident = Dictionary.of(
                Matrix.ofRows(new double[] {Integer.MAX_VALUE, 0, 1, 1}, new double[] {0, 1, 1, 2}));
        assertEquals(Verdict.HOLDS, Independence.decide(accident, 2, 100).verdict());
        double[][] primes = new double[5][6];
        for (int i = 0; i < 5; i++) {
            primes[i][i] = ModularElimination.PRIMES.get(i);
        }
        primes[4][5] = 1;
        assertEquals(
                Answer.undecided(
                        "some atoms are dependent modulo each of several primes, but independent, and "
                                + "subsets with them were not looked at"),
                Independence.decide(Dictionary.of(Matrix.ofRows(primes)), 1, 1_000_000));
    }

    /// Twice a budget may overflow: a negative size is no question about nothing, which would hold.
    @Test
    void sizesThatNoSubsetHasAreRefused() {
        for (int size : new int[] {-1, Integer.MIN_VALUE, 5}) {
            String message = assertThrows(
                    IllegalArgumentException.class, () -> Independence.decide(REPEATED, size, 100))
                    .getMessage();
            assertEquals("subsets of " + size + " atoms of a dictionary of 4", message);
        }
    }
}
