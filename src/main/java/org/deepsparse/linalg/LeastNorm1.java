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

/// `min norm1(z)` subject to `lower <= R z <= upper`, in floating point: a linear program in `z = u - v`,
/// `u, v >= 0`, by the simplex method of Commons Math.
///
/// A proposal, not a proof: its answer carries the solver's rounding and absolute tolerances, and on nearly
/// degenerate data it may give up. Whoever needs a fact encloses it or decides it exactly.
public final class LeastNorm1 {

    /// Dantzig's rule meets few degenerate vertices and ends early, but may cycle; Bland's never cycles.
    private static final List<PivotSelectionRule> RULES = List.of(PivotSelectionRule.DANTZIG,
            PivotSelectionRule.BLAND);

    private static final int MOST_PIVOTS = 10_000;

    private LeastNorm1() {}

    /// The vertex the solver ends at; empty if it finds no feasible z, or gives up under both rules.
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
        return RULES.stream().flatMap(rule -> vertex(ones, constraints, rule).stream()).findFirst()
                .map(parts -> {
                    double[] z = new double[size];
                    Arrays.setAll(z, l -> parts[l] - parts[size + l]);
                    return z;
                });
    }

    private static Optional<double[]> vertex(double[] cost, List<LinearConstraint> constraints,
            PivotSelectionRule rule) {
        try {
            return Optional.of(new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_PIVOTS),
                            new LinearObjectiveFunction(cost, 0),
                            new LinearConstraintSet(constraints),
                            GoalType.MINIMIZE,
                            new NonNegativeConstraint(true),
                            rule)
                    .getPoint());
        } catch (MathIllegalStateException e) {
            // infeasible, or misled by rounding: it calls some of these bounded programs unbounded
            return Optional.empty();
        }
    }
}
