package org.deepsparse.linalg;

import java.util.Arrays;
import java.util.Objects;

/// An immutable dense matrix of finite doubles in column-major order: entry (i, j) of an m x n matrix is
/// number `j m + i`.
public final class Matrix {

    private final int rows;
    private final int columns;
    private final double[] entries;

    private Matrix(int rows, int columns, double[] entries) {
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    /// Copies `rows x columns` entries in, given column by column.
    ///
    /// @throws IllegalArgumentException if the number of entries is not rows x columns, or one is NaN or
    ///     infinite
    public static Matrix ofColumnMajor(int rows, int columns, double[] entries) {
        if (rows < 0 || columns < 0 || (long) rows * columns != entries.length) {
            throw new IllegalArgumentException(
                    "matrix is " + rows + " x " + columns + " but " + entries.length + " entries are given");
        }
        for (int k = 0; k < entries.length; k++) {
            if (!Double.isFinite(entries[k])) {
                throw new IllegalArgumentException(
                        "matrix entry (" + k % rows + ", " + k / rows + ") is " + entries[k]);
            }
        }
        return new Matrix(rows, columns, entries.clone());
    }

    /// Copies a nonempty array of equally long rows in, the way a matrix is written.
    ///
    /// @throws IllegalArgumentException if the rows differ in length or an entry is NaN or infinite
    public static Matrix ofRows(double[]... rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] entries = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row 0 has " + columns + " entries but row " + i + " has " + rows[i].length);
            }
            for (int j = 0; j < columns; j++) {
                entries[j * rows.length + i] = rows[i][j];
            }
        }
        return ofColumnMajor(rows.length, columns, entries);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// The largest absolute value of an entry; 0 where there is none.
    public double largest() {
        return Arrays.stream(entries).map(Math::abs).max().orElse(0);
    }

    /// @throws IndexOutOfBoundsException if there is no such row or column
    public double get(int i, int j) {
        return entries[Objects.checkIndex(j, columns) * rows + Objects.checkIndex(i, rows)];
    }

    /// A copy of column j.
    ///
    /// @throws IndexOutOfBoundsException if there is no such column
    public double[] column(int j) {
        Objects.checkIndex(j, columns); // copyOfRange would pad column n with zeros
        return Arrays.copyOfRange(entries, j * rows, (j + 1) * rows);
    }

    /// A copy of all entries, row by row.
    public double[][] toRows() {
        double[][] copy = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                copy[i][j] = get(i, j);
            }
        }
        return copy;
    }

    /// A copy of all entries, column by column.
    public double[] toColumnMajor() {
        return entries.clone();
    }

    @Override
    public String toString() {
        return "Matrix " + rows + " x " + columns;
    }
}
