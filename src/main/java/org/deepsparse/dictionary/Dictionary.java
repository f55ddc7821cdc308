package org.deepsparse.dictionary;

import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.kernel.Kernels;
import org.deepsparse.linalg.Matrix;

/// A dictionary D in R^{m x n}: its columns are the atoms, none of them zero. Atoms need not have norm 1.
///
/// Immutable. Its coherence and its atom norms are found when first asked for, and kept;
/// two threads that ask at once find the same ones twice.
public final class Dictionary {

    /// Sums of integer products whose absolute values add up to at most this are exact in any order.
    private static final double EXACT_IN_DOUBLES = 0x1p52;

    private final Matrix matrix;

    /// Kept without a lock: whoever finds one first finds the same as everybody else.
    private @Nullable MutualCoherence coherence;
    private @Nullable AtomNorms norms;

    private Dictionary(Matrix matrix) {
        this.matrix = matrix;
    }

    /// @throws IllegalArgumentException if the matrix is empty or an atom is zero
    public static Dictionary of(Matrix matrix) {
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            throw new IllegalArgumentException(
                    "dictionary is empty: " + matrix.rows() + " rows, " + matrix.columns() + " atoms");
        }
        for (int i = 0; i < matrix.columns(); i++) {
            boolean zero = true;
            for (int k = 0; k < matrix.rows() && zero; k++) {
                zero = matrix.get(k, i) == 0;
            }
            if (zero) {
                throw new IllegalArgumentException(
                        "atom " + i + " (counted from 0) of " + matrix.columns() + " is zero");
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

    /// Atom i as the dyadic rationals that its entries are.
    public RationalVector exactAtom(int i) {
        return RationalVector.of(matrix.column(i));
    }

    /// The whole dictionary in rationals, made anew in every call: for small ones.
    public RationalMatrix exact() {
        return RationalMatrix.ofColumns(rows(),
                IntStream.range(0, atoms()).mapToObj(this::exactAtom).toList());
    }

    /// The atoms with these numbers, in this order, in rationals.
    public RationalMatrix exact(int... numbers) {
        return RationalMatrix.ofColumns(rows(), IntStream.of(numbers).mapToObj(this::exactAtom).toList());
    }

    /// `D x`, exactly. **Cost** m rational products and sums for each nonzero entry of x.
    ///
    /// @throws IllegalArgumentException if the code has not one entry an atom
    public RationalVector times(RationalVector x) {
        if (x.size() != atoms()) {
            throw new IllegalArgumentException(
                    "dictionary has " + atoms() + " atoms but the code has " + x.size() + " entries");
        }
        return RationalVector.combination(rows(), x, this::exactAtom);
    }

    /// The mutual coherence, decided exactly ([MutualCoherence#of]).
    public MutualCoherence coherence() {
        MutualCoherence known = coherence;
        if (known == null) {
            known = MutualCoherence.of(this);
            coherence = known;
        }
        return known;
    }

    /// The smallest and the largest atom norm, exactly in squares ([AtomNorms#of]).
    public AtomNorms norms() {
        AtomNorms known = norms;
        if (known == null) {
            known = AtomNorms.of(this);
            norms = known;
        }
        return known;
    }

    /// `<d_i, d_l>`, exactly: in doubles where entries are small integers, else in rationals.
    public Rational innerProduct(int i, int l) {
        double[] first = atom(i);
        double[] second = i == l ? first : atom(l);
        double sizes = largestInteger(first) * largestInteger(second) * rows();
        return sizes <= EXACT_IN_DOUBLES
                ? Rational.of((long) Kernels.dot(first, 0, second, 0, rows()))
                : RationalVector.of(first).dot(RationalVector.of(second));
    }

    /// The largest absolute entry if all are integers, else infinity.
    private static double largestInteger(double[] entries) {
        double largest = 0;
        for (double entry : entries) {
            largest = entry == Math.rint(entry)
                    ? Math.max(largest, Math.abs(entry))
                    : Double.POSITIVE_INFINITY;
        }
        return largest;
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
