package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.family.AffinePlane;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.linalg.Matrix;
import org.junit.jupiter.api.Test;

/// Whether half an ulp can change the sparsity that a coherence guarantees. A yes is checked on the moved
/// entries, a no against moves at random.
class RoundedSparsityTest {

    private static final Optional<Boolean> YES = Optional.of(true);
    private static final Optional<Boolean> NO = Optional.of(false);

    private static Optional<Boolean> hangs(double[]... rows) {
        return judged(Dictionary.of(Matrix.ofRows(rows))).hangs();
    }

    private static RoundedSparsity judged(Dictionary dictionary) {
        RoundedSparsity rounded = RoundedSparsity.of(dictionary, dictionary.coherence().squared());
        int sparsity = UniquenessCondition.largestSparsity(dictionary.coherence().squared(),
                dictionary.atoms());
        if (rounded.hangs().equals(YES)) {
            Rational[][] moved = exact(dictionary);
            for (RoundedSparsity.Moved entry : rounded.moved()) {
                double stored = dictionary.matrix().get(entry.row(), entry.atom());
                Rational by = entry.value().minus(Rational.of(stored)).abs();
                assertTrue(stored != 0 && by.times(2).compareTo(Rational.of(Math.ulp(stored))) <= 0);
                moved[entry.atom()][entry.row()] = entry.value();
            }
            int now = UniquenessCondition.largestSparsity(coherence(moved), dictionary.atoms());
            assertTrue(now != sparsity, "moved but still " + now);
            assertEquals(rounded.sparsity(), now);
        } else {
            assertEquals(sparsity, rounded.sparsity());
            assertTrue(rounded.moved().isEmpty());
        }
        return rounded;
    }

    private static Rational[][] exact(Dictionary dictionary) {
        Rational[][] atoms = new Rational[dictionary.atoms()][];
        for (int i = 0; i < atoms.length; i++) {
            atoms[i] = dictionary.exactAtom(i).toArray();
        }
        return atoms;
    }

    private static Rational coherence(Rational[][] atoms) {
        Rational largest = Rational.ZERO;
        for (int i = 0; i < atoms.length; i++) {
            for (int l = 0; l < i; l++) {
                Rational square = dot(atoms[i], atoms[l]).square()
                        .dividedBy(dot(atoms[i], atoms[i]).times(dot(atoms[l], atoms[l])));
                largest = square.compareTo(largest) > 0 ? square : largest;
            }
        }
        return largest;
    }

    private static Rational dot(Rational[] a, Rational[] b) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < a.length; k++) {
            sum = sum.plus(a[k].times(b[k]));
        }
        return sum;
    }

    /// At mu = 1/3 exactly one nonzero is guaranteed and two just below. The tetrahedron cannot get below:
    /// the Welch bound holds it; lines of a plane cannot either, by counting; a single pair can.
    @Test
    void boundsAndCountsProveThatNothingChanges() {
        assertEquals(NO, judged(new Core(3).dictionary()).hangs());
        assertEquals(NO, judged(new AffinePlane(3).dictionary()).hangs());
        assertEquals(NO, judged(new AffinePlane(4).dictionary()).hangs());
        double[][] onesBeside = new double[9][10];
        for (int k = 0; k < 9; k++) {
            onesBeside[k][k] = 3;
            onesBeside[k][9] = 1;
        }
        assertEquals(NO, hangs(onesBeside));
        assertEquals(YES, hangs(new double[] {1, 1}, new double[] {0, 2}, new double[] {0, 2}));
    }

    @Test
    void zerosStay() {
        assertEquals(NO, hangs(new double[] {1, 1}, new double[] {0, 0}));
        assertEquals(NO, hangs(new double[] {3, -7, 0}, new double[] {0, 0, 2}));
        assertEquals(NO, hangs(new double[] {0, 1}, new double[] {1, 0}));
    }

    @Test
    void everyEntryHasAnUlpOfItsOwn() {
        assertEquals(NO, hangs(new double[] {1, Double.MIN_VALUE}, new double[] {0, 1}));
        assertEquals(NO, hangs(new double[] {Double.MIN_VALUE, 1}, new double[] {0, 1}));
    }

    /// Two parallel atoms of two entries are moved apart, and atoms parallel up to rounding together.
    @Test
    void parallelAtomsComeAndGo() {
        assertEquals(YES, hangs(new double[] {1, 1}, new double[] {1, 1}));
        assertEquals(YES, hangs(new double[] {1, 2, 3}, new double[] {5, 10, 15}, new double[] {7, 14, 21}));
        assertEquals(YES, hangs(new double[] {1, 1}, new double[] {1, Math.nextUp(1.0)}));
        assertEquals(NO, hangs(new double[] {1, 1}, new double[] {1, 1 + 0x1p-50}));
        assertEquals(YES, hangs(new double[] {0.1, 0.1 / 3}, new double[] {0.7, 0.7 / 3}));
    }

    /// Small integers meet thresholds often. What is said to be impossible is not found by random moves.
    @Test
    void noIsNotRefutedByMovesAtRandom() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
        int unknown = 0;
        int yes = 0;
        for (int trial = 0; trial < 300; trial++) {
            Dictionary dictionary = new RandomInteger(1 + random.nextInt(4), 2 + random.nextInt(4), 2)
                    .dictionary(random);
            RoundedSparsity rounded = judged(dictionary);
            unknown += rounded.hangs().isEmpty() ? 1 : 0;
            yes += rounded.hangs().equals(YES) ? 1 : 0;
            for (int attempt = 0; attempt < 10 && rounded.hangs().equals(NO); attempt++) {
                Rational[][] atoms = exact(dictionary);
                for (int i = 0; i < atoms.length; i++) {
                    for (int k = 0; k < atoms[i].length; k++) {
                        double stored = dictionary.matrix().get(k, i);
                        Rational half = stored == 0
                                ? Rational.ZERO
                                : Rational.of(Math.ulp(stored)).times(Rational.of(1, 2));
                        atoms[i][k] = atoms[i][k].plus(half.times(Rational.of(random.nextInt(3) - 1)));
                    }
                }
                assertEquals(rounded.sparsity(),
                        UniquenessCondition.largestSparsity(coherence(atoms), atoms.length),
                        () -> dictionary.exact().toString());
            }
        }
        assertTrue(unknown <= 9 && yes >= 20, unknown + " unknown, " + yes + " yes");
    }
}
