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
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// The checks of evidence bite: right evidence passes, and each way in which it can be wrong is refused.
class CheckedEvidenceTest {

    /// `(1 2 0 / 0 2 1)`: d_1 = 2 d_0 + 2 d_2.
    private static final RationalMatrix ATOMS = Dictionary
            .of(Matrix.ofRows(new double[] {1, 2, 0}, new double[] {0, 2, 1})).exact();

    private static void assertRefused(Runnable check) {
        assertThrows(AssertionError.class, check::run);
    }

    private static Evidence.Dependence dependence(List<Integer> atoms, double... coefficients) {
        return new Evidence.Dependence(atoms, RationalVector.of(coefficients));
    }

    @Test
    void dependences() {
        CheckedEvidence.isDependence(ATOMS, dependence(List.of(0, 1, 2), 2, -1, 2));
        assertRefused(() -> CheckedEvidence.isDependence(ATOMS, dependence(List.of(0, 1, 2), 2, -1, 1)));
        assertRefused(() -> CheckedEvidence.isDependence(ATOMS, dependence(List.of(0, 0), 1, -1)));
        assertRefused(() -> CheckedEvidence.isDependence(ATOMS, dependence(List.of(0, 1), 0, 0)));
        assertRefused(() -> CheckedEvidence.isDependence(ATOMS, dependence(List.of())));
    }

    @Test
    void rivalCodes() {
        RationalVector code = RationalVector.of(2, 0, 2);
        CheckedEvidence.isAsSparse(ATOMS, code, 2, new Evidence.RivalCode(code, RationalVector.of(0, 1, 0)));
        CheckedEvidence.isAsCheap(ATOMS, code, new Evidence.RivalCode(code, RationalVector.of(1, 0.5, 1)));
        assertRefused(() -> CheckedEvidence.isAsSparse(ATOMS, code, 2,
                new Evidence.RivalCode(code, RationalVector.of(1, 0.5, 1))));
        assertRefused(() -> CheckedEvidence.isAsCheap(ATOMS, code,
                new Evidence.RivalCode(code, RationalVector.of(4, -1, 4))));
        assertRefused(() -> CheckedEvidence.isAsCheap(ATOMS, code,
                new Evidence.RivalCode(code, RationalVector.of(0, 0.5, 0))));
        assertRefused(() -> CheckedEvidence.isAsCheap(ATOMS, code, new Evidence.RivalCode(code, code)));
        assertRefused(() -> CheckedEvidence.isAsCheap(
                ATOMS, code,
                new Evidence.RivalCode(RationalVector.of(1, 0.5, 1), RationalVector.of(0, 1, 0))));
    }

    /// For x = (1, 0, 0): (1, -3/4) has the products 1, 1/2 and -3/4.
    @Test
    void dualVectors() {
        RationalVector x = RationalVector.of(1, 0, 0);
        CheckedEvidence.isDualVector(ATOMS, x, RationalVector.of(1, -0.75));
        assertRefused(() -> CheckedEvidence.isDualVector(ATOMS, x, RationalVector.of(1, -0.5)));
        assertRefused(() -> CheckedEvidence.isDualVector(ATOMS, x, RationalVector.of(0.875, -0.75)));
        assertRefused(() -> CheckedEvidence.isDualVector(ATOMS, x.negate(), RationalVector.of(1, -0.75)));
        RationalMatrix repeated = ATOMS.select(0, 0);
        assertRefused(() -> CheckedEvidence.isDualVector(repeated, RationalVector.of(1, 1),
                RationalVector.of(1, 0)));
    }

    @Test
    void verdictsFitTheirEvidence() {
        RationalVector x = RationalVector.of(1, 0, 0);
        Evidence dual = new Evidence.DualVector(List.of(RationalVector.of(1, -0.75)));
        CheckedEvidence.ofL1Minimum(ATOMS, x, Answer.of(Verdict.HOLDS, dual));
        assertRefused(() -> CheckedEvidence.ofL1Minimum(ATOMS, x, Answer.of(Verdict.VIOLATED, dual)));
        assertRefused(() -> CheckedEvidence.ofL1Minimum(ATOMS, x,
                Answer.of(Verdict.HOLDS, new Evidence.Reason("so"))));
        assertRefused(() -> CheckedEvidence.ofL1Minimum(ATOMS, x, Answer.of(Verdict.HOLDS)));
    }

    /// core_3 below four axes: (1, 1, 1, 1) spans the kernel of core_3, so (3, 2, 0, 0) may move along it in
    /// both layers. One step down costs the same.
    private static final List<Layer> LAYERS = List.of(
            new Layer(new Core(3).dictionary(), new Identity(), 4),
            new Layer(new StandardBasis(4).dictionary(), new Identity(), 4));

    private static final List<Rational> EQUAL = List.of(Rational.ONE, Rational.ONE);

    private static Chain twice(double... code) {
        return new Chain(List.of(SparseCode.of(code), SparseCode.of(code)));
    }

    private static Evidence.RivalChain rival(Chain chain, Chain other) {
        return new Evidence.RivalChain(chain.entries(), other.entries());
    }

    @Test
    void rivalChains() {
        Chain chain = twice(3, 2, 0, 0);
        Problem problem = Problem.exact(new Core(3).dictionary().times(chain.code(1).entries()), LAYERS);
        Chain moved = twice(2, 1, -1, -1);
        CheckedEvidence.ofOnlyChain(problem, chain, Answer.of(Verdict.VIOLATED, rival(chain, moved)));
        assertRefused(() -> CheckedEvidence.ofOnlyChain(problem, chain,
                Answer.of(Verdict.VIOLATED, rival(chain, chain))));
        Chain torn = new Chain(List.of(moved.code(1), chain.code(2)));
        assertRefused(() -> CheckedEvidence.ofOnlyChain(problem, chain,
                Answer.of(Verdict.VIOLATED, rival(chain, torn))));
        List<Layer> sparser = List.of(LAYERS.get(0),
                new Layer(new StandardBasis(4).dictionary(), new Identity(), 3));
        Problem within = Problem.exact(problem.signal(), sparser);
        assertRefused(() -> CheckedEvidence.ofOnlyChain(within, chain,
                Answer.of(Verdict.VIOLATED, rival(chain, moved))));
        CheckedEvidence.ofJointMinimum(problem, chain, EQUAL,
                Answer.of(Verdict.VIOLATED, rival(chain, moved)));
        Chain dearer = twice(0, -1, -3, -3);
        assertRefused(() -> CheckedEvidence.ofJointMinimum(
                problem, chain, EQUAL, Answer.of(Verdict.VIOLATED, rival(chain, dearer))));
    }

    /// A multiplier that is changed in one entry of one layer no longer proves anything.
    @Test
    void jointDualVectors() {
        Chain chain = twice(3, 0, 0, 0);
        Problem problem = Problem.exact(new Core(3).dictionary().times(chain.code(1).entries()), LAYERS);
        Answer answer = UniqueJointMinimiser.decide(problem, chain, EQUAL, Optional.empty(), Proposer.SILENT);
        assertEquals(Verdict.HOLDS, answer.verdict());
        CheckedEvidence.ofJointMinimum(problem, chain, EQUAL, answer);
        List<RationalVector> right = ((Evidence.DualVector) answer.evidence().get(0)).multipliers();
        for (int j = 0; j < 2; j++) {
            RationalVector wrong = right.get(j).plus(RationalVector.of(4.0).padded(right.get(j).size()));
            List<RationalVector> multipliers = j == 0
                    ? List.of(wrong, right.get(1))
                    : List.of(right.get(0), wrong);
            Answer tampered = Answer.of(Verdict.HOLDS, new Evidence.DualVector(multipliers));
            assertRefused(() -> CheckedEvidence.ofJointMinimum(problem, chain, EQUAL, tampered));
        }
    }
}
