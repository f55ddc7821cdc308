package org.deepsparse.trial;

import java.util.List;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Verdict;

/// What the trial of one theorem came to.
///
/// @param failures the failures that the tally kept, each shrunk
public record TheoremResult(
        Theorem<?> theorem, Tally tally, Sharpness sharpness, Coverage coverage,
        List<ShrunkFailure> failures) {

    /// The least share of applied cases that must hold: loose enclosures are no way to green.
    private static final double LEAST_DECIDED = 0.99;

    public TheoremResult {
        failures = List.copyOf(failures);
    }

    /// VIOLATED if a case is, or a sharp recipe is not tight, or a broken one does not bite; NOT_APPLICABLE
    /// if no case applied; UNDECIDED if too many were undecided or a floor is not met.
    public Verdict verdict() {
        if (tally.violated() > 0 || !sharpness.isComplete()) {
            return Verdict.VIOLATED;
        }
        if (tally.applied() == 0) {
            return Verdict.NOT_APPLICABLE;
        }
        boolean decided = tally.holds() >= LEAST_DECIDED * tally.applied();
        return decided && coverage.isMet() ? Verdict.HOLDS : Verdict.UNDECIDED;
    }
}
