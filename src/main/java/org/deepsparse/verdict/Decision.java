package org.deepsparse.verdict;

import org.deepsparse.exact.Interval;

/// Whether a hypothesis holds for an instance, and by how much.
///
/// @param verdict HOLDS, VIOLATED or UNDECIDED
/// @param margin encloses a number that is positive inside the hypothesis, 0 on its boundary and negative outside; what number it is
///     the text tells. The point 0 means that equality was decided exactly
/// @param because the decision in words, with the numbers
public record Decision(Verdict verdict, Interval margin, String because) {

    /// A strict inequality `margin > 0` whose margin is known exactly by its enclosure's sign, or undecided.
    public static Decision positive(Interval margin, String because) {
        if (margin.lower() > 0) {
            return new Decision(Verdict.HOLDS, margin, because);
        }
        return new Decision(margin.upper() <= 0 ? Verdict.VIOLATED : Verdict.UNDECIDED, margin, because);
    }

    /// A weak inequality `margin >= 0`.
    public static Decision nonnegative(Interval margin, String because) {
        if (margin.lower() >= 0) {
            return new Decision(Verdict.HOLDS, margin, because);
        }
        return new Decision(margin.upper() < 0 ? Verdict.VIOLATED : Verdict.UNDECIDED, margin, because);
    }

    /// A yes-or-no question: margin 1 or -1.
    public static Decision of(boolean holds, String because) {
        return new Decision(Verdict.of(holds), Interval.of(holds ? 1 : -1), because);
    }

    /// Whether the case lies exactly on the boundary of the hypothesis.
    public boolean isEquality() {
        return margin.isPoint() && margin.lower() == 0;
    }
}
