package org.deepsparse.dictionary;

import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.linalg.Matrix;

/// A dictionary D in R^{m x n}: its columns are the atoms, none of them zero. Atoms need not have norm 1.
public final class Dictionary {

    private final Matrix matrix;

    private Dictionary(Matrix matrix) {
        this.matrix = matrix;
    }

    /// @throws IllegalArgumentException if the matrix is empty or an atom is zero
    public static Dictionary of(Matrix matrix) {
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            throw new IllegalArgumentException("dictionary is empty: " + matrix.rows() + " rows, " + matrix.columns() + " atoms");
        }
        for (int i = 0; i < matrix.columns(); i++) {
            boolean zero = true;
            for (int k = 0; k < matrix.rows() && zero; k++) {
                zero = matrix.get(k, i) == 0;
            }
            if (zero) {
                throw new IllegalArgumentException("atom " + i + " of " + matrix.columns() + " is zero");
            }
        }
        return new Dictionary(matrix);
    }

    /// m, the length of an atom.
    public int rows() {
        return matrix.rows();
    }

    /// n, the number of atoms.
    public int atoms() {
        return matrix.columns();
    }

    /// A copy of atom i.
    public double[] atom(int i) {
        return matrix.column(i);
    }

    public Matrix matrix() {
        return matrix;
    }

    /// `<d_i, d_l>`, exactly.
    public Rational innerProduct(int i, int l) {
        return RationalVector.of(atom(i)).dot(RationalVector.of(atom(l)));
    }

    /// norm2(d_i)^2, exactly.
    public Rational squaredNorm(int i) {
        return innerProduct(i, i);
    }

    @Override
    public String toString() {
        return "Dictionary of " + atoms() + " atoms with " + rows() + " rows";
    }
}
