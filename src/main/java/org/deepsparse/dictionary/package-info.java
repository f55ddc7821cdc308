/// Dictionaries and what the theorems need to know of them: atom norms, mutual coherence, Babel function,
/// spark. Facts are exact or enclosed, never just rounded.
package org.deepsparse.dictionary;
