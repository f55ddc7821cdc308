package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ThresholdInstance;
import org.deepsparse.theorem.SoftThresholdIsRelu;

class SoftThresholdIsReluProperties extends TheoremLaws<ThresholdInstance> {

    SoftThresholdIsReluProperties() {
        super(new SoftThresholdIsRelu());
    }

    @Example
    void needsNonnegativeThreshold() {
        requireNeeded("H1");
    }
}
