package org.deepsparse.properties.pursuit;

import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.pursuit.DeepestFirst;
import org.deepsparse.tck.Promise;
import org.deepsparse.tck.UnrolledParameters;

class DeepestFirstContractProperties extends PursuitContract {

    @Override
    protected Promise<?> promise() {
        return Promise.deepestFirst(DeepestFirstContractProperties::codes).followingPowersOfTwo()
                .refusingWrongSizes();
    }

    private static List<double[]> codes(List<Layer> layers, UnrolledParameters parameters, double[] signal) {
        double[] deepest = ListaCpContractProperties.code(parameters, signal);
        return DeepestFirst.codes(deepest, layers).stream().map(RationalVector::nearest).toList();
    }
}
