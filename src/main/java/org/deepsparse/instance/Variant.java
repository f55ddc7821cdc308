package org.deepsparse.instance;

import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionaries;
import org.deepsparse.dictionary.Dictionary;

/// What is done to a member of a family before it is used.
public enum Variant {
    /// Nothing.
    PLAIN,
    /// Atoms permuted and sign-flipped: coherence and spark stay.
    SHUFFLED,
    /// Every atom times a random integer 1..3: coherence and spark stay, atom norms differ.
    SCALED,
    /// Small dyadic noise on every entry: the structure's ties break, coherence rises a little.
    PERTURBED;

    private static final int LARGEST_FACTOR = 3;
    private static final int NOISE_BITS = 10;

    String prefix() {
        return this == PLAIN ? "" : name().toLowerCase(Locale.ROOT) + "-";
    }

    static Variant ofPrefix(String name) {
        for (Variant variant : values()) {
            if (variant != PLAIN && name.startsWith(variant.prefix())) {
                return variant;
            }
        }
        return PLAIN;
    }

    Dictionary apply(Dictionary dictionary, UniformRandomProvider random) {
        return switch (this) {
            case PLAIN -> dictionary;
            case SHUFFLED -> Dictionaries.shuffled(dictionary, random);
            case SCALED -> Dictionaries.scaled(dictionary, LARGEST_FACTOR, random);
            case PERTURBED -> Dictionaries.perturbed(dictionary, NOISE_BITS, random);
        };
    }
}
