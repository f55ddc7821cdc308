/// Exact answers to questions about given data: a problem, a chain of codes, a dictionary; no theorem and no
/// instance needed.
///
/// Are these atoms independent ([Independence])? Is this the only sparse code ([OnlySparseCode]), the only
/// chain ([OnlyChain]), the only minimiser of an l1 norm ([UniqueL1Minimiser], [UniqueJointMinimiser])? Does
/// the coherence allow this budget ([LayerHypotheses])? Each answer carries the
/// [evidence][org.deepsparse.verdict.Evidence] it rests on.
///
/// Nothing here trusts floating point, and nothing here can import a solver: solvers live on a floor above.
/// Where a guess helps, a decider asks a [Proposer], checks in rationals what it is handed, and is none the
/// wiser if that is worthless.
package org.deepsparse.decider;
