package org.deepsparse.tck;

import java.util.List;
import java.util.function.Function;
import org.deepsparse.verdict.Claim;

/// One call of a solver, and what its answer is held against.
///
/// @param name which call: `[j=2]` for a layer, `[K=8]` for a number of steps
/// @param signal what is coded
/// @param call asks the solver
/// @param sizes atoms of each layer that is coded
/// @param judge the claims about codes of these sizes with finite entries
record Question(String name, double[] signal, Call call, List<Integer> sizes, Function<List<double[]>, List<Claim>> judge) {

    /// Codes a signal that is `scale` times as large as that of the question; what else grows with it, grows
    /// here.
    interface Call {
        List<double[]> on(double[] signal, double scale);
    }
}
