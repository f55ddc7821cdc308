package org.deepsparse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Evidence in words: one line for each kind, and the line that says why a verdict is what it is.
class WordsTest {

    @Test
    void everyKindOfEvidenceIsAmongThoseMadeByHand() {
        Set<Class<?>> kinds = MadeByHand.evidence().stream().map(Evidence::getClass)
                .collect(Collectors.toSet());
        assertEquals(Set.of(Evidence.class.getPermittedSubclasses()), kinds);
    }

    @Test
    void eachKindHasItsWords() {
        assertEquals(
                List.of(
                        "0 = d_0 - 2 d_2 + 3/7 d_5",
                        "(0, -2/3, 1/3) besides (1, 0, 0)",
                        "[(0, -2/3, 1/3), (0, 3)] besides [(1, 0, 0), (1, 2)]",
                        "dual certificate (1, -3/4), (1/2)",
                        "atoms 3 and 11",
                        "all looked at: subsets of 4 atoms",
                        "lambda = 2, mu^2 = 1/9, 1 - q = [0.25, 0.5]",
                        "the budget ran out; a larger one would decide it"),
                MadeByHand.evidence().stream().map(Words::of).toList());
        assertEquals("0 = -d_1 + d_4",
                Words.of(new Evidence.Dependence(List.of(1, 4), RationalVector.of(-1, 1))));
        assertEquals("atoms 0 and 1; atoms 1 and 2",
                Words.of(List.of(new Evidence.Pair(0, 1), new Evidence.Pair(1, 2))));
        assertEquals("", Words.of(List.of()));
    }

    @Test
    void aComparisonSaysWhatWasMeasured() {
        Claim claim = new Claim.AtMost(Label.of("a"), Interval.of(1, 3), Interval.of(4, 6));
        assertEquals("measured [1.0, 3.0], bound [4.0, 6.0]", Words.of(claim));
    }

    private static final List<Judgement.Decided> DECISIONS = Stream
            .of(Verdict.HOLDS, Verdict.UNDECIDED, Verdict.VIOLATED, Verdict.VIOLATED)
            .map(verdict -> new Decision(verdict, Interval.ZERO, new Evidence.Reason("it is " + verdict)))
            .map(decision -> new Judgement.Decided("H-" + decision.verdict(), "h", decision))
            .toList();

    private static Claim claim(String label, Verdict verdict) {
        return new Claim.Decided(Label.of(label), verdict, new Evidence.Reason("so"));
    }

    /// The first hypothesis, or claim, that has the verdict.
    @Test
    void becauseNamesWhatDecided() {
        assertEquals(
                "H-VIOLATED (h): it is VIOLATED",
                Words.because(new Judgement(Verdict.NOT_APPLICABLE, DECISIONS, List.of())));
        assertEquals(
                "H-UNDECIDED (h): it is UNDECIDED",
                Words.because(new Judgement(Verdict.UNDECIDED, DECISIONS, List.of())));
        List<Claim> claims = List.of(
                claim("a", Verdict.HOLDS), claim("b", Verdict.UNDECIDED), claim("c", Verdict.VIOLATED),
                claim("d", Verdict.VIOLATED));
        assertEquals("c: so", Words.because(new Judgement(Verdict.VIOLATED, DECISIONS, claims)));
        assertEquals("b: so", Words.because(new Judgement(Verdict.UNDECIDED, DECISIONS, claims)));
        assertEquals("the conclusion claims nothing",
                Words.because(new Judgement(Verdict.UNDECIDED, List.of(), List.of())));
    }
}
