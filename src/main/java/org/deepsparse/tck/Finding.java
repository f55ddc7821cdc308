package org.deepsparse.tck;

import java.util.Optional;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.verdict.Verdict;

/// What one law says about one solver, as data; `report` has the words.
public sealed interface Finding {

    /// Of the law, on the case or the cases that were judged.
    Verdict verdict();

    /// Nothing is wrong: the law holds, or the case says nothing about it.
    record Fine(Verdict verdict) implements Finding {}

    /// The law is broken, or a case that was asked for does not show that it holds.
    ///
    /// @param failure the smallest case that breaks it, or the one that was asked for
    /// @param exchange the call of the solver that showed it; none where a hypothesis decided
    record Failed(Law law, JudgedCase failure, Optional<Exchange> exchange) implements Finding {
        @Override
        public Verdict verdict() {
            return failure.judgement().verdict();
        }
    }

    /// The law holds on none of the cases: the solver supports none of them, or they are undecided.
    ///
    /// @param theorem its id
    record NothingShown(Law law, String theorem, int cases) implements Finding {
        @Override
        public Verdict verdict() {
            return Verdict.UNDECIDED;
        }
    }
}
