package org.deepsparse.instance.family;

import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.linalg.Matrix;

/// What is done to a member of a family before it is used. Recipes write it in front of the family:
/// `shuffled-core(7)`.
public enum Variant {
    /// Nothing.
    PLAIN,
    /// Atoms permuted and some signs flipped. Coherence, spark and norms stay.
    SHUFFLED,
    /// Every atom times a random integer 1..3. Coherence and spark stay, norms differ.
    SCALED,
    /// All atoms times one random integer 2..4. Coherence and spark stay, equal norms stay equal.
    MAGNIFIED,
    /// Every entry plus -1, 0 or 1 times 2^-10. The structure's ties break, and coherence rises a little. An
    /// atom that would vanish stays as it is.
    PERTURBED;

    private static final int LARGEST_FACTOR = 3;
    private static final int NOISE_BITS = 10;

    /// `shuffled-` and so on, empty for PLAIN.
    public String prefix() {
        return this == PLAIN ? "" : name().toLowerCase(Locale.ROOT) + "-";
    }

    /// The variant whose prefix the text starts with, or PLAIN.
    public static Variant ofPrefix(String text) {
        for (Variant variant : values()) {
            if (variant != PLAIN && text.startsWith(variant.prefix())) {
                return variant;
            }
        }
        return PLAIN;
    }

    /// The varied copy; PLAIN draws nothing.
    public Dictionary apply(Dictionary dictionary, UniformRandomProvider random) {
        return switch (this) {
            case PLAIN -> dictionary;
            case SHUFFLED -> shuffled(dictionary, random);
            case SCALED -> scaled(dictionary, random);
            case MAGNIFIED -> magnified(dictionary, random);
            case PERTURBED -> perturbed(dictionary, random);
        };
    }

    private static Dictionary shuffled(Dictionary dictionary, UniformRandomProvider random) {
        List<Integer> order = RandomOrder.of(dictionary.atoms(), random);
        boolean[] flipped = new boolean[dictionary.atoms()];
        for (int j = 0; j < flipped.length; j++) {
            flipped[j] = random.nextBoolean();
        }
        return Formula.dictionary(dictionary.rows(), dictionary.atoms(), (i, j) -> {
            double entry = dictionary.matrix().get(i, order.get(j));
            return flipped[j] ? -entry : entry;
        });
    }

    private static Dictionary scaled(Dictionary dictionary, UniformRandomProvider random) {
        int[] factors = new int[dictionary.atoms()];
        for (int j = 0; j < factors.length; j++) {
            factors[j] = 1 + random.nextInt(LARGEST_FACTOR);
        }
        return Formula.dictionary(
                dictionary.rows(), dictionary.atoms(), (i, j) -> factors[j] * dictionary.matrix().get(i, j));
    }

    private static Dictionary magnified(Dictionary dictionary, UniformRandomProvider random) {
        int factor = 2 + random.nextInt(LARGEST_FACTOR);
        return Formula.dictionary(
                dictionary.rows(), dictionary.atoms(), (i, j) -> factor * dictionary.matrix().get(i, j));
    }

    private static Dictionary perturbed(Dictionary dictionary, UniformRandomProvider random) {
        double[] entries = dictionary.matrix().toColumnMajor();
        int rows = dictionary.rows();
        for (int j = 0; j < dictionary.atoms(); j++) {
            boolean zero = true;
            for (int i = 0; i < rows; i++) {
                entries[j * rows + i] += Math.scalb((double) random.nextInt(-1, 2), -NOISE_BITS);
                zero &= entries[j * rows + i] == 0;
            }
            if (zero) {
                System.arraycopy(dictionary.atom(j), 0, entries, j * rows, rows);
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, dictionary.atoms(), entries));
    }
}
