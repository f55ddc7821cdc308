package org.deepsparse.theorem;

import java.util.List;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Label;

/// A case that no better constant would survive.
public sealed interface Sharp {

    Recipe recipe();

    /// The bound is reached: nothing is violated as it stands, and it is when every bound is scaled by 0.999.
    ///
    /// @param where the claims, by name and layer, each of which must be reached at some step; empty if any
    ///     one will do
    record Tight(Recipe recipe, List<Label> where) implements Sharp {
        public Tight {
            where = List.copyOf(where);
        }

        public Tight(Recipe recipe, Label... where) {
            this(recipe, List.of(where));
        }
    }

    /// Both sides of a strict hypothesis are equal, so that it just fails; all others hold, and the
    /// conclusion fails. So "<" cannot become "<=", and no larger constant will do in the hypothesis.
    ///
    /// @param hypothesis its name
    record Boundary(Recipe recipe, String hypothesis) implements Sharp {}
}
