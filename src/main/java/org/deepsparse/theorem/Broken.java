package org.deepsparse.theorem;

import org.deepsparse.instance.Recipe;

/// Why a hypothesis is needed: it is violated, all others hold, and the conclusion fails.
///
/// @param hypothesis its name
public record Broken(String hypothesis, Recipe recipe) {}
