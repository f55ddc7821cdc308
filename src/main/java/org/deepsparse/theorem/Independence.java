package org.deepsparse.theorem;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.Spark;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Verdict;

/// The claim that every `size` atoms are independent, by exact enumeration.
final class Independence {

    /// Atom subsets that an enumeration may visit.
    static final long SUBSETS = 400_000;

    private Independence() {}

    static Claim claim(String label, Dictionary dictionary, int size) {
        Spark.Independence independence = Spark.independence(dictionary, size, SUBSETS);
        Verdict verdict = independence.holds().map(Verdict::of).orElse(Verdict.UNDECIDED);
        return new Claim.Decided(label, verdict, independence.because());
    }
}
