package org.deepsparse.properties.pursuit;

import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.coding.Layer;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.pursuit.LayerByLayer;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.tck.Promise;
import org.deepsparse.tck.UnrolledParameters;

class LayerByLayerContractProperties extends PursuitContract {

    @Override
    protected Promise<?> promise() {
        return Promise.layerByLayer(LayerByLayerContractProperties::codes).followingPowersOfTwo()
                .refusingWrongSizes();
    }

    private static List<double[]> codes(List<Layer> layers, List<UnrolledParameters> parameters,
            double[] signal) {
        List<LayerByLayer.Stage> stages = IntStream.range(0, layers.size())
                .mapToObj(j -> new LayerByLayer.Stage(
                        new ListaCp(parameters.get(j).dictionary(), parameters.get(j).weights()),
                        layers.get(j).activation()))
                .toList();
        return LayerByLayer.codes(stages,
                List.of(parameters.stream().map(UnrolledParameters::thresholds).toList()), signal).get(0);
    }
}
