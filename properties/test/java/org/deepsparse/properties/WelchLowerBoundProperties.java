package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.theorem.WelchLowerBound;

class WelchLowerBoundProperties extends TheoremLaws<Dictionary> {

    WelchLowerBoundProperties() {
        super(new WelchLowerBound());
    }

    @Example
    void needsAtLeastAsManyAtomsAsRows() {
        requireNeeded("H1");
    }
}
