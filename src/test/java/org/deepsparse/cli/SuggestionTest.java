package org.deepsparse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("verify", "theorems", "coherence", "replay", "--seed");

    @Test
    void oneWordIsNearEnoughOrNone() {
        for (String word : new String[] {"verfy", "veriify", "vreify", "virefy"}) {
            assertEquals(Optional.of("verify"), Suggestion.nearest(word, KNOWN), word);
        }
        assertEquals(Optional.of("coherence"), Suggestion.nearest("coherense", KNOWN));
        assertEquals(Optional.of("--seed"), Suggestion.nearest("--sed", KNOWN));
        for (String word : new String[] {"", "nonsense", "x", "vrfxy", "-", "verify".repeat(100_000)}) {
            assertEquals(Optional.empty(), Suggestion.nearest(word, KNOWN), word);
        }
    }

    @Test
    void ofTwoAsNearTheFirstInTheAlphabetIsMeant() {
        assertEquals(Optional.of("cats"), Suggestion.nearest("cits", List.of("cuts", "cats", "dogs")));
    }
}
