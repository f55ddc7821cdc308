package org.deepsparse.decider;

import java.util.List;
import java.util.Optional;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;

/// Whoever has a guess: solvers, upstairs, implement it. A decider checks every proposal exactly, so a
/// proposal can turn UNDECIDED into a proved verdict, and a bad one is only a waste of time.
public interface Proposer {

    /// A nu thought to have `<a_i, nu> = signs_i` on the support and `abs(<a_i, nu>) < 1` off it.
    ///
    /// @param matrix A; its columns are the a_i
    /// @param support ascending
    /// @param signs 1 or -1, one for each element of the support
    /// @return finite numbers, one a row
    Optional<double[]> dualPoint(RationalMatrix matrix, int[] support, RationalVector signs);

    /// Codes z with `A z = A x` and `norm1(z) <= norm1(x)`, or so it is thought; the best first.
    List<RationalVector> rivals(RationalMatrix matrix, RationalVector x);

    /// Has no idea.
    Proposer SILENT = new Proposer() {
        @Override
        public Optional<double[]> dualPoint(RationalMatrix matrix, int[] support, RationalVector signs) {
            return Optional.empty();
        }

        @Override
        public List<RationalVector> rivals(RationalMatrix matrix, RationalVector x) {
            return List.of();
        }
    };
}
