package org.deepsparse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

class AccuracyTest {

    private static final SparseCode TRUTH = SparseCode.of(0, 8, -1);

    private static List<Verdict> verdicts(Accuracy accuracy, double... found) {
        return accuracy.claims(Label.of(""), found, TRUTH).stream().map(Claim::verdict).toList();
    }

    @Test
    void exactMeansEqualAsNumbers() {
        assertEquals(List.of(Verdict.HOLDS, Verdict.HOLDS), verdicts(Accuracy.exact(), -0.0, 8, -1));
        assertEquals(List.of(Verdict.HOLDS, Verdict.VIOLATED),
                verdicts(Accuracy.exact(), 0, Math.nextUp(8.0), -1));
        assertEquals(List.of(Verdict.VIOLATED, Verdict.VIOLATED),
                verdicts(Accuracy.exact(), Double.MIN_VALUE, 8, -1));
    }

    @Test
    void theRelativeErrorIsReachedAndNotExceeded() {
        Accuracy accuracy = Accuracy.relative(0x1p-10); // 1/128 for normInf(x) = 8
        assertEquals(List.of(Verdict.HOLDS, Verdict.HOLDS), verdicts(accuracy, 0x1p-7, 8 + 0x1p-7, -1));
        assertEquals(List.of(Verdict.VIOLATED, Verdict.VIOLATED),
                verdicts(accuracy, Math.nextUp(0x1p-7), 8, -1));
        assertEquals(List.of(Verdict.HOLDS, Verdict.VIOLATED), verdicts(accuracy, 0, 8, 1));
    }

    /// An entry of 1 cannot be told from an error of 1.
    @Test
    void noSupportIsAskedOfAnErrorThatHidesIt() {
        assertEquals(List.of(Verdict.HOLDS), verdicts(Accuracy.relative(0.125), 1, 8, 0));
    }

    @Test
    void theLargestEntriesAreTheSupportAndTiesCountAgainstTheSolver() {
        assertEquals(List.of(Verdict.HOLDS), verdicts(Accuracy.ofSupport(), 0.25, 3, 0.5));
        assertEquals(List.of(Verdict.VIOLATED), verdicts(Accuracy.ofSupport(), 0.5, 3, 0.5));
    }

    @Test
    void anErrorIsANumberBelowOne() {
        assertThrows(IllegalArgumentException.class, () -> Accuracy.relative(-0.5));
        assertThrows(IllegalArgumentException.class, () -> Accuracy.relative(1));
        assertThrows(IllegalArgumentException.class, () -> Accuracy.relative(Double.NaN));
    }
}
