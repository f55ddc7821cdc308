package org.deepsparse.verdict;

import java.util.List;

/// The answer of a decider to a yes-or-no question about given data: HOLDS, VIOLATED or UNDECIDED, with what
/// it rests on.
public record Answer(Verdict verdict, List<Evidence> evidence) {

    public Answer {
        evidence = List.copyOf(evidence);
    }

    public static Answer of(Verdict verdict, Evidence... evidence) {
        return new Answer(verdict, List.of(evidence));
    }

    public static Answer of(boolean holds, Evidence... evidence) {
        return of(Verdict.of(holds), evidence);
    }

    /// Neither proved nor refuted.
    ///
    /// @param reason why, and what would decide it
    public static Answer undecided(String reason) {
        return of(Verdict.UNDECIDED, new Evidence.Reason(reason));
    }

    /// The answer as a claim of a conclusion.
    public Claim as(Label label) {
        return new Claim.Decided(label, verdict, evidence);
    }
}
