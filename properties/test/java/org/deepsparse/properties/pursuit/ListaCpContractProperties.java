package org.deepsparse.properties.pursuit;

import org.deepsparse.properties.Promise;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.properties.UnrolledParameters;
import org.deepsparse.pursuit.ListaCp;

class ListaCpContractProperties extends PursuitContract {

    @Override
    protected Promise<?> promise() {
        return Promise.unrolled(ListaCpContractProperties::code).followingPowersOfTwo().refusingWrongSizes();
    }

    static double[] code(UnrolledParameters parameters, double[] signal) {
        return new ListaCp(parameters.dictionary(), parameters.weights()).run(signal, parameters.thresholds());
    }
}
