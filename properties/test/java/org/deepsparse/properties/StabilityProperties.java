package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.theorem.Stability;

class StabilityProperties extends TheoremLaws<ChainInstance> {

    StabilityProperties() {
        super(new Stability());
    }

    @Example
    void needsPositiveLowerLipschitzConstant() {
        requireNeeded("H1");
    }

    @Example
    void needsIncoherentDictionaries() {
        requireNeeded("H2");
    }

    @Example
    void needsBudgets() {
        requireNeeded("H3");
    }
}
