package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is left, what was taken, and that nothing comes back.
class BudgetTest {

    @Test
    void stepsAreTakenUntilTooFewAreLeft() {
        Budget budget = new Budget(5);
        assertTrue(budget.take(3));
        assertEquals(2, budget.left());
        assertEquals(3, budget.taken());
        assertFalse(budget.take(3));
        assertTrue(budget.isSpent());
        assertFalse(budget.take(1));
    }

    @Test
    void stoppingTakesWhatIsLeft() {
        Budget budget = Budget.unlimited();
        assertTrue(budget.take(1));
        budget.stop();
        assertTrue(budget.isStopped() && budget.isSpent());
        assertFalse(budget.take(1));
    }

    /// A program that the budget ends is not called infeasible: the budget says that it is spent.
    @Test
    void aProgramEndsWithTheBudget() {
        RationalMatrix matrix = RationalMatrix.ofColumns(1, List.of(RationalVector.of(2.0)));
        RationalVector one = RationalVector.of(1.0);
        Budget spent = new Budget(0);
        assertTrue(RationalSimplex.minimise(matrix, one, one, spent).isEmpty() && spent.isSpent());
        assertEquals(Rational.of(1, 2),
                RationalSimplex.minimise(matrix, one, one, new Budget(100)).orElseThrow().value());
    }

    /// Three pivots, two of them after a point was found: whatever the budget, there is the least value or no
    /// answer, never a point that is only feasible.
    @Test
    void noBudgetGivesAnotherAnswer() {
        RationalMatrix matrix = RationalMatrix.ofColumns(1,
                List.of(RationalVector.of(1.0), RationalVector.of(2.0), RationalVector.of(3.0)));
        RationalVector one = RationalVector.of(1.0);
        RationalVector cost = RationalVector.of(9, 6, 3);
        Budget enough = Budget.unlimited();
        Optional<RationalSimplex.Optimum> optimum = RationalSimplex.minimise(matrix, one, cost, enough);
        assertEquals(Rational.ONE, optimum.orElseThrow().value());
        assertTrue(enough.taken() >= 3, "pivots: " + enough.taken());
        for (long budget = 0; budget <= enough.taken(); budget++) {
            assertEquals(Optional.empty(),
                    RationalSimplex.minimise(matrix, one, cost, new Budget(budget)), "budget " + budget);
        }
        assertEquals(optimum,
                RationalSimplex.minimise(matrix, one, cost, new Budget(enough.taken() + 1)));
    }

    /// One pivot, of a tableau of 2 rows and 3 columns: one step while numbers are short. The reduced cost of
    /// an entry 3 + 2^-6400 has 12,803 bits, which are 200.05 words: 6 (1 + 200.05)^2/100 = 2425.3 steps
    /// more.
    @Test
    void aPivotCountsByTheLengthOfItsNumbers() {
        RationalVector one = RationalVector.of(1.0);
        assertEquals(1, taken(Rational.of(3), one));
        assertEquals(2426, taken(Rational.of(3).plus(power(-6400)), one));
        assertEquals(1, taken(power(40), one));
    }

    private static Rational power(int exponent) {
        BigInteger power = BigInteger.TWO.pow(Math.abs(exponent));
        return exponent < 0 ? new Rational(BigInteger.ONE, power) : new Rational(power, BigInteger.ONE);
    }

    private static long taken(Rational entry, RationalVector one) {
        Budget budget = Budget.unlimited();
        RationalVector column = RationalVector.of(new Rational[] {entry});
        RationalSimplex.minimise(RationalMatrix.ofColumns(1, List.of(column)), one, one, budget);
        return budget.taken();
    }
}
