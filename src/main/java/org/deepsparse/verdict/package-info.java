/// The vocabulary of judgement, shared by theorems, oracles and reports.
///
/// A theorem assumes ([Hypothesis], decided by a [Decision]) and asserts ([Claim], named by a [Label]);
/// [Judgement] is the one place that combines both into one of the four [verdicts][Verdict]. What a verdict
/// rests on is data ([Evidence]), which `report` turns into words. Knows numbers, but no dictionaries, layers
/// or theorems.
package org.deepsparse.verdict;
