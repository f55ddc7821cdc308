package org.deepsparse.instance;

import org.deepsparse.dictionary.Dictionary;

/// The instances of the theorems on a dictionary alone, which are the dictionaries themselves.
public final class DictionaryInstance {

    private DictionaryInstance() {}

    /// What the recipe describes. It takes a seed, and one layer without an activation, whose budget says
    /// nothing.
    ///
    /// @throws IllegalArgumentException if the recipe gives other keys, has not one such layer, or there is
    ///     no such example
    public static Dictionary of(Recipe recipe) {
        return switch (recipe) {
            case DrawnRecipe drawn -> drawn.taking(Key.SEED).onlyLayer().dictionary(drawn.random(1));
            case NamedExample example -> DictionaryExamples.named(example);
        };
    }
}
