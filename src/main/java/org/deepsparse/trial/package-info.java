/// Runs the checks.
///
/// * [JudgedCase] judges one recipe.
/// * [Trial] judges many drawn recipes of one theorem, on several threads and with the same result for any
///   number of them; [Smallest] shrinks one that fails.
/// * [Regression] judges the recipes that failed before.
/// * [Sharpness] runs the sharp and the broken cases, so that a check that cannot fail is found out.
/// * [Coverage] holds the floors that keep a green table from being an empty one: enough cases to which the
///   theorem applies, and enough of each kind.
/// * [Verification] is all of this for all theorems that were asked for. Results are [tallies][Tally] that
///   merge.
package org.deepsparse.trial;
