package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.LeakyRelu;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.pursuit.LinearProgramProposer;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// The minimality of a chain against chains that can be enumerated, with and without a certificate; all
/// evidence is checked by other means.
class UniqueJointMinimiserProperties {

    private static final List<Rational> EQUAL = List.of(Rational.ONE, Rational.ONE);

    private static UniformRandomProvider random(long seed) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed);
    }

    /// core_3 below a random square layer: the kernel of core_3 is spanned by (1,1,1,1), so every chain of
    /// the signal is known.
    private record Line(Problem problem, Chain chain, Dictionary upper, PiecewiseLinear activation) {

        static Line draw(long seed, boolean leaky) {
            UniformRandomProvider random = random(seed);
            Dictionary upper = new StandardBasis(4).dictionary();
            PiecewiseLinear activation = leaky ? new LeakyRelu(0.25) : new Identity();
            Layer first = new Layer(new Core(3).dictionary(), new Identity(), 4);
            Layer second = new Layer(upper, activation, 4);
            SparseCode top = SparseCode.of(
                    random.ints(4, -4, 5).mapToDouble(entry -> Math.abs(entry) > 2 ? entry : 0).toArray());
            SparseCode below = new SparseCode(second.synthesize(top));
            return new Line(
                    Problem.exact(first.synthesize(below), List.of(first, second)),
                    new Chain(List.of(below, top)), upper, activation);
        }

        /// The chain whose first code is moved by t along the kernel.
        Chain moved(Rational t) {
            Rational[] below = chain.code(1).entries().toArray();
            Rational[] top = new Rational[below.length];
            for (int i = 0; i < below.length; i++) {
                below[i] = below[i].plus(t);
                top[i] = activation.inverse(below[i]);
            }
            return new Chain(List.of(new SparseCode(RationalVector.of(below)),
                    new SparseCode(RationalVector.of(top))));
        }
    }

    /// Costs are piecewise linear in t, so the least one is at a kink: where an entry becomes 0.
    private static boolean isOnlyMinimiser(Line line, List<Rational> weights) {
        Rational cost = UniqueJointMinimiser.cost(line.chain, weights);
        for (int i = 0; i < 4; i++) {
            Rational kink = line.chain.code(1).entries().get(i).negate();
            for (Rational t : List.of(kink, kink.plus(Rational.ONE), kink.minus(Rational.ONE))) {
                if (!t.isZero() && UniqueJointMinimiser.cost(line.moved(t), weights).compareTo(cost) <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /// The answer with the help of linear programs, its evidence checked.
    private static Answer decide(Problem problem, Chain chain, List<Rational> weights) {
        Answer answer = UniqueJointMinimiser.decide(problem, chain, weights, Optional.empty(),
                new LinearProgramProposer());
        CheckedEvidence.ofJointMinimum(problem, chain, weights, answer);
        return answer;
    }

    @Property(seed = "1", tries = 300)
    void certificatesAreRight(@ForAll @LongRange(min = 0, max = 1L << 40) long seed, @ForAll boolean leaky,
            @ForAll @IntRange(min = 1, max = 3) int weight) {
        Line line = Line.draw(seed, leaky);
        List<Rational> weights = List.of(Rational.ONE, Rational.of(weight));
        Answer answer = UniqueJointMinimiser.decide(line.problem, line.chain, weights, Optional.empty(),
                Proposer.SILENT);
        boolean certified = answer.verdict() == Verdict.HOLDS
                && answer.evidence().get(0) instanceof Evidence.DualVector;
        CheckedEvidence.ofJointMinimum(line.problem, line.chain, weights, answer);
        Statistics.collect(certified);
        assertTrue(!certified || isOnlyMinimiser(line, weights),
                () -> "certified, but not the only minimiser: " + line.chain);
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 10));
    }

    @Property(seed = "2", tries = 100)
    void linearProgramsDecideWhatTheCertificateLeaves(@ForAll @LongRange(min = 0, max = 1L << 40) long seed) {
        Line line = Line.draw(seed, false);
        Answer answer = decide(line.problem, line.chain, EQUAL);
        assertEquals(Verdict.of(isOnlyMinimiser(line, EQUAL)), answer.verdict(), line.chain::toString);
    }

    /// Who proposes does not matter, nor does a given rival that is the chain itself, solves another problem,
    /// or costs more.
    @Property(seed = "3", tries = 60)
    void neitherProposersNorFalseRivalsChangeTheVerdict(
            @ForAll @LongRange(min = 0, max = 1L << 40) long seed, @ForAll boolean leaky) {
        Line line = Line.draw(seed, leaky);
        Verdict expected = UniqueJointMinimiser
                .decide(line.problem, line.chain, EQUAL, Optional.empty(), Proposer.SILENT).verdict();
        Rational far = UniqueJointMinimiser.cost(line.chain, EQUAL).plus(Rational.ONE);
        Chain torn = new Chain(List.of(line.moved(far).code(1), line.chain.code(2)));
        for (Proposer proposer : List.of(Proposer.SILENT, new LinearProgramProposer(), Liar.tame(seed))) {
            for (Chain rival : List.of(line.chain, torn, line.moved(far))) {
                Answer answer = UniqueJointMinimiser.decide(line.problem, line.chain, EQUAL,
                        Optional.of(rival), proposer);
                assertEquals(expected, answer.verdict(), rival::toString);
                CheckedEvidence.ofJointMinimum(line.problem, line.chain, EQUAL, answer);
            }
        }
    }

    /// Minimising layer after layer keeps this chain; one weighted sum need not: 42 against 40.
    @Example
    void theWeightsDecide() {
        Layer first = new Layer(
                Dictionary.of(Matrix.ofRows(new double[] {0, 3, 3}, new double[] {5, -4, 4})), new Identity(),
                1);
        Layer second = new Layer(
                Dictionary.of(Matrix.ofRows(new double[] {3, 1}, new double[] {0, -2}, new double[] {0, 2})),
                new Identity(), 1);
        Chain chain = new Chain(List.of(SparseCode.of(21, 0, 0), SparseCode.of(7, 0)));
        Problem problem = Problem.exact(RationalVector.of(0.0, 105.0), List.of(first, second));
        assertEquals(Verdict.HOLDS, decide(problem, chain, EQUAL).verdict());
        Answer tie = decide(problem, chain, List.of(Rational.ONE, Rational.of(2)));
        assertEquals(Verdict.VIOLATED, tie.verdict());
        Answer beaten = decide(problem, chain, List.of(Rational.ONE, Rational.of(3)));
        assertEquals(Verdict.VIOLATED, beaten.verdict());
        assertTrue(beaten.evidence().contains(Evidence.Facts.of("cost", 42, "cost of the rival", 40)),
                beaten.toString());
    }
}
