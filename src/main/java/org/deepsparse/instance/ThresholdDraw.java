package org.deepsparse.instance;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/// Recipes of 20 to 100 sample points without layers.
public record ThresholdDraw() implements Draw {

    @Override
    public Recipe draw(String theorem, UniformRandomProvider random) {
        Settings settings = Settings.of(random.nextInt(Integer.MAX_VALUE)).withCount(20 + random.nextInt(81));
        return new DrawnRecipe(theorem, settings, List.of());
    }
}
