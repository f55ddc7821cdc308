package org.deepsparse.properties.pursuit;

import org.deepsparse.properties.PursuitContract;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.tck.Promise;
import org.deepsparse.tck.UnrolledParameters;

class ListaCpContractProperties extends PursuitContract {

    @Override
    protected Promise<?> promise() {
        return Promise.unrolled(ListaCpContractProperties::code).followingPowersOfTwo().refusingWrongSizes();
    }

    static double[] code(UnrolledParameters parameters, double[] signal) {
        return new ListaCp(parameters.dictionary(), parameters.weights()).run(signal,
                parameters.thresholds());
    }
}
