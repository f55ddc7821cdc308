package org.deepsparse.instance;

import java.util.List;

/// One line of text that determines an instance of a theorem.
///
/// `stability:seed=7,K=20,noise=0/simplex(5):2,leaky(1/2)/disjoint(6,2):1` draws one from families; `stability:example=core7-midpoint`
/// names one. Printing and parsing are inverse to each other; unknown keys are rejected.
public sealed interface Recipe permits DrawnRecipe, NamedExample {

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
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("recipe '" + text + "' does not start with a theorem id and ':'");
        }
        String theorem = text.substring(0, colon);
        String rest = text.substring(colon + 1);
        if (rest.equals(NamedExample.KEY)) {
            throw new IllegalArgumentException("recipe '" + text + "' names no example");
        }
        return rest.startsWith(NamedExample.KEY)
                ? new NamedExample(theorem, rest.substring(NamedExample.KEY.length()))
                : DrawnRecipe.parse(theorem, rest);
    }
}
