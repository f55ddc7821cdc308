package org.deepsparse.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
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
        assertEquals(Verdict.UNDECIDED, atMost(Interval.of(0, Math.nextUp(1.0)), Interval.of(1)),
                "an ulp too wide");
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
        assertEquals(new Claim.AtMost(A, Interval.of(0.5), Interval.ONE),
                Claim.AtMost.ofExact(A, third, third.times(2)));
        assertEquals(new Claim.AtMost(A, Interval.ZERO, Interval.ZERO),
                Claim.AtMost.ofExact(A, Rational.ZERO, Rational.ZERO));
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
        assertEquals(Verdict.VIOLATED,
                Verdict.worst(List.of(Verdict.UNDECIDED, Verdict.VIOLATED, Verdict.HOLDS)));
        assertEquals(
                "no verdicts to take the worst of",
                assertThrows(IllegalArgumentException.class, () -> Verdict.worst(List.of())).getMessage());
    }

    @Test
    void aHypothesisOfAPartLooksAtThePart() {
        Hypothesis<Integer> even = new Hypothesis<>("H1", "2 | n",
                n -> Decision.of(n % 2 == 0, Evidence.Facts.of("n", n)));
        Hypothesis<String> evenLength = even.of(String::length);
        assertEquals(Decision.of(false, Evidence.Facts.of("n", 3)), evenLength.decide("abc"));
        assertEquals(List.of("H1", "2 | n"), List.of(evenLength.name(), evenLength.formula()));
    }

    @Test
    void aStatementNamesItsPage() {
        Statement statement = new Statement(
                "some-id", "", "", Statement.Status.PAPER, Statement.Proof.NONE, Statement.CheckKind.EXACT,
                "", "");
        assertEquals("proofs-notes/some-id.md", statement.notePage());
    }

    /// An overflow is no bound.
    @Test
    void anInfiniteBoundDecidesNothing() {
        Interval infinite = Interval.of(Double.POSITIVE_INFINITY);
        assertEquals(Verdict.UNDECIDED,
                new Claim.AtMost(Label.of("overflow"), Interval.ONE, infinite).verdict());
        assertEquals(Verdict.HOLDS,
                new Claim.AtMost(Label.of("largest"), Interval.ONE, Interval.of(Double.MAX_VALUE)).verdict());
    }

    /// Layer before step, each only where there is one.
    @Test
    void labelsHaveOneTextEach() {
        assertEquals("error", Label.of("error").toString());
        assertEquals("error[2]", Label.of("error").inLayer(2).toString());
        assertEquals("error[k=7]", Label.of("error").atStep(7).toString());
        assertEquals("error[2,k=7]", Label.of("error").atStep(7).inLayer(2).toString());
        assertEquals("halved[2,k=7]", Label.of("error").inLayer(2).atStep(7).named("halved").toString());
        assertEquals(Label.of("error").inLayer(2).atStep(7), Label.of("error").atStep(7).inLayer(2));
    }

    @Test
    void aLabelForgetsItsStepAlone() {
        assertEquals("error[2]", Label.of("error").inLayer(2).atStep(7).atAnyStep().toString());
        assertEquals("error", Label.of("error").atStep(7).atAnyStep().toString());
    }

    @Test
    void anAnswerIsAClaimOnceItHasALabel() {
        assertEquals(new Claim.Decided(A, Verdict.HOLDS, SEEN), Answer.of(true, SEEN).as(A));
        assertEquals(new Claim.Decided(A, Verdict.VIOLATED, SEEN), Answer.of(false, SEEN).as(A));
        assertEquals(new Claim.Decided(A, Verdict.UNDECIDED, SEEN), Answer.undecided("seen").as(A));
    }

    @Test
    void whatADecisionRestsOnGrowsInFront() {
        Evidence first = new Evidence.Reason("first");
        Decision decision = Decision.of(true, SEEN).with(first);
        assertEquals(new Decision(Verdict.HOLDS, Interval.ONE, first, SEEN), decision);
    }

    /// Of all comparisons with a bound the one nearest to it; 0/0 and infinite bounds are none.
    @Test
    void theWorstRatioIsThatOfTheTightestComparison() {
        Claim zero = new Claim.AtMost(A, Interval.ZERO, Interval.ZERO);
        Claim infinite = new Claim.AtMost(A, Interval.ONE, Interval.of(Double.POSITIVE_INFINITY));
        Claim half = new Claim.AtMost(A, Interval.of(2), Interval.of(4));
        Claim third = new Claim.AtMost(A, Interval.of(2), Interval.of(6));
        assertEquals(0.5, worstRatio(zero, infinite, third, half));
        assertEquals(Double.NaN, worstRatio(zero));
        assertEquals(Double.NaN, worstRatio(infinite));
    }

    private static double worstRatio(Claim... claims) {
        return new Judgement(Verdict.HOLDS, List.of(), List.of(claims)).worstRatio();
    }

    @Test
    void factsAreNamesAndValuesInTurn() {
        Evidence.Facts facts = Evidence.Facts.of("mu^2", Rational.of(1, 9), "lambda", 2);
        assertEquals(List.of(new Evidence.Facts.Fact("mu^2", "1/9"), new Evidence.Facts.Fact("lambda", "2")),
                facts.facts());
        assertEquals(List.of(), Evidence.Facts.of().facts());
        assertEquals(
                "facts have 3 parts: a name has no value",
                assertThrows(IllegalArgumentException.class, () -> Evidence.Facts.of("mu", 1, "lambda"))
                        .getMessage());
    }

    @Test
    void aDependenceHasOneCoefficientAnAtom() {
        assertEquals(
                "2 atoms but 1 coefficients",
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new Evidence.Dependence(List.of(0, 1), RationalVector.of(1.0))).getMessage());
    }

    /// What is changed behind a record's back stays outside of it.
    @Test
    void recordsCopyTheirLists() {
        assertCopies(new ArrayList<>(List.of(0)),
                atoms -> new Evidence.Dependence(atoms, RationalVector.of(1.0)),
                Evidence.Dependence::atoms);
        List<RationalVector> vectors = List.of(RationalVector.of(1.0));
        assertCopies(new ArrayList<>(vectors), chain -> new Evidence.RivalChain(chain, vectors),
                Evidence.RivalChain::chain);
        assertCopies(new ArrayList<>(vectors), rival -> new Evidence.RivalChain(vectors, rival),
                Evidence.RivalChain::rival);
        assertCopies(new ArrayList<>(vectors), Evidence.DualVector::new, Evidence.DualVector::multipliers);
        assertCopies(new ArrayList<>(List.of(new Evidence.Facts.Fact("a", "1"))), Evidence.Facts::new,
                Evidence.Facts::facts);
        List<Evidence> seen = List.of(SEEN);
        assertCopies(new ArrayList<>(seen), evidence -> new Answer(Verdict.HOLDS, evidence),
                Answer::evidence);
        assertCopies(new ArrayList<>(seen), evidence -> new Decision(Verdict.HOLDS, Interval.ONE, evidence),
                Decision::evidence);
        assertCopies(new ArrayList<>(seen), evidence -> new Claim.Decided(A, Verdict.HOLDS, evidence),
                Claim.Decided::evidence);
        List<Judgement.Decided> decisions = List.of(new Judgement.Decided("H1", "h", Decision.of(true)));
        List<Claim> claims = List.of(new Claim.Decided(A, Verdict.HOLDS));
        assertCopies(new ArrayList<>(decisions), list -> new Judgement(Verdict.HOLDS, list, claims),
                Judgement::decisions);
        assertCopies(new ArrayList<>(claims), list -> new Judgement(Verdict.HOLDS, decisions, list),
                Judgement::claims);
    }

    private static <T, R> void assertCopies(List<T> list, Function<List<T>, R> make,
            Function<R, List<T>> take) {
        R made = make.apply(list);
        List<T> before = List.copyOf(list);
        list.clear();
        assertEquals(before, take.apply(made));
        assertThrows(UnsupportedOperationException.class, () -> take.apply(made).clear());
    }

    /// Every hypothesis is decided, also behind one that is violated; the conclusion is then not looked at.
    @Test
    void aJudgementLooksAtTheConclusionLast() {
        List<Hypothesis<Integer>> hypotheses = List.of(
                new Hypothesis<>("H1", "n > 0", n -> Decision.of(n > 0)),
                new Hypothesis<>("H2", "2 | n", n -> Decision.of(n % 2 == 0)));
        Judgement outside = Judgement.of(
                hypotheses,
                n -> {
                    throw new AssertionError("asked about " + n);
                },
                -2);
        assertEquals(Verdict.NOT_APPLICABLE, outside.verdict());
        assertEquals(List.of("H1", "H2"), outside.decisions().stream().map(Judgement.Decided::name).toList());
        assertEquals(List.of(), outside.claims());
        Claim small = new Claim.AtMost(A, Interval.of(2), Interval.of(4));
        Claim overflow = new Claim.AtMost(A, Interval.of(2), Interval.of(Double.POSITIVE_INFINITY));
        Judgement inside = Judgement.of(hypotheses, n -> List.of(overflow, small), 2);
        assertEquals(Verdict.UNDECIDED, inside.verdict());
        assertEquals(0.5, inside.worstRatio(), "an infinite bound is none");
        assertEquals(Double.NaN, Judgement.of(hypotheses, n -> List.of(), 2).worstRatio());
    }
}
