package org.deepsparse.instance;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deepsparse.dictionary.AnalysisWeights;
import org.deepsparse.dictionary.Dictionary;

/// Which analysis weights the unrolled solvers of a drawn instance are given.
public enum Weighting {
    /// `w_i = a_i / norm2(a_i)^2`.
    SCALED,
    /// Those of the generalized coherence for dictionaries up to 8 x 16 and for larger ones that are the only member of their family, which are kept; scaled ones for
    /// the others, whose linear programs would take longer than all the rest of a case.
    OPTIMAL;

    private static final int MOST_ROWS = 8;
    private static final int MOST_ATOMS = 16;

    /// By family and sizes. Bounded: there are a few dozen.
    private static final Map<String, AnalysisWeights> KEPT = new ConcurrentHashMap<>();

    /// Whether optimal weights of this layer would be computed at all.
    static boolean reaches(LayerRecipe layer) {
        return layer.isOnlyMember() || isSmall(layer.rows(), layer.atoms());
    }

    static boolean isSmall(int rows, int atoms) {
        return rows <= MOST_ROWS && atoms <= MOST_ATOMS;
    }

    AnalysisWeights of(Dictionary dictionary) {
        return this == OPTIMAL && isSmall(dictionary.rows(), dictionary.atoms())
                ? AnalysisWeights.optimal(dictionary)
                : AnalysisWeights.scaled(dictionary);
    }

    /// @param dictionary the one that the layer describes
    AnalysisWeights of(LayerRecipe layer, Dictionary dictionary) {
        if (this == SCALED || !layer.isOnlyMember()) {
            return of(dictionary);
        }
        String key = layer.dictionaryText();
        AnalysisWeights kept = KEPT.get(key);
        if (kept == null) {
            kept = AnalysisWeights.optimal(dictionary); // not within computeIfAbsent: the map would stay locked for all threads
            KEPT.put(key, kept);
        }
        return kept;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for another text
    static Weighting parse(String text) {
        for (Weighting weighting : values()) {
            if (weighting.text().equals(text)) {
                return weighting;
            }
        }
        throw new IllegalArgumentException("recipe key 'weights' has the value '" + text + "'; known: scaled, optimal");
    }
}
