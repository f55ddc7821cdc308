package org.deepsparse.properties.pursuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.coding.Layer;
import org.deepsparse.decider.Proposer;
import org.deepsparse.decider.UniqueL1Minimiser;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalSimplex;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;
import org.deepsparse.verdict.Verdict;

/// Basis pursuit layer after layer, with a proof: the exact simplex method finds a minimiser, and
/// [UniqueL1Minimiser] decides that there is no other.
class ExactBasisPursuitContractProperties extends PursuitContract {

    private static final int MOST_ATOMS = 10;

    @Override
    protected Promise<?> promise() {
        return Promise.basisPursuitChain(ExactBasisPursuitContractProperties::codes, Accuracy.exact())
                .supporting(layer -> layer.dictionary().atoms() <= MOST_ATOMS)
                .followingPowersOfTwo()
                .refusingWrongSizes();
    }

    private static List<double[]> codes(List<Layer> layers, double[] signal) {
        List<double[]> codes = new ArrayList<>();
        RationalVector below = RationalVector.of(signal);
        for (Layer layer : layers) {
            below = minimiser(layer.dictionary(), layer.preimage(below));
            codes.add(below.nearest());
        }
        return codes;
    }

    private static RationalVector minimiser(Dictionary dictionary, RationalVector signal) {
        double[] costs = new double[2 * dictionary.atoms()];
        Arrays.fill(costs, 1);
        RationalVector code = cheapest(dictionary, signal, RationalVector.of(costs));
        if (UniqueL1Minimiser.decide(dictionary, code, Proposer.SILENT).verdict() != Verdict.HOLDS) {
            throw new IllegalStateException(code + " is not the only minimiser");
        }
        return code;
    }

    /// `z = u - v` with D z = y and the least `<costs, (u, v)>`, u, v >= 0.
    static RationalVector cheapest(Dictionary dictionary, RationalVector signal, RationalVector costs) {
        int m = dictionary.rows();
        int n = dictionary.atoms();
        if (signal.size() != m) {
            throw new IllegalArgumentException(
                    "dictionary has " + m + " rows but signal has " + signal.size() + " entries");
        }
        List<RationalVector> split = new ArrayList<>();
        IntStream.range(0, n).forEach(i -> split.add(dictionary.exactAtom(i)));
        IntStream.range(0, n).forEach(i -> split.add(dictionary.exactAtom(i).negate()));
        RationalVector parts = RationalSimplex.minimise(RationalMatrix.ofColumns(m, split), signal, costs)
                .orElseThrow().point();
        return parts.padded(n).minus(parts.select(IntStream.range(n, 2 * n).toArray()));
    }
}
