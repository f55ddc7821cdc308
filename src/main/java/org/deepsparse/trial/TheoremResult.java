package org.deepsparse.trial;

import java.util.List;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Verdict;

/// What the trial of one theorem came to.
///
/// @param worstRatio largest measured/bound over the random cases; NaN if no claim compares numbers
/// @param failures the violated and undecided random cases, violated first: a few, each shrunk
public record TheoremResult(
        Theorem<?> theorem,
        int cases,
        int holds,
        int violated,
        int undecided,
        int notApplicable,
        double worstRatio,
        Sharpness sharpness,
        Coverage coverage,
        List<Failure> failures) {

    /// @param original the recipe that was drawn
    /// @param smallest what it was shrunk to
    public record Failure(Verdict verdict, String original, String smallest, String because) {}

    /// The least share of applied cases that must hold: loose enclosures are no way to green.
    private static final double LEAST_DECIDED = 0.99;

    public int applied() {
        return holds + violated + undecided;
    }

    /// VIOLATED if a case is, or a sharp recipe is not tight, or a broken one does not bite; NOT_APPLICABLE if no case applied; UNDECIDED if too
    /// many were undecided or a floor is not met.
    public Verdict verdict() {
        if (violated > 0 || !sharpness.isComplete()) {
            return Verdict.VIOLATED;
        }
        if (applied() == 0) {
            return Verdict.NOT_APPLICABLE;
        }
        return holds < LEAST_DECIDED * applied() || !coverage.isMet() ? Verdict.UNDECIDED : Verdict.HOLDS;
    }
}
