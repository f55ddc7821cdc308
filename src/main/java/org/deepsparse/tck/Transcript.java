package org.deepsparse.tck;

import java.util.IdentityHashMap;
import java.util.Optional;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Judgement;

/// Which call of the solver stands behind which claim. A claim is known by its identity: two calls may well
/// lead to equal ones.
final class Transcript {

    private final IdentityHashMap<Claim, Exchange> exchanges = new IdentityHashMap<>();

    /// Notes the call that a claim rests on.
    Claim note(Observation observation) {
        exchanges.put(observation.claim(), observation.exchange());
        return observation.claim();
    }

    /// The call behind the first claim that has the judgement's verdict; none where a hypothesis decided it.
    Optional<Exchange> behind(Judgement judgement) {
        return judgement.claims().stream()
                .filter(claim -> claim.verdict() == judgement.verdict())
                .findFirst()
                .flatMap(claim -> Optional.ofNullable(exchanges.get(claim)));
    }
}
