/// The vocabulary of judgement: the four verdicts, what a theorem assumes ([Hypothesis]) and what it asserts ([Claim]).
package org.deepsparse.verdict;
