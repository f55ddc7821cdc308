package org.deepsparse.io;

import org.deepsparse.linalg.Matrix;

/// An array as read: its shape and its entries in row-major order.
///
/// @param name where it came from, for messages
public record DenseArray(String name, int[] shape, double[] entries) {

    /// Row and column of an entry, for messages.
    private static String place(int index, int columns) {
        return "entry (" + index / columns + ", " + index % columns + ")";
    }

    /// The array as a matrix.
    ///
    /// @param atomsAreRows whether to transpose, so that each row of the file becomes a column
    /// @throws BadInput if it has not two dimensions, is empty, or holds NaN or an infinity
    public Matrix matrix(boolean atomsAreRows) {
        if (shape.length != 2) {
            throw new BadInput(name + ": a dictionary needs 2 dimensions but the array has " + shape.length);
        }
        if (entries.length == 0) {
            throw new BadInput(name + ": the array is empty, " + shape[0] + " x " + shape[1]);
        }
        double[] columnMajor = new double[entries.length];
        for (int k = 0; k < entries.length; k++) {
            if (!Double.isFinite(entries[k])) {
                throw new BadInput(name + ": " + place(k, shape[1]) + " of " + shape[0] + " x " + shape[1] + " is " + entries[k]);
            }
            int row = k / shape[1];
            int column = k % shape[1];
            columnMajor[atomsAreRows ? k : column * shape[0] + row] = entries[k];
        }
        return atomsAreRows
                ? Matrix.ofColumnMajor(shape[1], shape[0], columnMajor)
                : Matrix.ofColumnMajor(shape[0], shape[1], columnMajor);
    }
}
