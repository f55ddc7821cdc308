package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.deepsparse.activation.Identity;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;

/// An unrolled network on one dictionary: after K steps norm1 of the error is at most E_K, and nothing is off
/// S. The recipe's perturbations p and r are left out, because a network has no place to add them.
record UnrolledExamination(Solver.Unrolled solver) implements Examination<ListaInstance> {

    @Override
    public List<Layer> layers(ListaInstance instance) {
        return List.of(new Layer(instance.dictionary(), new Identity(), instance.sparsity()));
    }

    @Override
    public List<Hypothesis<ListaInstance>> hypotheses() {
        return List.of();
    }

    @Override
    public List<Question> questions(ListaInstance disturbed) {
        ListaInstance instance = disturbed.undisturbed();
        List<ListaCpBound.State> states = states(instance.bound(), instance.iterations());
        double[] thresholds = states.stream().mapToDouble(ListaCpBound.State::threshold).toArray();
        return StepCounts.upTo(instance.iterations()).stream().map(k -> {
            UnrolledParameters parameters = new UnrolledParameters(
                    instance.dictionary().matrix(), instance.weights().matrix(),
                    Arrays.copyOf(thresholds, k));
            Label place = Question.CALL.atStep(k);
            return new Question(
                    place,
                    List.of(instance.dictionary().matrix()),
                    instance.signal(),
                    (signal, scale) -> Collections
                            .singletonList(solver.code(parameters.scaled(scale), signal)),
                    List.of(new SparseCode(instance.truth())),
                    codes -> claims(place, codes.get(0), instance, states.get(k).error()));
        }).toList();
    }

    /// State k is where the recursion stands after k steps.
    static List<ListaCpBound.State> states(ListaCpBound bound, int iterations) {
        List<ListaCpBound.State> states = new ArrayList<>();
        states.add(bound.start());
        for (int k = 0; k < iterations; k++) {
            states.add(bound.next(states.get(k)));
        }
        return states;
    }

    private static List<Claim> claims(Label place, double[] x, ListaInstance instance, double error) {
        List<Integer> off = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            if (x[i] != 0 && Arrays.binarySearch(instance.candidates(), i) < 0) {
                off.add(i);
            }
        }
        return List.of(
                new Claim.Decided(place.named("no-false-positive"), Verdict.of(off.isEmpty()),
                        Evidence.Facts.of("nonzero off S", off)),
                new Claim.AtMost(place.named("error"), new SparseCode(instance.truth()).distance1(x),
                        Interval.of(error)));
    }
}
