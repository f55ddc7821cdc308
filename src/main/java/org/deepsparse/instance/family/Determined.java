package org.deepsparse.instance.family;

import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;

/// A family whose parameters leave nothing to chance: equal parameters give the same dictionary.
public non-sealed interface Determined extends Family {

    /// The only dictionary with these parameters.
    Dictionary dictionary();

    /// The same; draws nothing.
    @Override
    default Dictionary dictionary(UniformRandomProvider random) {
        return dictionary();
    }
}
