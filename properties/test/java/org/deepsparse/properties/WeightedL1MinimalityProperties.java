package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.WeightedInstance;
import org.deepsparse.theorem.WeightedL1Minimality;

class WeightedL1MinimalityProperties extends TheoremLaws<WeightedInstance> {

    WeightedL1MinimalityProperties() {
        super(new WeightedL1Minimality());
    }

    @Example
    void needsBijections() {
        requireNeeded("H1");
    }

    @Example
    void needsEqualNorms() {
        requireNeeded("H2");
    }

    @Example
    void needsIncoherence() {
        requireNeeded("H3");
    }

    @Example
    void needsDecreasingWeights() {
        requireNeeded("H4");
    }

    @Example
    void needsTheExactModel() {
        requireNeeded("H5");
    }
}
