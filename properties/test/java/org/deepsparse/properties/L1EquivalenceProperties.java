package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.theorem.L1Equivalence;

class L1EquivalenceProperties extends TheoremLaws<ChainInstance> {

    L1EquivalenceProperties() {
        super(new L1Equivalence());
    }

    @Example
    void needsInjectiveActivations() {
        requireNeeded("H1");
    }

    @Example
    void needsCoherenceForTheAtomNorms() {
        requireNeeded("H2");
    }

    @Example
    void needsTheExactModel() {
        requireNeeded("H3");
    }
}
