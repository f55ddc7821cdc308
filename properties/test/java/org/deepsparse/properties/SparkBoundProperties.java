package org.deepsparse.properties;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.theorem.SparkBound;

class SparkBoundProperties extends TheoremLaws<Dictionary> {

    SparkBoundProperties() {
        super(new SparkBound());
    }
}
