package org.deepsparse.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.junit.jupiter.api.Test;

/// The vocabulary at its edges: what an enclosure that touches the bound may still say, and what it may not.
class VerdictTest {

    private static final Label A = Label.of("a");
    private static final Evidence SEEN = new Evidence.Reason("seen");

    private static Verdict atMost(Interval measured, Interval bound) {
        return new Claim.AtMost(A, measured, bound).verdict();
    }

    @Test
    void aClaimHoldsWithEqualityAndIsViolatedOnlyBeyondDoubt() {
        assertEquals(Verdict.HOLDS, atMost(Interval.of(1), Interval.of(1)));
        assertEquals(Verdict.HOLDS, atMost(Interval.of(0, 1), Interval.of(1, 2)));
        assertEquals(Verdict.UNDECIDED, atMost(Interval.of(1, 2), Interval.of(0, 1)), "both may be 1");
        assertEquals(Verdict.UNDECIDED, atMost(Interval.of(1), Interval.of(0, 1)), "the bound may be 1");
        assertEquals(Verdict.UNDECIDED, atMost(Interval.of(0, Math.nextUp(1.0)), Interval.of(1)), "an ulp too wide");
        assertEquals(Verdict.VIOLATED, atMost(Interval.of(Math.nextUp(1.0)), Interval.of(0, 1)));
    }

    @Test
    void aComparisonSaysWhatWasMeasuredAndHowNearItIs() {
        Claim.AtMost claim = new Claim.AtMost(A, Interval.of(1, 3), Interval.of(4, 6));
        assertEquals(0.75, claim.ratio(), "at worst");
        assertEquals(new Claim.AtMost(A, Interval.of(1, 3), Interval.of(2, 3)), claim.scaled(0.5));
        assertEquals(Double.NaN, new Claim.AtMost(A, Interval.ONE, Interval.of(0, 1)).ratio());
        Claim decided = new Claim.Decided(Label.of("b"), Verdict.HOLDS, SEEN);
        assertEquals(List.of(claim), Claim.comparisons(List.of(decided, claim)));
    }

    /// 1/3 is in no point interval, yet a third at most a third holds.
    @Test
    void exactNumbersAreComparedExactly() {
        Rational third = Rational.of(1, 3);
        assertEquals(new Claim.AtMost(A, Interval.ONE, Interval.ONE), Claim.AtMost.ofExact(A, third, third));
        assertEquals(new Claim.AtMost(A, Interval.of(0.5), Interval.ONE), Claim.AtMost.ofExact(A, third, third.times(2)));
        assertEquals(new Claim.AtMost(A, Interval.ZERO, Interval.ZERO), Claim.AtMost.ofExact(A, Rational.ZERO, Rational.ZERO));
        assertEquals(Verdict.VIOLATED, Claim.AtMost.ofExact(A, third, Rational.ZERO).verdict());
    }

    @Test
    void aStrictInequalityFailsAtEqualityAndAWeakOneHolds() {
        assertEquals(Verdict.HOLDS, Decision.positive(Interval.of(Double.MIN_VALUE)).verdict());
        assertEquals(Verdict.VIOLATED, Decision.positive(Interval.ZERO).verdict());
        assertEquals(Verdict.VIOLATED, Decision.positive(Interval.of(-1, 0)).verdict());
        assertEquals(Verdict.UNDECIDED, Decision.positive(Interval.of(0, 1)).verdict());
        assertEquals(Verdict.HOLDS, Decision.nonnegative(Interval.of(0, 1)).verdict());
        assertEquals(Verdict.UNDECIDED, Decision.nonnegative(Interval.of(-1, 0)).verdict());
        assertEquals(Verdict.VIOLATED, Decision.nonnegative(Interval.of(-1, -Double.MIN_VALUE)).verdict());
        assertEquals(new Decision(Verdict.HOLDS, Interval.ONE, SEEN), Decision.of(true, SEEN));
        assertEquals(new Decision(Verdict.VIOLATED, Interval.of(-1), SEEN), Decision.of(false, SEEN));
    }

    @Test
    void onlyThePointZeroIsEquality() {
        assertTrue(Decision.nonnegative(Interval.ZERO).isEquality());
        assertFalse(Decision.nonnegative(Interval.of(0, 1)).isEquality());
        assertFalse(Decision.nonnegative(Interval.ONE).isEquality());
    }

    @Test
    void theWorstVerdictCountsAndNoneIsNoVerdict() {
        assertEquals(Verdict.NOT_APPLICABLE, Verdict.worst(List.of(Verdict.HOLDS, Verdict.NOT_APPLICABLE)));
        assertEquals(Verdict.VIOLATED, Verdict.worst(List.of(Verdict.UNDECIDED, Verdict.VIOLATED, Verdict.HOLDS)));
        assertEquals(
                "no verdicts to take the worst of",
                assertThrows(IllegalArgumentException.class, () -> Verdict.worst(List.of())).getMessage());
    }

    @Test
    void aHypothesisOfAPartLooksAtThePart() {
        Hypothesis<Integer> even = new Hypothesis<>("H1", "2 | n", n -> Decision.of(n % 2 == 0, Evidence.Facts.of("n", n)));
        Hypothesis<String> evenLength = even.of(String::length);
        assertEquals(Decision.of(false, Evidence.Facts.of("n", 3)), evenLength.decide("abc"));
        assertEquals(List.of("H1", "2 | n"), List.of(evenLength.name(), evenLength.formula()));
    }

    @Test
    void aStatementNamesItsPage() {
        Statement statement = new Statement(
                "some-id", "", "", Statement.Status.PAPER, Statement.Proof.NONE, Statement.CheckKind.EXACT, "", "");
        assertEquals("proofs-notes/some-id.md", statement.notePage());
    }

    /// An overflow is no bound.
    @Test
    void anInfiniteBoundDecidesNothing() {
        Interval infinite = Interval.of(Double.POSITIVE_INFINITY);
        assertEquals(Verdict.UNDECIDED, new Claim.AtMost(Label.of("overflow"), Interval.ONE, infinite).verdict());
        assertEquals(Verdict.HOLDS, new Claim.AtMost(Label.of("largest"), Interval.ONE, Interval.of(Double.MAX_VALUE)).verdict());
    }
}
