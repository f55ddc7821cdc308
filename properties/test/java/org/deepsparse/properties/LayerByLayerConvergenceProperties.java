package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.theorem.LayerByLayerConvergence;

class LayerByLayerConvergenceProperties extends TheoremLaws<RateInstance> {

    LayerByLayerConvergenceProperties() {
        super(new LayerByLayerConvergence());
    }

    @Example
    void needsContinuousInvertibleActivations() {
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
}
