package org.deepsparse.tck;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Label;

/// One call of a solver, and what its answer is held against.
///
/// @param place which call: of a layer, after a number of steps; its name is `call`
/// @param signal what is coded
/// @param call asks the solver
/// @param sizes atoms of each layer that is coded
/// @param judge the claims about codes of these sizes with finite entries
record Question(Label place, double[] signal, Call call, List<Integer> sizes,
        Function<List<double[]>, List<Claim>> judge) {

    /// The name of every [#place()].
    static final Label CALL = Label.of("call");

    Question {
        signal = signal.clone();
        sizes = List.copyOf(sizes);
    }

    @Override
    public double[] signal() {
        return signal.clone();
    }

    /// The codes, whose shapes and values are not looked at.
    ///
    /// @throws SolverFailure if the solver throws, or returns null for all or one of them
    List<double[]> ask(double[] entries, double scale) {
        List<double[]> codes;
        try {
            codes = call.on(entries, scale);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw SolverFailure.thrown(e);
        }
        if (codes == null || codes.stream().anyMatch(Objects::isNull)) {
            throw new SolverFailure("the solver returns null", null);
        }
        return codes;
    }

    /// Codes a signal that is `scale` times as large as that of the question; what else grows with it, grows
    /// here.
    interface Call {
        List<double[]> on(double[] signal, double scale);
    }
}
