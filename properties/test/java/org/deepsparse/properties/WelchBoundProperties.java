package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.theorem.WelchBound;

class WelchBoundProperties extends TheoremLaws<Dictionary> {

    WelchBoundProperties() {
        super(new WelchBound());
    }

    @Example
    void needsAtLeastAsManyAtomsAsRows() {
        requireNeeded("H1");
    }
}
