package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.pursuit.LinearProgramProposer;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Is x the only code of its signal with so small an l1 norm? The answer against all vertices, and its
/// evidence by hand; what a proposer says changes neither.
class UniqueL1MinimiserProperties {

    /// A question: a small coarse dictionary, in which ties abound, and a code inside or outside the
    /// conditions.
    private record Question(Dictionary dictionary, RationalVector x) {

        static Question draw(long seed) {
            UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
            int rows = 1 + random.nextInt(4);
            int atoms = 2 + random.nextInt(5);
            Dictionary dictionary = new RandomInteger(rows, atoms, 1 + random.nextInt(3)).dictionary(random);
            double[] entries = new double[atoms];
            for (int k = random.nextInt(4); k > 0; k--) {
                entries[random.nextInt(atoms)] = random.nextInt(-3, 4);
            }
            return new Question(dictionary, RationalVector.of(entries));
        }

        /// The minimisers form a polytope whose vertices live on independent atoms, so x is the only one if
        /// and only if it is the only code on independent atoms that costs no more.
        boolean isOnlyMinimiser() {
            RationalMatrix atoms = dictionary.exact();
            RationalVector signal = dictionary.times(x);
            boolean isVertex = false;
            for (int subset = 0; subset < 1 << dictionary.atoms(); subset++) {
                int bits = subset;
                int[] chosen = IntStream.range(0, dictionary.atoms()).filter(i -> (bits >> i & 1) == 1)
                        .toArray();
                RationalMatrix columns = atoms.select(chosen);
                if (columns.rank() == chosen.length) {
                    Optional<RationalVector> z = columns.solve(signal)
                            .map(c -> RationalVector.sparse(x.size(), chosen, c));
                    if (z.isPresent() && z.get().norm1().compareTo(x.norm1()) <= 0) {
                        if (!z.get().equals(x)) {
                            return false;
                        }
                        isVertex = true;
                    }
                }
            }
            return isVertex;
        }

        Answer ask(Proposer proposer) {
            Answer answer = UniqueL1Minimiser.decide(dictionary, x, proposer);
            CheckedEvidence.ofL1Minimum(dictionary.exact(), x, answer);
            return answer;
        }
    }

    @Property(seed = "1", tries = 400)
    void theVerdictIsThatOfTheVerticesWhoeverProposes(@ForAll long seed) {
        Question question = Question.draw(seed);
        Verdict expected = Verdict.of(question.isOnlyMinimiser());
        assertEquals(expected, question.ask(Proposer.SILENT).verdict());
        assertEquals(expected, question.ask(new LinearProgramProposer()).verdict());
        assertEquals(expected, question.ask(Liar.tame(seed)).verdict());
        Statistics.collect(expected);
        Statistics.coverage(coverage -> {
            coverage.check(Verdict.HOLDS).percentage(share -> share > 20);
            coverage.check(Verdict.VIOLATED).percentage(share -> share > 20);
        });
    }

    /// A lie is a waste of time: the answer is the one of a proposer without an idea, evidence included.
    @Property(seed = "2", tries = 200)
    void aLieChangesNothing(@ForAll long seed) {
        Question question = Question.draw(seed);
        assertEquals(question.ask(Proposer.SILENT), question.ask(Liar.wild(seed)));
    }

    /// Atoms (1, 0) and (2, 2): the shortest nu with `<d_0, nu> = 1` is (1, 0), and its product with d_1 is
    /// 2. Every (1, t) with `-3/2 < t < -1/2` does; the proposed one has the product 1/2.
    @Example
    void aProposedDualPointCertifiesWhereTheShortestOneDoesNot() {
        Question question = new Question(
                Dictionary.of(Matrix.ofRows(new double[] {1, 2}, new double[] {0, 2})),
                RationalVector.of(1, 0));
        Evidence programs = new Evidence.Exhaustion("two exact linear programs");
        assertEquals(Answer.of(Verdict.HOLDS, programs), question.ask(Proposer.SILENT));
        Evidence certificate = new Evidence.DualVector(List.of(RationalVector.of(1, -0.75)));
        assertEquals(Answer.of(Verdict.HOLDS, certificate), question.ask(new LinearProgramProposer()));
    }

    /// The middle of an edge of the l1 ball: as cheap as its ends, whose atoms are independent.
    @Example
    void tiesAreRefutedWithARivalAsCheap() {
        Question repeated = new Question(Dictionary.of(Matrix.ofRows(new double[] {1, 1})),
                RationalVector.of(1, 0));
        for (Proposer proposer : List.of(Proposer.SILENT, new LinearProgramProposer(), Liar.wild(1))) {
            Answer answer = repeated.ask(proposer);
            assertEquals(Verdict.VIOLATED, answer.verdict());
            assertEquals(Rational.ONE, ((Evidence.RivalCode) answer.evidence().get(0)).rival().norm1());
        }
        Question middle = new Question(repeated.dictionary, RationalVector.of(1, 1));
        assertEquals(Verdict.VIOLATED, middle.ask(Proposer.SILENT).verdict(), "an optimum that is no vertex");
    }

    @Example
    void theCodeOfTheSignalZeroIsZero() {
        for (Proposer proposer : List.of(Proposer.SILENT, new LinearProgramProposer(), Liar.wild(1))) {
            assertEquals(Verdict.HOLDS,
                    new Question(new Core(3).dictionary(), RationalVector.zero(4)).ask(proposer).verdict());
        }
    }

    @Example
    void sizesAreNamed() {
        String message = assertThrows(
                IllegalArgumentException.class,
                () -> UniqueL1Minimiser.decide(new Core(3).dictionary(), RationalVector.zero(3),
                        Proposer.SILENT))
                .getMessage();
        assertEquals("matrix has 4 columns but the vector has 3 entries", message);
    }
}
