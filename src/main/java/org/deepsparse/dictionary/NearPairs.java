package org.deepsparse.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.verdict.Evidence;

/// Pairs of atoms whose cosine may reach a threshold when the atoms move a little.
public final class NearPairs {

    private NearPairs() {}

    /// All pairs that may, and perhaps some that may not; empty if there are more than `most`. An atom that
    /// moves by h times its norm turns by at most 2 h, so a cosine changes by at most 2 h_i + 2 h_l.
    /// **Cost** n^2 inner products in floating point.
    ///
    /// @param turns at least h, one an atom
    public static Optional<List<Evidence.Pair>> of(Dictionary dictionary, double threshold, double[] turns,
            int most) {
        CoherenceScan scan = new CoherenceScan(dictionary);
        List<Evidence.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < dictionary.atoms(); i++) {
            double[] cosines = scan.cosines(i);
            for (int l = i + 1; l < dictionary.atoms(); l++) {
                double reach = 2.5 * (turns[i] + turns[l]) + 2 * scan.error();
                if (cosines[l] + reach >= threshold) {
                    pairs.add(new Evidence.Pair(i, l));
                }
            }
            if (pairs.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(pairs));
    }
}
