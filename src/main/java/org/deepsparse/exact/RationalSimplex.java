package org.deepsparse.exact;

import java.util.Arrays;
import java.util.Optional;

/// The simplex method in exact rationals: `min c^T z` subject to `A z = b`, `z >= 0`.
///
/// Two phases on a dense tableau with Bland's rule, which cannot cycle, so the method ends and its answer is
/// exact. **Shapes** A is m x n. **Cost** O(m n) rational operations a pivot, no polynomial bound on pivots:
/// meant for small problems (m <= 20, n <= 100) where the answer must be beyond doubt. **Source** Bland, New
/// finite pivoting rules for the simplex method, Math. Oper. Res. 2 (1977); Chvatal, Linear Programming,
/// 1983, chapters 2, 3 and 8.
public final class RationalSimplex {

    /// A minimiser and its value.
    public record Optimum(RationalVector point, Rational value) {}

    private static final double OPERATIONS_A_STEP = 100;

    /// Row i < m: `[B^-1 A | B^-1 b]`; row m: reduced costs and minus the objective.
    private final Rational[][] tableau;

    private final int[] basis;
    private final Budget budget;

    private RationalSimplex(Rational[][] tableau, int[] basis, Budget budget) {
        this.tableau = tableau;
        this.basis = basis;
        this.budget = budget;
    }

    /// Solves the program; empty if no nonnegative z satisfies `A z = b`.
    ///
    /// @param matrix A, m x n
    /// @param rightSide b, of length m
    /// @param cost c, of length n
    /// @throws ArithmeticException if the objective is unbounded below
    public static Optional<Optimum> minimise(RationalMatrix matrix, RationalVector rightSide,
            RationalVector cost) {
        return minimise(matrix, rightSide, cost, Budget.unlimited());
    }

    /// The same as long as the budget allows; empty too, with the budget spent, where it ended before. A step
    /// is about 100 products of words.
    public static Optional<Optimum> minimise(RationalMatrix matrix, RationalVector rightSide,
            RationalVector cost, Budget budget) {
        int m = matrix.rows();
        int n = matrix.columns();
        Rational[][] tableau = new Rational[m + 1][n + m + 1];
        int[] basis = new int[m];
        for (Rational[] row : tableau) {
            Arrays.fill(row, Rational.ZERO);
        }
        for (int i = 0; i < m; i++) {
            boolean flip = rightSide.get(i).signum() < 0; // the artificial basis needs b >= 0
            for (int j = 0; j < n; j++) {
                Rational entry = matrix.column(j).get(i);
                tableau[i][j] = flip ? entry.negate() : entry;
            }
            tableau[i][n + i] = Rational.ONE;
            tableau[i][n + m] = rightSide.get(i).abs();
            basis[i] = n + i;
        }
        RationalSimplex simplex = new RationalSimplex(tableau, basis, budget);
        Rational[] artificialCost = new Rational[n + m];
        Arrays.fill(artificialCost, 0, n, Rational.ZERO);
        Arrays.fill(artificialCost, n, n + m, Rational.ONE);
        simplex.price(artificialCost);
        simplex.pivotToOptimum(n + m);
        if (budget.isSpent() || !simplex.objective().isZero()) {
            return Optional.empty();
        }
        simplex.driveOutArtificials(n);
        simplex.price(cost.padded(n + m).toArray());
        simplex.pivotToOptimum(n);
        if (budget.isSpent()) {
            return Optional.empty();
        }
        Rational[] point = new Rational[n];
        Arrays.fill(point, Rational.ZERO);
        for (int i = 0; i < m; i++) {
            if (basis[i] < n) {
                point[basis[i]] = tableau[i][n + m];
            }
        }
        return Optional.of(new Optimum(RationalVector.of(point), simplex.objective()));
    }

    private Rational objective() {
        Rational[] costs = tableau[basis.length];
        return costs[costs.length - 1].negate();
    }

    /// Writes the reduced costs of `cost` for the present basis into the last row.
    private void price(Rational[] cost) {
        Rational[] reduced = tableau[basis.length];
        for (int j = 0; j < reduced.length; j++) {
            Rational value = j < cost.length ? cost[j] : Rational.ZERO;
            for (int i = 0; i < basis.length; i++) {
                if (!tableau[i][j].isZero()) {
                    value = value.minus(cost[basis[i]].times(tableau[i][j]));
                }
            }
            reduced[j] = value;
        }
    }

    /// Bland's rule: the first column with negative reduced cost enters, the smallest basic index among the
    /// tight rows leaves.
    private void pivotToOptimum(int enterable) {
        while (true) {
            int entering = 0;
            while (entering < enterable && tableau[basis.length][entering].signum() >= 0) {
                entering++;
            }
            if (entering == enterable) {
                return;
            }
            int leaving = leavingRow(entering);
            if (leaving < 0) {
                throw new ArithmeticException("objective is unbounded below along column " + entering);
            }
            if (!budget.take(pivotCost())) {
                return;
            }
            pivot(leaving, entering);
        }
    }

    /// Every entry of the tableau is changed by a product of numbers about as long as those of the last row.
    private long pivotCost() {
        long bits = 0;
        for (Rational reduced : tableau[basis.length]) {
            bits = Math.max(bits, reduced.numerator().bitLength() + reduced.denominator().bitLength());
        }
        double words = 1 + bits / 64.0;
        return 1 + (long) (tableau.length * (double) tableau[0].length * words * words / OPERATIONS_A_STEP);
    }

    private int leavingRow(int entering) {
        int best = -1;
        Rational bestRatio = Rational.ZERO;
        for (int i = 0; i < basis.length; i++) {
            if (tableau[i][entering].signum() > 0) {
                Rational ratio = tableau[i][tableau[i].length - 1].dividedBy(tableau[i][entering]);
                int order = best < 0 ? -1 : ratio.compareTo(bestRatio);
                if (order < 0 || (order == 0 && basis[i] < basis[best])) {
                    best = i;
                    bestRatio = ratio;
                }
            }
        }
        return best;
    }

    /// An artificial variable left in the basis is 0; it leaves through any nonzero of its row, or the row is
    /// redundant and stays 0 = 0.
    private void driveOutArtificials(int n) {
        for (int i = 0; i < basis.length; i++) {
            if (basis[i] >= n) {
                for (int j = 0; j < n; j++) {
                    if (!tableau[i][j].isZero()) {
                        pivot(i, j);
                        break;
                    }
                }
            }
        }
    }

    private void pivot(int row, int column) {
        Rational[] pivotRow = tableau[row];
        Rational scale = pivotRow[column];
        for (int j = 0; j < pivotRow.length; j++) {
            pivotRow[j] = pivotRow[j].dividedBy(scale);
        }
        for (int i = 0; i < tableau.length; i++) {
            Rational factor = tableau[i][column];
            if (i != row && !factor.isZero()) {
                for (int j = 0; j < pivotRow.length; j++) {
                    if (!pivotRow[j].isZero()) {
                        tableau[i][j] = tableau[i][j].minus(factor.times(pivotRow[j]));
                    }
                }
            }
        }
        basis[row] = column;
    }
}
