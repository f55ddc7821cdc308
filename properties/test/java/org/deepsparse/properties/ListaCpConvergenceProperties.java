package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.theorem.ListaCpConvergence;

class ListaCpConvergenceProperties extends TheoremLaws<ListaInstance> {

    ListaCpConvergenceProperties() {
        super(new ListaCpConvergence());
    }

    @Example
    void needsCandidatesThatContainTheSupport() {
        requireNeeded("H1");
    }

    @Example
    void needsMagnitudeBound() {
        requireNeeded("H2");
    }

    @Example
    void needsContraction() {
        requireNeeded("H3");
    }

    @Example
    void needsLargeEnoughThresholds() {
        requireNeeded("H4");
    }
}
