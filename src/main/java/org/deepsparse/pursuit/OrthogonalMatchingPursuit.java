package org.deepsparse.pursuit;

import java.util.Arrays;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;

/// Orthogonal matching pursuit in exact rationals (Pati, Rezaiifar, Krishnaprasad 1993; Tropp 2004).
///
/// Each step takes the atom with the largest `abs(<d_i, r>)/norm2(d_i)`, the first of equals, and makes the
/// residual r orthogonal to all atoms taken. The division by the norm is part of the algorithm: for unit-norm
/// atoms others leave it out. **Cost** n m rational operations and one exact least-squares problem a step.
public final class OrthogonalMatchingPursuit {

    private OrthogonalMatchingPursuit() {}

    /// The code after `steps` steps, or earlier if the residual is 0 or no atom correlates with it.
    ///
    /// @param signal one entry a row
    /// @throws IllegalArgumentException if the signal has not one entry a row
    public static RationalVector code(Dictionary dictionary, RationalVector signal, int steps) {
        if (signal.size() != dictionary.rows()) {
            throw new IllegalArgumentException(
                    "dictionary has " + dictionary.rows() + " rows but signal has " + signal.size()
                            + " entries");
        }
        RationalMatrix atoms = dictionary.exact();
        int[] taken = {};
        RationalVector coefficients = RationalVector.zero(0);
        RationalVector residual = signal;
        for (int step = 0; step < steps; step++) {
            int next = mostCorrelated(dictionary, atoms.transposedTimes(residual));
            if (next < 0) {
                break;
            }
            taken = Arrays.copyOf(taken, step + 1);
            taken[step] = next;
            coefficients = leastSquares(atoms.select(taken), signal);
            residual = signal.minus(atoms.select(taken).times(coefficients));
        }
        return RationalVector.sparse(dictionary.atoms(), taken, coefficients);
    }

    /// The atom with the largest squared normalised correlation, -1 if all are 0.
    private static int mostCorrelated(Dictionary dictionary, RationalVector correlations) {
        int best = -1;
        Rational largest = Rational.ZERO;
        for (int i = 0; i < correlations.size(); i++) {
            Rational squared = correlations.get(i).square().dividedBy(dictionary.squaredNorm(i));
            if (squared.compareTo(largest) > 0) {
                largest = squared;
                best = i;
            }
        }
        return best;
    }

    /// Normal equations; the atoms taken are independent because each had a part orthogonal to those before.
    private static RationalVector leastSquares(RationalMatrix taken, RationalVector signal) {
        return taken.gram()
                .solve(taken.transposedTimes(signal))
                .orElseThrow(() -> new IllegalStateException(
                        "normal equations of independent atoms have no solution"));
    }
}
