package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Is a code the only one of its signal that is so sparse? Against a search over all supports, with every way
/// to an answer.
class OnlySparseCodeProperties {

    private static final long PLENTY = 10_000;

    /// @param sparsity k, at least the number of nonzeros of x
    private record Question(Dictionary dictionary, RationalVector x, int sparsity) {

        static Question draw(long seed) {
            UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
            int atoms = 2 + random.nextInt(5);
            Dictionary dictionary = new RandomInteger(1 + random.nextInt(5), atoms, 1 + random.nextInt(3))
                    .dictionary(random);
            double[] entries = new double[atoms];
            for (int k = random.nextInt(3); k > 0; k--) {
                entries[random.nextInt(atoms)] = random.nextInt(-3, 4);
            }
            RationalVector x = RationalVector.of(entries);
            int nonzeros = x.support().length;
            return new Question(dictionary, x, nonzeros + random.nextInt(Math.min(2, atoms - nonzeros + 1)));
        }

        boolean isOnlyCode() {
            return ExhaustiveL0Properties.byBruteForce(dictionary, dictionary.times(x), sparsity).size() == 1;
        }

        Answer ask(long supports, long subsets) {
            Answer answer = OnlySparseCode.decide(dictionary, x, sparsity, supports, subsets);
            for (Evidence evidence : answer.evidence()) {
                if (evidence instanceof Evidence.Dependence dependence) {
                    CheckedEvidence.isDependence(dictionary.exact(), dependence);
                }
            }
            if (answer.verdict() == Verdict.VIOLATED) {
                Evidence.RivalCode rival = assertInstanceOf(Evidence.RivalCode.class,
                        answer.evidence().get(0));
                CheckedEvidence.isAsSparse(dictionary.exact(), x, sparsity, rival);
            }
            return answer;
        }
    }

    @Property(seed = "1", tries = 400)
    void theSearchDecidesAsBruteForceDoes(@ForAll long seed) {
        Question question = Question.draw(seed);
        Verdict expected = Verdict.of(question.isOnlyCode());
        assertEquals(expected, question.ask(PLENTY, 0).verdict());
        Statistics.collect(expected);
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(share -> share > 20);
            coverage.check(Verdict.VIOLATED).percentage(share -> share > 20);
        });
    }

    /// Without a search there is no rival, so nothing is refuted; what then holds, holds.
    @Property(seed = "2", tries = 400)
    void withoutASearchNothingIsRefuted(@ForAll long seed) {
        Question question = Question.draw(seed);
        Answer answer = question.ask(0, PLENTY);
        assertNotEquals(Verdict.VIOLATED, answer.verdict());
        assertTrue(answer.verdict() == Verdict.UNDECIDED || question.isOnlyCode(), answer::toString);
        Statistics.collect(answer.verdict());
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(share -> share > 20);
            coverage.check(Verdict.UNDECIDED).percentage(share -> share > 20);
        });
    }

    /// Four atoms of core_7 are the negative of the other four: one code of 4 atoms has a rival, one of 3 has
    /// none.
    @Example
    void bothHalvesOfTheCore() {
        Question half = new Question(new Core(7).dictionary(), RationalVector.of(1, 1, 1, 1, 0, 0, 0, 0), 4);
        Evidence rival = new Evidence.RivalCode(half.x, RationalVector.of(0, 0, 0, 0, -1, -1, -1, -1));
        assertEquals(Answer.of(Verdict.VIOLATED, rival), half.ask(PLENTY, 0));
        assertEquals(Verdict.UNDECIDED, half.ask(0, PLENTY).verdict());
        Question fewer = new Question(new Core(7).dictionary(), RationalVector.of(1, 1, 1, 0, 0, 0, 0, 0), 3);
        assertEquals(
                Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("supports of up to 3 atoms", 93)),
                fewer.ask(PLENTY, 0));
        assertEquals(Verdict.HOLDS, fewer.ask(0, PLENTY).verdict());
    }

    /// The atoms 1 and 2 repeat each other, but the code on the atom 0 is alone: the dependence is shown and
    /// decides nothing.
    @Example
    void aDependenceElsewhereLeavesTheQuestionOpen() {
        Dictionary repeated = Dictionary.of(Matrix.ofRows(
                new double[] {1, 0, 0, 0}, new double[] {0, 1, 1, 1}, new double[] {0, 0, 0, 1},
                new double[] {0, 0, 0, 0}));
        Question question = new Question(repeated, RationalVector.of(1, 0, 0, 0), 1);
        Evidence dependence = new Evidence.Dependence(List.of(1, 2), RationalVector.of(-1, 1));
        assertEquals(Answer.of(Verdict.UNDECIDED, dependence), question.ask(0, PLENTY));
        assertEquals(Verdict.HOLDS, question.ask(PLENTY, 0).verdict());
    }

    /// An atom that vanishes modulo a prime of the filter ends the search of its branch: another prime finds
    /// the second code of one row. Here an atom vanishes modulo each of them.
    @Example
    void anAccidentModuloThePrimeIsSaid() {
        Dictionary accident = Dictionary.of(Matrix.ofRows(new double[] {Integer.MAX_VALUE, 1}));
        assertEquals(Verdict.VIOLATED,
                new Question(accident, RationalVector.of(0, 1), 1).ask(PLENTY, 0).verdict());
        double[][] primes = new double[5][5];
        for (int i = 0; i < 5; i++) {
            primes[i][i] = ModularElimination.PRIMES.get(i);
        }
        Answer answer = new Question(Dictionary.of(Matrix.ofRows(primes)), RationalVector.zero(5), 1)
                .ask(PLENTY, 0);
        assertEquals(Verdict.UNDECIDED, answer.verdict());
    }
}
