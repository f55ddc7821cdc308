package org.deepsparse.oracle;

import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.linalg.Matrix;

/// Whether the atoms of a matrix are likely to be its other axis: a hint for people, never a part of a
/// verdict.
///
/// Whoever normalises atoms leaves norms that differ by rounding alone. So if all rows have one norm and the
/// columns do not, the rows are likely to be the atoms. Where norms say nothing, fewer atoms than rows are
/// the less likely reading.
public final class Orientation {

    private static final double SINGLE_ROUNDOFF = 0x1p-24;

    private Orientation() {}

    /// Why the rows may be the atoms; empty if nothing speaks for it.
    public static Optional<String> doubt(Dictionary dictionary) {
        Matrix matrix = dictionary.matrix();
        int rows = matrix.rows();
        int atoms = matrix.columns();
        boolean equalRows = rows > 1
                && areEqual(IntStream.range(0, rows).mapToObj(i -> row(matrix, i)).toArray(double[][]::new));
        boolean equalAtoms = atoms > 1
                && areEqual(IntStream.range(0, atoms).mapToObj(matrix::column).toArray(double[][]::new));
        if (equalRows != equalAtoms) {
            return equalRows
                    ? Optional.of("all rows have one norm and the atoms have not")
                    : Optional.empty();
        }
        return rows > atoms
                ? Optional.of(rows + " rows and only " + (atoms == 1 ? "1 atom" : atoms + " atoms"))
                : Optional.empty();
    }

    private static double[] row(Matrix matrix, int i) {
        return IntStream.range(0, matrix.columns()).mapToDouble(j -> matrix.get(i, j)).toArray();
    }

    /// The power of two by which the largest entry gets near 1, so that its square neither overflows nor
    /// underflows.
    private static int exponentOfTheLargest(double[][] vectors) {
        double largest = 0;
        for (double[] vector : vectors) {
            for (double entry : vector) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        return -Math.getExponent(largest);
    }

    /// Up to what normalising in single precision leaves: m squares summed, a root and a quotient change a
    /// norm by less than (m + 4) u, relatively.
    private static boolean areEqual(double[][] vectors) {
        double least = Double.POSITIVE_INFINITY;
        double largest = 0;
        int exponent = exponentOfTheLargest(vectors);
        for (double[] vector : vectors) {
            Interval squares = Interval.ZERO;
            for (double entry : vector) {
                squares = squares.plus(Interval
                        .of(Math.scalb(Math.scalb(entry, exponent / 2), exponent - exponent / 2)).square());
            }
            least = Math.min(least, squares.sqrt().upper());
            largest = Math.max(largest, squares.sqrt().lower());
        }
        double roundoff = (vectors[0].length + 4) * SINGLE_ROUNDOFF;
        return largest * (1 - roundoff) <= least * (1 + roundoff);
    }
}
