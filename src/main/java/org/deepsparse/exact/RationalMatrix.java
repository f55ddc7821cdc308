package org.deepsparse.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An immutable matrix of rationals, kept by columns; every result is exact.
///
/// Rank, solutions and kernels are found by fraction-free elimination ([Bareiss]). **Cost** of those three:
/// O(m n r) big-integer operations for an m x n matrix of rank r; of products: m n rational ones.
public final class RationalMatrix {

    private final int rows;
    private final List<RationalVector> columns;

    private RationalMatrix(int rows, List<RationalVector> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /// The matrix with these columns, each with `rows` entries; there may be none.
    ///
    /// @throws IllegalArgumentException if a column has another number of entries
    public static RationalMatrix ofColumns(int rows, List<RationalVector> columns) {
        for (int j = 0; j < columns.size(); j++) {
            if (columns.get(j).size() != rows) {
                throw new IllegalArgumentException(
                        "matrix has " + rows + " rows but column " + j + " has " + columns.get(j).size()
                                + " entries");
            }
        }
        return new RationalMatrix(rows, List.copyOf(columns));
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns.size();
    }

    public RationalVector column(int j) {
        return columns.get(j);
    }

    /// The columns with these numbers, in this order.
    public RationalMatrix select(int... numbers) {
        return new RationalMatrix(rows, Arrays.stream(numbers).mapToObj(columns::get).toList());
    }

    /// `A x`; only the nonzero entries of x cost anything.
    ///
    /// @throws IllegalArgumentException if x has not one entry a column
    public RationalVector times(RationalVector x) {
        if (x.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "matrix has " + columns.size() + " columns but the vector has " + x.size() + " entries");
        }
        return RationalVector.combination(rows, x, columns::get);
    }

    /// `A^T y`.
    ///
    /// @throws IllegalArgumentException if y has not one entry a row
    public RationalVector transposedTimes(RationalVector y) {
        if (y.size() != rows) {
            throw new IllegalArgumentException(
                    "matrix has " + rows + " rows but the vector has " + y.size() + " entries");
        }
        return RationalVector.of(columns.stream().map(column -> column.dot(y)).toArray(Rational[]::new));
    }

    /// `A^T A`.
    public RationalMatrix gram() {
        return new RationalMatrix(columns(), columns.stream().map(this::transposedTimes).toList());
    }

    public int rank() {
        return new Bareiss(this, columns()).rank();
    }

    /// The z with `A z = b` for an A of full column rank; empty if there is none.
    ///
    /// @throws IllegalArgumentException if the columns are dependent, or b has not one entry a row
    public Optional<RationalVector> solve(RationalVector b) {
        List<RationalVector> augmented = new ArrayList<>(columns);
        augmented.add(b);
        int n = columns();
        Bareiss elimination = new Bareiss(ofColumns(rows, augmented), n);
        if (elimination.rank() < n) {
            throw new IllegalArgumentException(
                    "solve needs independent columns but " + n + " columns have rank " + elimination.rank());
        }
        return elimination.isInSpan(n) ? Optional.of(elimination.combination(n).padded(n)) : Optional.empty();
    }

    /// A nonzero h with `A h = 0`; empty if the columns are independent.
    public Optional<RationalVector> kernelVector() {
        Bareiss elimination = new Bareiss(this, columns());
        return elimination.rank() == columns()
                ? Optional.empty()
                : Optional.of(elimination.kernel(elimination.firstFree()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RationalMatrix matrix && rows == matrix.rows
                && columns.equals(matrix.columns);
    }

    @Override
    public int hashCode() {
        return 31 * rows + columns.hashCode();
    }

    /// Its columns.
    @Override
    public String toString() {
        return columns.toString();
    }
}
