package org.deepsparse.instance.family;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.linalg.Matrix;

/// A matrix given by a formula for its entries.
interface Formula {

    double entry(int row, int column);

    /// The dictionary with these entries. They are asked for column by column.
    static Dictionary dictionary(int rows, int atoms, Formula formula) {
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            for (int i = 0; i < rows; i++) {
                entries[j * rows + i] = formula.entry(i, j);
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }
}
