/// The vocabulary of judgement, shared by theorems, oracles and reports.
///
/// A theorem assumes and asserts. What it assumes is a [Hypothesis], and a [Decision] says whether it holds
/// for one instance and by how much. What it asserts is a [Claim], named by a [Label]: something measured,
/// and the bound it is held against. [Judgement] is the one place that makes one of the four
/// [verdicts][Verdict] of both: a violated hypothesis means that the theorem does not apply, an open one
/// leaves the case undecided, and only then do the claims speak, the worst of them for all.
///
/// What a verdict rests on is data ([Evidence]), which `report` turns into words. This package knows numbers,
/// but no dictionaries, layers or theorems.
package org.deepsparse.verdict;
