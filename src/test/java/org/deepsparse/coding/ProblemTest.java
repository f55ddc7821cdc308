package org.deepsparse.coding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deepsparse.activation.Identity;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.StandardBasis;
import org.junit.jupiter.api.Test;

/// Problems that are none, and chains that are no chains of a problem, are refused instead of being solved in
/// part.
class ProblemTest {

    private static final Layer LAYER = new Layer(new StandardBasis(2).dictionary(), new Identity(), 1);
    private static final RationalVector SIGNAL = RationalVector.of(1, 0);
    private static final SparseCode CODE = SparseCode.of(1, 0);

    @Test
    void aProblemHasLayersAndTolerances() {
        assertEquals(
                "a problem needs at least one layer but has none",
                assertThrows(IllegalArgumentException.class, () -> Problem.exact(SIGNAL, List.of()))
                        .getMessage());
        List<Rational> negative = List.of(Rational.ZERO, Rational.of(-1));
        assertEquals(
                "the squared tolerance of layer 2 is negative: -1",
                assertThrows(IllegalArgumentException.class,
                        () -> new Problem(SIGNAL, List.of(LAYER, LAYER), negative)).getMessage());
    }

    /// A chain with one code more would be another chain than the solution, and solve the problem as well.
    @Test
    void aChainHasOneCodeALayer() {
        Problem problem = Problem.exact(SIGNAL, List.of(LAYER));
        assertTrue(problem.isSolvedBy(new Chain(List.of(CODE))));
        for (Chain chain : List.of(new Chain(List.of()), new Chain(List.of(CODE, CODE)))) {
            String message = "problem has 1 layers but the chain has " + chain.codes().size() + " codes";
            assertEquals(message,
                    assertThrows(IllegalArgumentException.class, () -> problem.isSolvedBy(chain))
                            .getMessage());
            assertEquals(message,
                    assertThrows(IllegalArgumentException.class, () -> problem.squaredResidual(chain, 1))
                            .getMessage());
        }
        Chain wide = new Chain(List.of(SparseCode.of(1, 0, 0)));
        assertEquals(
                "layer 1 has 2 atoms but the code has 3 entries",
                assertThrows(IllegalArgumentException.class, () -> problem.isSolvedBy(wide)).getMessage());
    }

    @Test
    void anExactSolutionUsesNoTolerance() {
        Problem problem = new Problem(SIGNAL, List.of(LAYER), List.of(Rational.ONE));
        Chain near = new Chain(List.of(SparseCode.of(0.5, 0)));
        assertTrue(problem.isSolvedBy(near));
        assertFalse(problem.isExactlySolvedBy(near));
        assertTrue(problem.isExactlySolvedBy(new Chain(List.of(CODE))));
    }
}
