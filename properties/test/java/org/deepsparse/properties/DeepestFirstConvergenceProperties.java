package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ProductInstance;
import org.deepsparse.theorem.DeepestFirstConvergence;

class DeepestFirstConvergenceProperties extends TheoremLaws<ProductInstance> {

    DeepestFirstConvergenceProperties() {
        super(new DeepestFirstConvergence());
    }

    @Example
    void needsIdentityActivations() {
        requireNeeded("H1");
    }

    @Example
    void needsContraction() {
        requireNeeded("H2");
    }

    @Example
    void needsBudget() {
        requireNeeded("H3");
    }
}
