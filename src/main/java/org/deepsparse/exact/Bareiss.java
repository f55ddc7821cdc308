package org.deepsparse.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Exact linear algebra by fraction-free elimination: every intermediate number is a minor of the matrix, so the integers stay as
/// short as determinants are (Bareiss, Math. Comp. 22, 1968).
///
/// Matrices are given by columns; rational columns are scaled to integers, which keeps ranks. **Cost** O(m n r) big-integer operations for rank r.
public final class Bareiss {

    private Bareiss() {}

    /// The rank.
    public static int rank(Rational[][] columns) {
        return new Elimination(columns, columns.length).pivots.size();
    }

    /// The z with `A z = b` for an A of full column rank; empty if there is none.
    ///
    /// @throws IllegalArgumentException if the columns are dependent
    public static Optional<Rational[]> solve(Rational[][] columns, Rational[] rightSide) {
        int n = columns.length;
        Rational[][] augmented = new Rational[n + 1][];
        System.arraycopy(columns, 0, augmented, 0, n);
        augmented[n] = rightSide;
        Elimination elimination = new Elimination(augmented, n);
        if (elimination.pivots.size() < n) {
            throw new IllegalArgumentException(
                    "solve needs independent columns but " + n + " columns have rank " + elimination.pivots.size());
        }
        return elimination.isInSpan(n) ? Optional.of(Rational.padded(elimination.combination(n), n)) : Optional.empty();
    }

    /// A nonzero h with `A h = 0`; empty if the columns are independent.
    public static Optional<Rational[]> kernelVector(Rational[][] columns) {
        Elimination elimination = new Elimination(columns, columns.length);
        if (elimination.pivots.size() == columns.length) {
            return Optional.empty();
        }
        return Optional.of(elimination.kernel(elimination.firstFree()));
    }

    /// A basis of the kernel, one vector for each column that depends on earlier ones.
    public static List<Rational[]> kernel(Rational[][] columns) {
        Elimination elimination = new Elimination(columns, columns.length);
        List<Rational[]> basis = new ArrayList<>();
        for (int j = 0; j < columns.length; j++) {
            if (!elimination.pivots.contains(j)) {
                basis.add(elimination.kernel(j));
            }
        }
        return basis;
    }

    /// Row echelon form with pivots in the first `pivotable` columns; row r has its pivot in column `pivots.get(r)`.
    private static final class Elimination {

        private final BigInteger[][] rows;
        private final BigInteger[] scales;
        private final List<Integer> pivots = new ArrayList<>();

        Elimination(Rational[][] columns, int pivotable) {
            int n = columns.length;
            int m = n == 0 ? 0 : columns[0].length;
            rows = new BigInteger[m][n];
            scales = new BigInteger[n];
            for (int j = 0; j < n; j++) {
                BigInteger scale = BigInteger.ONE;
                for (Rational entry : columns[j]) {
                    BigInteger denominator = entry.denominator();
                    scale = scale.multiply(denominator.divide(scale.gcd(denominator)));
                }
                scales[j] = scale;
                for (int i = 0; i < m; i++) {
                    Rational entry = columns[j][i];
                    rows[i][j] = entry.numerator().multiply(scale.divide(entry.denominator()));
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

        /// Whether column j is a combination of the pivot columns: nothing is left of it below the last pivot row.
        boolean isInSpan(int j) {
            for (int i = pivots.size(); i < rows.length; i++) {
                if (rows[i][j].signum() != 0) {
                    return false;
                }
            }
            return true;
        }

        /// The coefficients of column j in the pivot columns (0 at the others), by back substitution, in the original scaling.
        Rational[] combination(int j) {
            int n = scales.length;
            Rational[] z = new Rational[n];
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
                z[column] = z[column].times(Rational.of(scales[column])).dividedBy(Rational.of(scales[j]));
            }
            return z;
        }

        int firstFree() {
            int j = 0;
            while (pivots.contains(j)) {
                j++;
            }
            return j;
        }

        /// Column `free` minus its combination of pivot columns.
        Rational[] kernel(int free) {
            Rational[] h = RationalVector.of(combination(free)).times(Rational.of(-1)).toArray();
            h[free] = Rational.ONE;
            return h;
        }
    }
}
