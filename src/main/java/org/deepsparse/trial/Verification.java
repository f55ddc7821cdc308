package org.deepsparse.trial;

import java.util.List;
import java.util.Optional;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Verdict;

/// What a run over several theorems came to.
///
/// @param theorems one result a theorem, in the order of the run
/// @param noise what the same noise becomes under the two methods for deep problems; empty unless both were
///     tried
public record Verification(long seed, List<TheoremResult> theorems, List<NoiseAmplification> noise) {

    public Verification {
        theorems = List.copyOf(theorems);
        noise = List.copyOf(noise);
    }

    /// With the comparison of the two methods, if both were tried.
    public static Verification of(long seed, List<TheoremResult> theorems) {
        List<Theorem<?>> tried = theorems.stream().<Theorem<?>>map(TheoremResult::theorem).toList();
        boolean both = tried.containsAll(NoiseAmplification.COMPARED);
        return new Verification(seed, theorems, both ? NoiseAmplification.all() : List.of());
    }

    /// The worst over all theorems; empty if there are none.
    public Optional<Verdict> verdict() {
        return theorems.stream().map(TheoremResult::verdict).reduce(Verdict::worseOf);
    }
}
