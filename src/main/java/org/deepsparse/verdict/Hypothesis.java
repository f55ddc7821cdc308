package org.deepsparse.verdict;

import java.util.function.Function;

/// A condition under which a theorem speaks.
///
/// @param name short label, as on the note page: `H1`
/// @param formula the condition in the notation of proofs-notes/notation.md
/// @param rule decides it for an instance, exactly where it can be
public record Hypothesis<I>(String name, String formula, Function<I, Decision> rule) {

    /// The same hypothesis of instances that contain an I.
    public <J> Hypothesis<J> of(Function<J, I> part) {
        return new Hypothesis<>(name, formula, instance -> rule.apply(part.apply(instance)));
    }

    public Decision decide(I instance) {
        return rule.apply(instance);
    }
}
