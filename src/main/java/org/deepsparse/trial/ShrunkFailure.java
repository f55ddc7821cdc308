package org.deepsparse.trial;

import org.deepsparse.instance.Recipe;

/// A case that failed, and the smallest one that fails in the same way.
///
/// @param original the recipe that was drawn
/// @param smallest what it shrinks to, judged: the numbers to look at are these
public record ShrunkFailure(Recipe original, JudgedCase smallest) {}
