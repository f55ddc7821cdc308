package org.deepsparse.properties.pursuit;

import org.deepsparse.decider.ExhaustiveL0;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;

class ExhaustiveL0ContractProperties extends PursuitContract {

    private static final long SUPPORTS = 3_000;

    @Override
    protected Promise<?> promise() {
        return Promise.sparsest(ExhaustiveL0ContractProperties::code, Accuracy.exact())
                .supporting(layer -> ExhaustiveL0.supports(layer.dictionary().atoms(),
                        layer.sparsityBudget()) <= SUPPORTS)
                .followingPowersOfTwo()
                .refusingWrongSizes();
    }

    static double[] code(Dictionary dictionary, double[] signal, int sparsity) {
        return ExhaustiveL0.codes(dictionary, RationalVector.of(signal), sparsity, 1).found().get(0)
                .nearest();
    }
}
