/// Dictionaries and what the theorems need to know of them: atom norms, mutual coherence, Babel function, spark; and the named
/// families that make the theorems' hypotheses bite. Facts are exact or enclosed, never just rounded.
package org.deepsparse.dictionary;
