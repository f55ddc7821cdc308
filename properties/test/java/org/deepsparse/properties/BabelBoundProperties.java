package org.deepsparse.properties;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.theorem.BabelBound;

class BabelBoundProperties extends TheoremLaws<Dictionary> {

    BabelBoundProperties() {
        super(new BabelBound());
    }
}
