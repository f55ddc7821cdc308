package org.deepsparse.tck;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Label;

/// One call of a solver, and what its answer is held against.
///
/// @param place which call: of a layer, after a number of steps; its name is `call`
/// @param dictionaries those of the layers that are coded, first layer first
/// @param signal what is coded
/// @param call asks the solver
/// @param truth the code of each layer that the signal was made from
/// @param judge the claims about codes of these sizes with finite entries
record Question(Label place, List<Matrix> dictionaries, double[] signal, Call call, List<SparseCode> truth,
        Function<List<double[]>, List<Claim>> judge) {

    /// The name of every [#place()].
    static final Label CALL = Label.of("call");

    Question {
        dictionaries = List.copyOf(dictionaries);
        signal = signal.clone();
        truth = List.copyOf(truth);
    }

    @Override
    public double[] signal() {
        return signal.clone();
    }

    /// Asks about the signal as it is.
    ///
    /// @throws SolverFailure if the solver throws, or returns null for all or one of the codes
    Exchange ask() {
        return ask(signal.clone(), 1);
    }

    /// Asks about another signal. The shapes and values of the answer are not looked at; it is copied, since
    /// the solver may go on writing to what it returned.
    ///
    /// @param entries handed in as they are, not as a copy
    /// @throws SolverFailure if the solver throws, or returns null for all or one of the codes
    Exchange ask(double[] entries, double scale) {
        double[] asked = entries.clone();
        List<double[]> codes;
        try {
            codes = call.on(entries, scale);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw SolverFailure.of(exchange(asked, List.of(), e));
        }
        if (codes == null || codes.stream().anyMatch(Objects::isNull)) {
            throw SolverFailure.of(exchange(asked, List.of(), null));
        }
        return exchange(asked, codes, null);
    }

    private Exchange exchange(double[] asked, List<double[]> answer, @Nullable Throwable thrown) {
        return new Exchange(dictionaries, asked, truth, answer, Optional.ofNullable(thrown));
    }

    /// Codes a signal that is `scale` times as large as that of the question; what else grows with it, grows
    /// here.
    interface Call {
        List<double[]> on(double[] signal, double scale);
    }
}
