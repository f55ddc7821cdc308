package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.theorem.NoiselessRate;

class NoiselessRateProperties extends TheoremLaws<RateInstance> {

    NoiselessRateProperties() {
        super(new NoiselessRate());
    }

    @Example
    void needsInvertibleActivations() {
        requireNeeded("H1");
    }

    @Example
    void needsContraction() {
        requireNeeded("H2");
    }

    @Example
    void needsBudgets() {
        requireNeeded("H3");
    }

    @Example
    void needsNoNoise() {
        requireNeeded("H4");
    }
}
