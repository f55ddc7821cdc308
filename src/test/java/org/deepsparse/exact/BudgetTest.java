package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
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
