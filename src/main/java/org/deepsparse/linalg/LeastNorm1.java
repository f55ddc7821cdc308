package org.deepsparse.linalg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/// `min norm1(z)` subject to `lower <= R z <= upper`, in floating point: a linear program in `z = u - v`, `u, v >= 0`, by the simplex method of Commons Math with
/// Bland's rule.
///
/// A proposal, not a proof: its answer carries the solver's rounding. Whoever needs a fact encloses it or decides it exactly.
public final class LeastNorm1 {

    private static final int MOST_PIVOTS = 100_000;

    /// Reduced costs this near to 0 count as 0, and entries of the tableau below it as rounding: how good a proposal is, never a verdict.
    private static final double ACCURACY = 0x1p-40;

    private static final int ULPS = 10;

    private LeastNorm1() {}

    /// The vertex the solver ends at; empty if it finds no feasible z, or gives up.
    ///
    /// @param rows R, by rows, all of one length
    /// @param lower one a row
    /// @param upper one a row; where it equals `lower` the row is an equation
    public static Optional<double[]> solution(double[][] rows, double[] lower, double[] upper) {
        int size = rows[0].length;
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            double[] row = new double[2 * size];
            for (int l = 0; l < size; l++) {
                row[l] = rows[i][l];
                row[size + l] = -rows[i][l];
            }
            if (lower[i] == upper[i]) {
                constraints.add(new LinearConstraint(row, Relationship.EQ, lower[i]));
            } else {
                constraints.add(new LinearConstraint(row, Relationship.GEQ, lower[i]));
                constraints.add(new LinearConstraint(row, Relationship.LEQ, upper[i]));
            }
        }
        double[] ones = new double[2 * size];
        Arrays.fill(ones, 1);
        try {
            double[] parts = new SimplexSolver(ACCURACY, ULPS, ACCURACY)
                    .optimize(
                            new MaxIter(MOST_PIVOTS),
                            new LinearObjectiveFunction(ones, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true),
                            PivotSelectionRule.BLAND)
                    .getPoint();
            double[] z = new double[size];
            Arrays.setAll(z, l -> parts[l] - parts[size + l]);
            return Optional.of(z);
        } catch (MathIllegalStateException e) {
            return Optional.empty();
        }
    }
}
