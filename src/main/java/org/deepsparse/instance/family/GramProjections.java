package org.deepsparse.instance.family;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.deepsparse.kernel.Kernels;
import org.deepsparse.linalg.Matrix;

/// Makes a matrix less coherent by projecting its Gram matrix in turn on two sets (Tropp, Dhillon, Heath,
/// Strohmer, IEEE Trans. IT 51(1), 2005).
///
/// * The first set has a unit diagonal, and all other entries are at most the Welch bound.
/// * The second set are the Gram matrices of tight frames: rank m, nonzero eigenvalues n/m.
///
/// The two need not meet, so mu seldom reaches the Welch bound, but it ends far below that of a random
/// dictionary. What comes out of this floating point is a matrix like any other, whose coherence is decided
/// exactly. **Cost** one eigendecomposition of an n x n matrix a step.
final class GramProjections {

    private GramProjections() {}

    /// @param start m x n with n > m, no zero column
    static Matrix of(Matrix start, int steps) {
        int m = start.rows();
        int n = start.columns();
        double limit = Math.sqrt((n - m) / ((double) m * (n - 1)));
        RealMatrix frame = new Array2DRowRealMatrix(start.toRows());
        for (int step = 0; step < steps; step++) {
            frame = tight(incoherent(normalised(frame), limit), m);
        }
        RealMatrix unit = normalised(frame);
        double[] entries = new double[m * n];
        for (int j = 0; j < n; j++) {
            System.arraycopy(unit.getColumn(j), 0, entries, j * m, m);
        }
        return Matrix.ofColumnMajor(m, n, entries);
    }

    private static RealMatrix normalised(RealMatrix frame) {
        RealMatrix unit = frame.copy();
        for (int j = 0; j < frame.getColumnDimension(); j++) {
            double norm = Kernels.norm2(frame.getColumn(j), 0, frame.getRowDimension());
            unit.setColumnVector(j, frame.getColumnVector(j).mapDivide(norm));
        }
        return unit;
    }

    /// The Gram matrix with its off-diagonal entries cut off at the limit.
    private static RealMatrix incoherent(RealMatrix frame, double limit) {
        int n = frame.getColumnDimension();
        RealMatrix gram = frame.transpose().multiply(frame);
        for (int i = 0; i < n; i++) {
            gram.setEntry(i, i, 1);
            for (int l = i + 1; l < n; l++) {
                double entry = Math.clamp(gram.getEntry(i, l), -limit, limit);
                gram.setEntry(i, l, entry);
                gram.setEntry(l, i, entry);
            }
        }
        return gram;
    }

    /// The frame m x n whose Gram matrix has the eigenvectors of the m largest eigenvalues, and n/m for each
    /// of these eigenvalues. The factor n/m is left out: normalising forgets it.
    private static RealMatrix tight(RealMatrix gram, int m) {
        EigenDecomposition eigen = new EigenDecomposition(gram); // eigenvalues in descending order
        return eigen.getVT().getSubMatrix(0, m - 1, 0, gram.getColumnDimension() - 1);
    }
}
