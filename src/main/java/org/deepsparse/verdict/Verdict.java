package org.deepsparse.verdict;

import java.util.Collection;
import java.util.Comparator;

/// The four verdicts, everywhere the same, in the order in which the worst of several counts.
public enum Verdict {
    /// Refuted, with a witness.
    VIOLATED,
    /// Neither proved nor refuted at the precision or within the budget used.
    UNDECIDED,
    /// A hypothesis is violated, so nothing is claimed.
    NOT_APPLICABLE,
    /// Proved for the case at hand.
    HOLDS;

    /// The worst of several.
    ///
    /// @throws IllegalArgumentException if there is none: no claims is no verdict
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream()
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("no verdicts to take the worst of"));
    }

    /// The worse of two.
    public static Verdict worseOf(Verdict a, Verdict b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    public static Verdict of(boolean holds) {
        return holds ? HOLDS : VIOLATED;
    }
}
