/// Recipes and the instances they describe.
///
/// A [Recipe] is one line of text from which an instance is built, the same on every machine: a [DrawnRecipe]
/// names families, sizes and a seed, a [NamedExample] one of the explicit instances of the theory. A [Draw]
/// is a distribution of recipes over the cases a theorem is about; `smaller()` shrinks a failing one.
/// Commands and tests share both, so a failure ends at the same smallest case everywhere.
package org.deepsparse.instance;
