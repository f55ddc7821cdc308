package org.deepsparse.properties.pursuit;

import org.deepsparse.properties.PursuitContract;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;

/// A solver in floating point, with an accuracy that its author declares; without it none of the wrong
/// solvers would prove anything.
class OmpInDoublesContractProperties extends PursuitContract {

    /// Generous for normal equations whose condition the theorem keeps small; the contract does not know it.
    static final Accuracy DECLARED = Accuracy.relative(0x1p-40);

    @Override
    protected Promise<?> promise() {
        return Promise.greedy(new OmpInDoubles(), DECLARED).followingPowersOfTwo().refusingWrongSizes();
    }
}
