package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.bound.LayerByLayerBound;
import org.deepsparse.bound.LayerByLayerBounds;
import org.deepsparse.coding.Layer;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;

/// Unrolled networks layer by layer: after K steps in each, norm1 of the error in layer j is at most F_j.
///
/// Where a slope is so small that some F_j overflows, nothing is promised: no question is asked about that K,
/// since a solver that overflows too has broken no bound.
record LayerByLayerExamination(Solver.UnrolledChain solver) implements Examination<RateInstance> {

    @Override
    public List<Layer> layers(RateInstance instance) {
        return instance.chain().layers();
    }

    @Override
    public List<Hypothesis<RateInstance>> hypotheses() {
        return List.of();
    }

    @Override
    public List<Question> questions(RateInstance instance) {
        List<Layer> layers = layers(instance);
        LayerByLayerBounds bounds = instance.bounds();
        return StepCounts.upTo(instance.chain().iterations()).stream().filter(k -> isFinite(bounds.after(k)))
                .map(k -> {
                    LayerByLayerBound bound = bounds.after(k);
                    List<UnrolledParameters> parameters = new ArrayList<>();
                    for (int j = 0; j < layers.size(); j++) {
                        parameters.add(new UnrolledParameters(
                                layers.get(j).dictionary().matrix(),
                                instance.weights().get(j).matrix(),
                                bound.stages().get(j).thresholds()));
                    }
                    return new Question(
                            Question.CALL.atStep(k),
                            Examination.dictionaries(layers),
                            instance.chain().signal(),
                            (signal, scale) -> solver.codes(layers,
                                    parameters.stream().map(layer -> layer.scaled(scale)).toList(), signal),
                            instance.chain().chain().truth().codes(),
                            codes -> claims(k, codes, instance, bound));
                }).toList();
    }

    private static boolean isFinite(LayerByLayerBound bound) {
        return IntStream.rangeClosed(1, bound.stages().size()).allMatch(j -> Double.isFinite(bound.error(j)));
    }

    private static List<Claim> claims(int k, List<double[]> codes, RateInstance instance,
            LayerByLayerBound bound) {
        List<Claim> claims = new ArrayList<>();
        for (int j = 1; j <= codes.size(); j++) {
            Interval error = instance.chain().truth(j).distance1(codes.get(j - 1));
            claims.add(new Claim.AtMost(Label.of("error").inLayer(j).atStep(k), error,
                    Interval.of(bound.error(j))));
        }
        return claims;
    }
}
