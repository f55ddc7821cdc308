package org.deepsparse.properties.pursuit;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.tck.Solver;

/// The best approximation with at most s atoms, by least squares on every support: no tolerance is beyond it
/// that any code of s atoms meets.
final class BestApproximation implements Solver.OfNoisySignal {

    @Override
    public double[] code(Dictionary dictionary, double[] signal, int sparsity, double tolerance) {
        if (signal.length != dictionary.rows()) {
            throw new IllegalArgumentException(dictionary.rows() + " rows but " + signal.length + " entries");
        }
        return best(dictionary, signal, sparsity, 0, new ArrayList<>());
    }

    private static double[] best(Dictionary dictionary, double[] signal, int room, int from,
            List<Integer> taken) {
        double[] none = new double[dictionary.atoms()];
        if (room == 0) {
            return new OmpInDoubles().fit(dictionary, taken, signal, none, signal);
        }
        double[] best = none;
        for (int i = from; i <= dictionary.atoms() - room; i++) {
            taken.add(i);
            double[] code = best(dictionary, signal, room - 1, i + 1, taken);
            taken.removeLast();
            best = squaredResidual(dictionary, signal, code) < squaredResidual(dictionary, signal, best)
                    ? code
                    : best;
        }
        return best;
    }

    private static double squaredResidual(Dictionary dictionary, double[] signal, double[] code) {
        double[] residual = OmpInDoubles.residual(dictionary, signal, code);
        return OmpInDoubles.dot(residual, residual);
    }
}
