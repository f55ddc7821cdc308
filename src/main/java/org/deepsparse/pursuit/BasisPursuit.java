package org.deepsparse.pursuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.deepsparse.dictionary.Dictionary;

/// Basis pursuit in floating point: `min norm1(z)` subject to `D z = y`, by the simplex method of Commons Math on `z = u - v`,
/// `u, v >= 0` (Chen, Donoho, Saunders 1998).
///
/// A proposal, not a proof: its answer carries the solver's rounding, and the solver's absolute tolerances make it give up on nearly degenerate dictionaries
/// (it calls this bounded program unbounded). [ExactBasisPursuit] decides.
public final class BasisPursuit {

    private static final int MOST_PIVOTS = 100_000;

    private BasisPursuit() {}

    /// The minimiser the solver ends at.
    ///
    /// @param signal y, one entry a row
    /// @throws IllegalArgumentException if the signal has not one entry a row
    /// @throws org.apache.commons.math3.optim.linear.NoFeasibleSolutionException if no z satisfies D z = y
    /// @throws org.apache.commons.math3.optim.linear.UnboundedSolutionException if rounding misleads the solver
    public static double[] minimiser(Dictionary dictionary, double[] signal) {
        if (signal.length != dictionary.rows()) {
            throw new IllegalArgumentException(
                    "dictionary has " + dictionary.rows() + " rows but signal has " + signal.length + " entries");
        }
        int atoms = dictionary.atoms();
        List<LinearConstraint> constraints = new ArrayList<>();
        for (int i = 0; i < signal.length; i++) {
            double[] row = new double[2 * atoms];
            for (int l = 0; l < atoms; l++) {
                row[l] = dictionary.matrix().get(i, l);
                row[atoms + l] = -row[l];
            }
            constraints.add(new LinearConstraint(row, Relationship.EQ, signal[i]));
        }
        double[] ones = new double[2 * atoms];
        Arrays.fill(ones, 1);
        double[] parts = new SimplexSolver()
                .optimize(
                        new MaxIter(MOST_PIVOTS),
                        new LinearObjectiveFunction(ones, 0),
                        new LinearConstraintSet(constraints),
                        GoalType.MINIMIZE,
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.BLAND)
                .getPoint();
        double[] code = new double[atoms];
        for (int l = 0; l < atoms; l++) {
            code[l] = parts[l] - parts[atoms + l];
        }
        return code;
    }
}
