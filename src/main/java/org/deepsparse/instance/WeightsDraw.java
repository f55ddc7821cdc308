package org.deepsparse.instance;

import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;

/// Which analysis weights a drawn instance gives its solver.
final class WeightsDraw {

    private WeightsDraw() {}

    static AnalysisWeights weights(Dictionary dictionary, UniformRandomProvider random) {
        return AnalysisWeights.scaled(dictionary);
    }
}
