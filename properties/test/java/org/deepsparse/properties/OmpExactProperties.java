package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.theorem.OmpExact;

class OmpExactProperties extends TheoremLaws<ChainInstance> {

    OmpExactProperties() {
        super(new OmpExact());
    }

    @Example
    void needsSmallBabelFunction() {
        requireNeeded("H1");
    }

    @Example
    void needsTheExactModel() {
        requireNeeded("H2");
    }
}
