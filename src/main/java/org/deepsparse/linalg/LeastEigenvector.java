package org.deepsparse.linalg;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/// The direction in which a symmetric matrix shrinks most, in doubles: a guess, with no bound on its error.
public final class LeastEigenvector {

    private LeastEigenvector() {}

    /// A unit eigenvector of the least eigenvalue; of several equal ones the last.
    ///
    /// @param symmetric the rows of a symmetric matrix, at least one
    /// @throws org.apache.commons.math3.exception.MaxCountExceededException if the iteration does not end
    public static double[] of(double[][] symmetric) {
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(symmetric));
        double[] values = eigen.getRealEigenvalues();
        int least = 0;
        for (int k = 1; k < values.length; k++) {
            least = values[k] <= values[least] ? k : least;
        }
        return eigen.getEigenvector(least).toArray();
    }
}
