package org.deepsparse.instance;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.linalg.Matrix;

/// The explicit dictionaries on which the spark bounds are attained.
public final class DictionaryExamples {

    private DictionaryExamples() {}

    /// The example of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Dictionary named(NamedExample recipe) {
        return switch (recipe.name()) {
            case "simplex-4" -> new Simplex(4).dictionary(); // spark 5 = 1 + 1/mu
            // m x (m + 1) for m = 3: a simplex that spans its space
            case "simplex-frame" -> new Core(3).dictionary();
            // orthogonal, so the bound 0 is attained, but two vectors are no frame of R^3
            case "two-of-three-axes" ->
                Dictionary.of(Matrix.ofRows(new double[] {1, 0}, new double[] {0, 1}, new double[] {0, 0}));
            case "core-7" -> new Core(7).dictionary(); // spark 8 = 1 + 1/mu
            case "steiner-7x28" -> new Steiner(7).dictionary(); // spark 4 = 1 + 1/mu
            case "block-diagonal" -> blockDiagonal(); // mu = 4/5 gives 3, the Babel function gives 8 = spark
            default -> throw recipe.unknown();
        };
    }

    /// blockdiag([[5, 4], [0, 3]], core_7): one coherent pair does not spoil the Babel function as it spoils
    /// the coherence.
    private static Dictionary blockDiagonal() {
        Matrix core = new Core(7).dictionary().matrix();
        double[][] rows = new double[2 + core.rows()][2 + core.columns()];
        rows[0][0] = 5;
        rows[0][1] = 4;
        rows[1][1] = 3;
        for (int i = 0; i < core.rows(); i++) {
            for (int j = 0; j < core.columns(); j++) {
                rows[2 + i][2 + j] = core.get(i, j);
            }
        }
        return Dictionary.of(Matrix.ofRows(rows));
    }
}
