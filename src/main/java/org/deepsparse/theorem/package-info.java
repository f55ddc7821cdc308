/// The theorems, one record each: what is assumed, what is asserted, how it is checked, where it is sharp,
/// and why each hypothesis is needed.
///
/// A [Theorem] draws cases, decides its hypotheses on each, and states its conclusion as claims that compare
/// something measured with something promised. It is also a [Check], so that a deliberately wrong variant can
/// be run by the same machinery. A [Sharp] case is one that no better constant would survive; a [Broken] case
/// violates exactly one hypothesis, and the conclusion fails on it. Both are run with every verification.
///
/// Where to start: [SparkBound] is the shortest theorem, [Uniqueness] the first about chains of codes, and
/// [ListaCpConvergence] the lemma that [DeepestFirstConvergence], [LayerByLayerConvergence] and
/// [NoiselessRate] build on. Each class comment states the theorem in full, and the page of the same id in
/// `proofs-notes` proves it. The formulas themselves are in `bound`, so that a wrong one has one place to be
/// wrong in.
///
/// To add a theorem, follow CONTRIBUTING.md. A test walks [Theorems] and asks for everything that belongs to
/// one.
package org.deepsparse.theorem;
