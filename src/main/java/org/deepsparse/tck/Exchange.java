package org.deepsparse.tck;

import java.util.List;
import java.util.Optional;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.linalg.Matrix;

/// One call of a solver: what it was asked, what was known, and what it said. A failure carries the call that
/// showed it, so that its author can repeat it by hand.
///
/// @param dictionaries those of the layers that were coded, first layer first
/// @param signal y as it was handed in; not that of the question where a law changes it
/// @param truth the codes that the signal of the question was made from, one a layer
/// @param answer what the solver returned, one code a layer; empty if it returned null or threw
/// @param thrown what the solver threw
public record Exchange(List<Matrix> dictionaries, double[] signal, List<SparseCode> truth,
        List<double[]> answer, Optional<Throwable> thrown) {

    public Exchange {
        dictionaries = List.copyOf(dictionaries);
        signal = signal.clone();
        truth = List.copyOf(truth);
        answer = answer.stream().map(double[]::clone).toList();
    }

    @Override
    public double[] signal() {
        return signal.clone();
    }
}
