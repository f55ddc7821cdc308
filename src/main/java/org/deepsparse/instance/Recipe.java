package org.deepsparse.instance;

import java.util.List;
import java.util.Locale;

/// One line of text that determines an instance of a theorem.
///
/// `stability:seed=7,noise=0.5/simplex(5):2,leaky(1/2)/disjoint(6,2):1` draws one from families;
/// `stability:example=core7-midpoint` names one. What is printed is read back as the same recipe. Unknown
/// keys are refused here, and keys that the theorem does not use where its instance is built.
public sealed interface Recipe permits DrawnRecipe, NamedExample {

    /// Ten times as long as any that is drawn.
    int MOST_CHARACTERS = 10_000;

    /// The id of the theorem it is an instance of.
    String theorem();

    /// The line.
    String text();

    /// Simpler recipes of the same kind, the simplest first; none for a named example.
    List<Recipe> smaller();

    /// Reads the line back.
    ///
    /// @throws IllegalArgumentException with what is wrong, and where
    static Recipe parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "recipe has " + text.length() + " characters; at most " + MOST_CHARACTERS);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT,
                                "recipe has the character U+%04X at position %d; it is plain ASCII in one "
                                        + "line",
                                (int) c,
                                i));
            }
        }
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException(
                    "recipe '" + text + "' does not start with a theorem id and ':'");
        }
        String theorem = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return rest.startsWith(NamedExample.KEY)
                ? new NamedExample(theorem, rest.substring(NamedExample.KEY.length()))
                : DrawnRecipe.parse(theorem, rest);
    }
}
