package org.deepsparse.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Fraction-free elimination: every intermediate number is a minor of the matrix, so the integers stay as
/// short as determinants are (Bareiss, Math. Comp. 22, 1968).
///
/// Each column is first scaled to integers, which keeps ranks. The result is a row echelon form with pivots
/// in the first `pivotable` columns; row r has its pivot in column `pivots.get(r)`.
final class Bareiss {

    private final BigInteger[][] rows;
    private final BigInteger[] scales;
    private final List<Integer> pivots = new ArrayList<>();

    Bareiss(RationalMatrix matrix, int pivotable) {
        int n = matrix.columns();
        rows = new BigInteger[matrix.rows()][n];
        scales = new BigInteger[n];
        for (int j = 0; j < n; j++) {
            scales[j] = matrix.column(j).commonDenominator();
            BigInteger[] integers = matrix.column(j).integers();
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = integers[i];
            }
        }
        eliminate(pivotable);
    }

    private void eliminate(int pivotable) {
        BigInteger previous = BigInteger.ONE;
        for (int j = 0; j < pivotable && pivots.size() < rows.length; j++) {
            int r = pivots.size();
            int pivotRow = r;
            while (pivotRow < rows.length && rows[pivotRow][j].signum() == 0) {
                pivotRow++;
            }
            if (pivotRow == rows.length) {
                continue;
            }
            BigInteger[] swap = rows[r];
            rows[r] = rows[pivotRow];
            rows[pivotRow] = swap;
            BigInteger pivot = rows[r][j];
            for (int i = r + 1; i < rows.length; i++) {
                BigInteger factor = rows[i][j];
                for (int k = j; k < rows[i].length; k++) {
                    rows[i][k] = rows[i][k]
                            .multiply(pivot)
                            .subtract(rows[r][k].multiply(factor))
                            .divide(previous);
                }
            }
            previous = pivot;
            pivots.add(j);
        }
    }

    int rank() {
        return pivots.size();
    }

    /// Whether column j is a combination of the pivot columns: nothing is left of it below the last pivot
    /// row.
    boolean isInSpan(int j) {
        for (int i = pivots.size(); i < rows.length; i++) {
            if (rows[i][j].signum() != 0) {
                return false;
            }
        }
        return true;
    }

    /// The coefficients of column j in the pivot columns (0 at the others), by back substitution, in the
    /// original scaling.
    RationalVector combination(int j) {
        Rational[] z = new Rational[scales.length];
        Arrays.fill(z, Rational.ZERO);
        for (int r = pivots.size() - 1; r >= 0; r--) {
            Rational value = Rational.of(rows[r][j]);
            for (int q = r + 1; q < pivots.size(); q++) {
                int column = pivots.get(q);
                value = value.minus(Rational.of(rows[r][column]).times(z[column]));
            }
            z[pivots.get(r)] = value.dividedBy(Rational.of(rows[r][pivots.get(r)]));
        }
        for (int column : pivots) {
            z[column] = z[column].times(new Rational(scales[column], scales[j]));
        }
        return RationalVector.of(z);
    }

    /// The first column without a pivot.
    int firstFree() {
        int j = 0;
        while (pivots.contains(j)) {
            j++;
        }
        return j;
    }

    /// Column `free` minus its combination of pivot columns.
    RationalVector kernel(int free) {
        Rational[] h = combination(free).negate().toArray();
        h[free] = Rational.ONE;
        return RationalVector.of(h);
    }
}
