package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.linalg.Matrix;

/// Products `D[i..j] = D_i ... D_j` of the dictionaries of a chain, exactly.
public final class ProductDictionary {

    private ProductDictionary() {}

    /// The columns of D[from..J]; for from = J + 1 those of the identity.
    public static List<RationalVector> columns(List<Layer> layers, int from) {
        int atoms = layers.get(layers.size() - 1).dictionary().atoms();
        List<RationalVector> columns = new ArrayList<>();
        for (int l = 0; l < atoms; l++) {
            Rational[] unit = RationalVector.zero(atoms).toArray();
            unit[l] = Rational.ONE;
            columns.add(down(layers, from, RationalVector.of(unit)));
        }
        return columns;
    }

    /// `D[from..J] x`, without activations.
    public static RationalVector down(List<Layer> layers, int from, RationalVector x) {
        RationalVector product = x;
        for (int j = layers.size(); j >= from; j--) {
            product = layers.get(j - 1).dictionary().times(product);
        }
        return product;
    }

    /// D[1..J], each entry rounded to the nearest double.
    public static Matrix rounded(List<Layer> layers) {
        List<RationalVector> columns = columns(layers, 1);
        int rows = columns.get(0).size();
        double[] entries = new double[rows * columns.size()];
        for (int l = 0; l < columns.size(); l++) {
            for (int i = 0; i < rows; i++) {
                entries[l * rows + i] = columns.get(l).get(i).nearest();
            }
        }
        return Matrix.ofColumnMajor(rows, columns.size(), entries);
    }

    /// The matrix as a dictionary; empty if a column is zero.
    public static Optional<Dictionary> dictionary(Matrix matrix) {
        for (int l = 0; l < matrix.columns(); l++) {
            if (RationalVector.of(matrix.column(l)).isZero()) {
                return Optional.empty();
            }
        }
        return Optional.of(Dictionary.of(matrix));
    }
}
