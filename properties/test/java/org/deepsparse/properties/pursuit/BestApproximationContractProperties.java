package org.deepsparse.properties.pursuit;

import org.deepsparse.decider.ExhaustiveL0;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.tck.Promise;

class BestApproximationContractProperties extends PursuitContract {

    static final double SLACK = 0x1p-40;
    private static final long SUPPORTS = 600;

    @Override
    protected Promise<?> promise() {
        return Promise.withinTolerance(new BestApproximation(), SLACK)
                .supporting(layer -> ExhaustiveL0.supports(layer.dictionary().atoms(),
                        layer.sparsityBudget()) <= SUPPORTS)
                .followingPowersOfTwo()
                .refusingWrongSizes();
    }
}
