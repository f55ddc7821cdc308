/// Runs checks: judges one recipe ([Judgement]), a theorem on many ([Trial]), shrinks what fails ([Smallest]), and holds the floors that keep a
/// green table from being an empty one ([Coverage]).
package org.deepsparse.trial;
