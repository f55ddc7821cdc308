package org.deepsparse.pursuit;

import java.util.Optional;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.linalg.LeastNorm1;

/// Basis pursuit in floating point: `min norm1(z)` subject to `D z = y` (Chen, Donoho, Saunders 1998), by
/// [LeastNorm1].
///
/// A proposal, not a proof: its answer carries the solver's rounding, and on nearly degenerate dictionaries
/// the solver may give up. [org.deepsparse.decider.UniqueL1Minimiser] decides.
public final class BasisPursuit {

    private BasisPursuit() {}

    /// The minimiser the solver ends at; empty if it finds no z with D z = y, or gives up.
    ///
    /// @param signal y, one entry a row
    /// @throws IllegalArgumentException if the signal has not one entry a row
    public static Optional<double[]> minimiser(Dictionary dictionary, double[] signal) {
        if (signal.length != dictionary.rows()) {
            throw new IllegalArgumentException(
                    "dictionary has " + dictionary.rows() + " rows but signal has " + signal.length
                            + " entries");
        }
        return LeastNorm1.solution(dictionary.matrix().toRows(), signal, signal);
    }
}
