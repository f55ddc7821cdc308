package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.theorem.Uniqueness;

class UniquenessProperties extends TheoremLaws<ChainInstance> {

    UniquenessProperties() {
        super(new Uniqueness());
    }

    @Example
    void needsInjectiveActivations() {
        requireNeeded("H1");
    }

    @Example
    void needsIncoherentDictionaries() {
        requireNeeded("H2");
    }

    @Example
    void needsTheExactModel() {
        requireNeeded("H3");
    }
}
