package org.deepsparse.instance;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.Family;
import org.deepsparse.instance.family.Variant;

/// Which analysis weights an unrolled solver is given for a dictionary.
///
/// Optimal ones are solutions of linear programs, one an atom. A recipe may ask for them where they are
/// computed within seconds: for dictionaries up to 8 x 16, and for those of up to 8192 entries that are known
/// by their text alone, which are computed once and kept. Elsewhere a recipe that asks for them is refused.
public enum Weighting {
    /// `w_i = a_i / norm2(a_i)^2`. A recipe gets them by not asking for others.
    SCALED,
    /// Those that attain the generalized coherence.
    OPTIMAL;

    /// In front of the value, wherever a recipe gives it.
    static final String KEY = "weights=";

    private static final int MOST_ROWS = 8;
    private static final int MOST_ATOMS = 16;
    private static final int MOST_ENTRIES = 1 << 13;

    /// By the text of the dictionary. What comes after the first so many is computed each time.
    private static final Map<String, AnalysisWeights> KEPT = new ConcurrentHashMap<>();
    private static final int MOST_KEPT = 64;

    /// Whether a recipe may ask for the optimal weights of this dictionary.
    static boolean reaches(Family family, Variant variant) {
        boolean fits = family.rows() * family.atoms() <= MOST_ENTRIES;
        boolean kept = fits && LayerRecipe.isOnlyMember(family, variant);
        return kept || isSmall(family.rows(), family.atoms());
    }

    static boolean isSmall(int rows, int atoms) {
        return rows <= MOST_ROWS && atoms <= MOST_ATOMS;
    }

    /// The line that refuses optimal weights on a layer.
    static String refusal(Family family, Variant variant) {
        return "weights=optimal on " + variant.prefix() + family.text() + ", which is " + family.rows()
                + " x " + family.atoms()
                + ": at most " + MOST_ROWS + " x " + MOST_ATOMS + ", or " + MOST_ENTRIES
                + " entries where nothing is left to chance";
    }

    /// The line that refuses them in front of the layers.
    static String productRefusal(int rows, int atoms) {
        return "weights=optimal in front of the layers is for their product, which is " + rows + " x " + atoms
                + ": at most " + MOST_ROWS
                + " x " + MOST_ATOMS + "; for one dictionary it stands on its layer";
    }

    AnalysisWeights of(Dictionary dictionary) {
        return switch (this) {
            case SCALED -> AnalysisWeights.scaled(dictionary);
            case OPTIMAL -> AnalysisWeights.optimal(dictionary);
        };
    }

    /// @param dictionary the one that the layer describes
    static AnalysisWeights of(LayerRecipe layer, Dictionary dictionary) {
        if (layer.weighting() == SCALED || !layer.isOnlyMember()) {
            return layer.weighting().of(dictionary);
        }
        String key = layer.dictionaryText();
        AnalysisWeights kept = KEPT.get(key);
        if (kept == null) {
            // not within computeIfAbsent: the map would stay locked for all threads
            kept = OPTIMAL.of(dictionary);
            if (KEPT.size() < MOST_KEPT) {
                KEPT.put(key, kept);
            }
        }
        return kept;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for another text than that of the optimal ones
    static Weighting parse(String text) {
        if (!text.equals(OPTIMAL.text())) {
            throw new IllegalArgumentException("weights is '" + text + "' but it must be " + OPTIMAL.text()
                    + "; without the key they are "
                    + SCALED.text());
        }
        return OPTIMAL;
    }
}
