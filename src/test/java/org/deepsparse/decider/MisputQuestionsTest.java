package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.deepsparse.activation.Identity;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// A question about a code or a chain that is none gets no verdict: "the only one" would hold of what is not
/// even one.
class MisputQuestionsTest {

    private static final Dictionary BASIS = new StandardBasis(2).dictionary();
    private static final Problem PROBLEM = problem(1, 0);
    private static final Chain CHAIN = chain(1, 0);
    private static final Chain LONGER = new Chain(List.of(SparseCode.of(1, 0), SparseCode.of(7)));
    private static final List<Rational> ONE = List.of(Rational.ONE);

    private static Problem problem(double... signal) {
        return Problem.exact(RationalVector.of(signal), List.of(new Layer(BASIS, new Identity(), 1)));
    }

    private static Chain chain(double... entries) {
        return new Chain(List.of(SparseCode.of(entries)));
    }

    private static void refused(String why, Executable question) {
        assertEquals(why, assertThrows(IllegalArgumentException.class, question).getMessage());
    }

    @Test
    void aCodeThatIsNotSparseIsNotTheOnlySparseOne() {
        RationalVector dense = RationalVector.of(1, 1);
        String why = "code has 2 nonzeros and the dictionary 2 atoms, but the sparsity is ";
        refused(why + 1, () -> OnlySparseCode.decide(BASIS, dense, 1, 100, 100));
        refused(why + 1, () -> OnlySparseCode.decide(BASIS, dense, 1, 0, 100));
        refused(why + (1 << 30), () -> OnlySparseCode.decide(BASIS, dense, 1 << 30, 0, 100));
        refused("dictionary has 2 atoms but the code has 1 entries",
                () -> OnlySparseCode.decide(BASIS, RationalVector.of(1.0), 1, 0, 100));
    }

    /// The signal (1, 1) has no chain with one entry at all, so a search finds no other one.
    @Test
    void aChainThatSolvesNothingIsNotTheOnlyChain() {
        String why = "the chain is no exact chain of the signal within the budgets: [(0, 5)]";
        refused(why, () -> OnlyChain.decide(problem(1, 1), chain(0, 5), Optional.empty(), 100));
        refused(why, () -> OnlyChain.decide(PROBLEM, chain(0, 5), Optional.empty(), 100));
        refused("the chain is no exact chain of the signal within the budgets: [(1, 1)]",
                () -> OnlyChain.decide(problem(1, 1), chain(1, 1), Optional.empty(), 100));
    }

    /// The codes that the problem has layers for are those of the chain: no other chain.
    @Test
    void aLongerRivalIsNoOtherChain() {
        String why = "problem has 1 layers but the chain has 2 codes";
        refused(why, () -> OnlyChain.decide(PROBLEM, CHAIN, Optional.of(LONGER), 100));
        refused(why, () -> OnlyChain.decide(PROBLEM, LONGER, Optional.empty(), 100));
        refused(why,
                () -> UniqueJointMinimiser.decide(PROBLEM, CHAIN, ONE, Optional.of(LONGER), Proposer.SILENT));
    }

    @Test
    void aChainThatSolvesNothingIsNoMinimiser() {
        refused("the chain is no exact chain of the signal: [(0, 5)]",
                () -> UniqueJointMinimiser.decide(PROBLEM, chain(0, 5), ONE, Optional.empty(),
                        Proposer.SILENT));
    }

    /// In the unknowns om_j x_j a negative weight would count like a positive one.
    @Test
    void weightsAreOneALayerAndNotNegative() {
        refused("1 layers but 2 weights",
                () -> UniqueJointMinimiser.decide(
                        PROBLEM, CHAIN, List.of(Rational.ONE, Rational.ONE), Optional.empty(),
                        Proposer.SILENT));
        for (Rational weight : List.of(Rational.of(-1), Rational.ZERO)) {
            refused("weights must not be negative, nor the last one 0, but they are [" + weight + "]",
                    () -> UniqueJointMinimiser.decide(PROBLEM, CHAIN, List.of(weight), Optional.empty(),
                            Proposer.SILENT));
        }
    }

    @Test
    void aModelIsExactOnlyForAChainThatSolvesIt() {
        Decision wrong = LayerHypotheses.exactModel(PROBLEM, chain(0, 5));
        assertEquals(Verdict.VIOLATED, wrong.verdict());
        assertEquals(Verdict.HOLDS, LayerHypotheses.exactModel(PROBLEM, CHAIN).verdict());
        refused("problem has 1 layers but the chain has 2 codes",
                () -> LayerHypotheses.withinBudgets(PROBLEM, List.of(LONGER)));
    }

    /// What is worthless may also be no vector of this space, or no number: a waste of time as well.
    @Test
    void aProposalOfAnotherSizeOrWithoutNumbersIsPassedOver() {
        RationalMatrix matrix = Dictionary.of(Matrix.ofRows(new double[] {1, 2}, new double[] {0, 2}))
                .exact();
        RationalVector x = RationalVector.of(1, 0);
        for (double[] proposed : new double[][] {{}, {1}, {1, -0.75, 0}, {Double.NaN, 0},
            {1, Double.POSITIVE_INFINITY}}) {
            assertEquals(
                    UniqueL1Minimiser.decide(matrix, x, Proposer.SILENT),
                    UniqueL1Minimiser.decide(matrix, x, new Careless(proposed)));
        }
    }

    private record Careless(double[] proposed) implements Proposer {

        @Override
        public Optional<double[]> dualPoint(RationalMatrix matrix, int[] support, RationalVector signs) {
            return Optional.of(proposed);
        }

        @Override
        public List<RationalVector> rivals(RationalMatrix matrix, RationalVector x) {
            return List.of(RationalVector.zero(proposed.length));
        }
    }
}
