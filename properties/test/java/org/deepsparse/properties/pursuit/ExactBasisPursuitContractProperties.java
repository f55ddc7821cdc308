package org.deepsparse.properties.pursuit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalSimplex;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.pursuit.ExactBasisPursuit;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;

/// Basis pursuit layer after layer, with a proof: the exact simplex method finds a minimiser, and [ExactBasisPursuit] decides that there is no other.
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
        Rational[] costs = new Rational[2 * dictionary.atoms()];
        Arrays.fill(costs, Rational.ONE);
        RationalVector code = cheapest(dictionary, signal, costs);
        if (ExactBasisPursuit.rival(dictionary, code).isPresent()) {
            throw new IllegalStateException(code + " is not the only minimiser");
        }
        return code;
    }

    /// `z = u - v` with D z = y and the least `<costs, (u, v)>`, u, v >= 0.
    static RationalVector cheapest(Dictionary dictionary, RationalVector signal, Rational[] costs) {
        int n = dictionary.atoms();
        Rational[][] split = new Rational[2 * n][];
        for (int i = 0; i < n; i++) {
            RationalVector atom = RationalVector.of(dictionary.atom(i));
            if (signal.size() != atom.size()) {
                throw new IllegalArgumentException("dictionary has " + atom.size() + " rows but signal has " + signal.size() + " entries");
            }
            split[i] = atom.toArray();
            split[n + i] = atom.times(Rational.of(-1)).toArray();
        }
        RationalVector parts = RationalSimplex.minimise(split, signal.toArray(), costs).orElseThrow().point();
        Rational[] code = new Rational[n];
        Arrays.setAll(code, i -> parts.get(i).minus(parts.get(n + i)));
        return RationalVector.of(code);
    }
}
