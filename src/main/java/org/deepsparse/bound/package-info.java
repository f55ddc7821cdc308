/// The constants and formulas of the theorems: pure functions of intervals and rationals, one class a
/// theorem.
///
/// Nothing else computes a theorem's constant. So a wrong formula has one place to be wrong in, and the
/// trials catch it there. A class whose name ends in `Bound` gives the right side of an inequality, rounded
/// so that it can only be too generous; one whose name ends in `Condition` gives the margin of a hypothesis,
/// positive inside.
///
/// | class | theorem |
/// |---|---|
/// | [UniquenessCondition] | `uniqueness` |
/// | [L1EquivalenceCondition] | `l1-equivalence` |
/// | [WeightedL1Condition] | `weighted-l1` |
/// | [StabilityBound] | `stability` |
/// | [ListaCpBound] | `lista-cp`, and through it the three below |
/// | [DeepestFirstBound] | `deepest-first` |
/// | [LayerByLayerBound], made by [LayerByLayerBounds] | `layer-by-layer` |
/// | [NoiselessRateBound] | `noiseless-rate` |
/// | [SparkLowerBound] | `spark-bound` |
/// | [WelchLowerBound] | `welch-bound` |
/// | [OmpCondition] | `omp-exact` |
package org.deepsparse.bound;
