package org.deepsparse.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// What a solver is not asked: where the theorem shows nothing, its answer can be neither right nor wrong.
class ExaminationsTest {

    private static final Solver.Unrolled LISTA = (parameters, signal) -> new ListaCp(parameters.dictionary(), parameters.weights())
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
        assertEquals(Verdict.UNDECIDED, contract.judge(Law.FINDS_THE_CODE, Recipe.parse("lista-cp:seed=1,K=0/core(7):3")).verdict());
        assertEquals(Verdict.HOLDS, contract.judge(Law.FINDS_THE_CODE, Recipe.parse("lista-cp:seed=1,K=1/core(7):3")).verdict());
    }

    /// The inverse of the slope overflows, and the bound with it; with slope 1/2 there is a bound, and no
    /// number to hold against it.
    @Test
    void aBoundThatOverflowsPromisesNothing() {
        SolverContract<?> contract = new SolverContract<>(Promise.layerByLayer(NOT_A_NUMBER));
        String start = "layer-by-layer:seed=642,K=60,noise=0.1/scaled-integer(1,1):0,leaky(";
        assertEquals(Verdict.UNDECIDED, contract.judge(Law.FINDS_THE_CODE, Recipe.parse(start + "4.9e-324)")).verdict());
        assertEquals(Verdict.VIOLATED, contract.judge(Law.FINDS_THE_CODE, Recipe.parse(start + "1/2)")).verdict());
    }
}
