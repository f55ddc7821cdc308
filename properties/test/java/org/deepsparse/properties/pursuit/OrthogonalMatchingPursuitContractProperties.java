package org.deepsparse.properties.pursuit;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.pursuit.OrthogonalMatchingPursuit;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;

class OrthogonalMatchingPursuitContractProperties extends PursuitContract {

    private static final int MOST_ATOMS = 32;

    @Override
    protected Promise<?> promise() {
        return Promise.greedy(OrthogonalMatchingPursuitContractProperties::code, Accuracy.exact())
                .supporting(layer -> layer.dictionary().atoms() <= MOST_ATOMS)
                .followingPowersOfTwo()
                .refusingWrongSizes();
    }

    private static double[] code(Dictionary dictionary, double[] signal, int sparsity) {
        return OrthogonalMatchingPursuit.code(dictionary, RationalVector.of(signal), sparsity).nearest();
    }
}
