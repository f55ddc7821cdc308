package org.deepsparse.theorem;

import org.deepsparse.instance.Recipe;

/// A case that no better constant would survive.
public sealed interface Sharp {

    Recipe recipe();

    /// The bound is reached: not violated as it stands, violated when every bound is scaled by 0.999.
    record Tight(Recipe recipe) implements Sharp {}

    /// A hypothesis is met with equality, all others hold, and the conclusion fails: "<" cannot become "<=",
    /// hence no larger constant will do in the hypothesis.
    ///
    /// @param hypothesis its name
    record Boundary(Recipe recipe, String hypothesis) implements Sharp {}
}
