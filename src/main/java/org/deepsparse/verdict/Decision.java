package org.deepsparse.verdict;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.exact.Interval;

/// Whether a hypothesis holds for an instance, and by how much.
///
/// @param verdict HOLDS, VIOLATED or UNDECIDED
/// @param margin encloses a number that is positive inside the hypothesis, 0 on its boundary and negative
///     outside; the hypothesis says what number it is. The point 0 means that equality was decided exactly
/// @param evidence what the decision rests on
public record Decision(Verdict verdict, Interval margin, List<Evidence> evidence) {

    public Decision {
        evidence = List.copyOf(evidence);
    }

    public Decision(Verdict verdict, Interval margin, Evidence... evidence) {
        this(verdict, margin, List.of(evidence));
    }

    /// A strict inequality `margin > 0` whose margin is known exactly by its enclosure's sign, or undecided.
    public static Decision positive(Interval margin, Evidence... evidence) {
        if (margin.lower() > 0) {
            return new Decision(Verdict.HOLDS, margin, evidence);
        }
        return new Decision(margin.upper() <= 0 ? Verdict.VIOLATED : Verdict.UNDECIDED, margin, evidence);
    }

    /// A weak inequality `margin >= 0`.
    public static Decision nonnegative(Interval margin, Evidence... evidence) {
        if (margin.lower() >= 0) {
            return new Decision(Verdict.HOLDS, margin, evidence);
        }
        return new Decision(margin.upper() < 0 ? Verdict.VIOLATED : Verdict.UNDECIDED, margin, evidence);
    }

    /// A yes-or-no question: margin 1 or -1.
    public static Decision of(boolean holds, Evidence... evidence) {
        return new Decision(Verdict.of(holds), Interval.of(holds ? 1 : -1), evidence);
    }

    /// The same decision with more to rest on, named first.
    public Decision with(Evidence first) {
        List<Evidence> more = new ArrayList<>(List.of(first));
        more.addAll(evidence);
        return new Decision(verdict, margin, more);
    }

    /// Whether the case lies exactly on the boundary of the hypothesis.
    public boolean isEquality() {
        return margin.isPoint() && margin.lower() == 0;
    }
}
