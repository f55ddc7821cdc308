package org.deepsparse.instance;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/// A distribution of recipes for the random cases of a theorem: mostly inside its hypotheses, near their
/// boundary as often as at ease, and outside in a stated share, so that "not applicable" is exercised too.
public interface Draw {

    Recipe draw(String theorem, UniformRandomProvider random);

    /// What it promises of the drawn recipes; a trial that misses a floor is not green.
    default List<Floor> floors() {
        return List.of();
    }
}
