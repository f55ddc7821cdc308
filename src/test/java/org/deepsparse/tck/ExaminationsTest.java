package org.deepsparse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.LayerByLayer;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// What a solver is not asked: where the theorem shows nothing, its answer can be neither right nor wrong.
class ExaminationsTest {

    private static final Solver.Unrolled LISTA = (parameters,
            signal) -> new ListaCp(parameters.dictionary(), parameters.weights())
                    .run(signal, parameters.thresholds());

    private static final Solver.UnrolledChain NOT_A_NUMBER = (layers, parameters, signal) -> layers.stream()
            .map(layer -> new double[] {Double.NaN})
            .toList();

    @Test
    void networksAreLookedAtAfterPowersOfTwoAndAtTheEnd() {
        assertEquals(List.of(), StepCounts.upTo(0));
        assertEquals(List.of(1), StepCounts.upTo(1));
        assertEquals(List.of(1, 2, 4, 5), StepCounts.upTo(5));
        assertEquals(List.of(1, 2, 4, 8), StepCounts.upTo(8));
    }

    @Test
    void aNetworkWithoutAStepShowsNothing() {
        SolverContract<?> contract = new SolverContract<>(Promise.unrolled(LISTA));
        assertEquals(Verdict.UNDECIDED,
                contract.judge(Law.FINDS_THE_CODE, Recipe.parse("lista-cp:seed=1,K=0/core(7):3")).verdict());
        assertEquals(Verdict.HOLDS,
                contract.judge(Law.FINDS_THE_CODE, Recipe.parse("lista-cp:seed=1,K=1/core(7):3")).verdict());
    }

    /// The inverse of the slope overflows, and the bound with it; with slope 1/2 there is a bound, and no
    /// number to hold against it.
    @Test
    void aBoundThatOverflowsPromisesNothing() {
        SolverContract<?> contract = new SolverContract<>(Promise.layerByLayer(NOT_A_NUMBER));
        String start = "layer-by-layer:seed=642,K=60,noise=0.1/scaled-integer(1,1):0,leaky(";
        assertEquals(Verdict.UNDECIDED,
                contract.judge(Law.FINDS_THE_CODE, Recipe.parse(start + "4.9e-324)")).verdict());
        assertEquals(Verdict.VIOLATED,
                contract.judge(Law.FINDS_THE_CODE, Recipe.parse(start + "1/2)")).verdict());
    }

    private static List<double[]> layerByLayer(List<Layer> layers, List<UnrolledParameters> parameters,
            double[] signal) {
        List<LayerByLayer.Stage> stages = new ArrayList<>();
        for (int j = 0; j < layers.size(); j++) {
            ListaCp iteration = new ListaCp(parameters.get(j).dictionary(), parameters.get(j).weights());
            stages.add(new LayerByLayer.Stage(iteration, layers.get(j).activation()));
        }
        List<double[]> thresholds = parameters.stream().map(UnrolledParameters::thresholds).toList();
        return LayerByLayer.codes(stages, List.of(thresholds), signal).get(0);
    }

    /// The slope makes the signal about 1e-302, and 2^-30 times that is rounded: another signal, and a right
    /// solver gives another code.
    @Test
    void aSignalThatDoesNotScaleExactlyIsNotScaled() {
        SolverContract<?> contract = new SolverContract<>(
                Promise.layerByLayer(ExaminationsTest::layerByLayer).followingPowersOfTwo());
        String start = "layer-by-layer:seed=12,K=8/scaled-integer(2,2):1,leaky(";
        assertEquals(Verdict.HOLDS,
                contract.judge(Law.FOLLOWS_POWERS_OF_TWO, Recipe.parse(start + "3.1e-302)")).verdict());
        SolverContract<?> wrong = new SolverContract<>(
                Promise.layerByLayer((layers, parameters, signal) -> layers.stream()
                        .map(layer -> new double[] {1, 1})
                        .toList()).followingPowersOfTwo());
        assertEquals(Verdict.VIOLATED,
                wrong.judge(Law.FOLLOWS_POWERS_OF_TWO, Recipe.parse(start + "3.1e-302)")).verdict());
    }
}
