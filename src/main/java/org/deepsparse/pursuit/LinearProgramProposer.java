package org.deepsparse.pursuit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepsparse.decider.Proposer;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.linalg.LeastNorm1;

/// Guesses of the floating-point simplex method, for the deciders: dual points, and codes with a smaller
/// norm1.
///
/// What it says may be wrong or missing; whoever asks checks it exactly.
public final class LinearProgramProposer implements Proposer {

    /// A dual point with `abs(<a_i, nu>) <= 1 - 2^-k` off the support is looked for with k = 1, 2, ..., this
    /// many times: far from 1 there is room for the rounding of the solver, near 1 there are more points.
    private static final int LEVELS = 10;

    /// Of the points below one level the one with the least norm1.
    @Override
    public Optional<double[]> dualPoint(RationalMatrix matrix, int[] support, RationalVector signs) {
        double[][] atoms = new double[matrix.columns()][];
        Arrays.setAll(atoms, i -> matrix.column(i).nearest());
        double[] onSupport = signs.nearest();
        for (int k = 1; k <= LEVELS; k++) {
            double level = 1 - Math.scalb(1.0, -k);
            double[] lower = new double[atoms.length];
            double[] upper = new double[atoms.length];
            Arrays.fill(lower, -level);
            Arrays.fill(upper, level);
            for (int s = 0; s < support.length; s++) {
                lower[support[s]] = onSupport[s];
                upper[support[s]] = onSupport[s];
            }
            Optional<double[]> nu = LeastNorm1.solution(atoms, lower, upper);
            if (nu.isPresent()) {
                return nu;
            }
        }
        return Optional.empty();
    }

    /// The minimiser that basis pursuit ends at in doubles, solved for again, exactly, on its support.
    @Override
    public List<RationalVector> rivals(RationalMatrix matrix, RationalVector x) {
        RationalVector signal = matrix.times(x);
        double[][] rows = new double[matrix.rows()][matrix.columns()];
        for (int l = 0; l < matrix.columns(); l++) {
            double[] column = matrix.column(l).nearest();
            for (int i = 0; i < rows.length; i++) {
                rows[i][l] = column[i];
            }
        }
        return LeastNorm1.solution(rows, signal.nearest(), signal.nearest())
                .flatMap(z -> onSupport(matrix, RationalVector.of(z).support(), signal))
                .stream()
                .toList();
    }

    private static Optional<RationalVector> onSupport(RationalMatrix matrix, int[] support,
            RationalVector signal) {
        RationalMatrix used = matrix.select(support);
        return used.rank() < support.length
                ? Optional.empty()
                : used.solve(signal).map(z -> RationalVector.sparse(matrix.columns(), support, z));
    }
}
