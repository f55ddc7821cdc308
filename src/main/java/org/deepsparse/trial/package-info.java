/// Runs checks: judges one recipe ([JudgedCase]), a theorem on many ([Trial]), shrinks what fails
/// ([Smallest]), reads what failed before ([Regression]), and holds the floors that keep a green table from
/// being an empty one ([Coverage]). Results are [tallies][Tally] that merge.
package org.deepsparse.trial;
