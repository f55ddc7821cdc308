package org.deepsparse.tck;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.bound.StabilityBound;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;

/// Each layer of a noisy chain on its own: a code within budget and tolerance of `rho_j^{-1}(x_{j-1})`. How
/// far it may then be from x_j is the stability bound; the residual is measured exactly, so it certifies that
/// distance without knowing x_j, and here it is measured too.
///
/// @param slack what the residual may exceed the tolerance by, relative to norm2 of the signal
record NoisyExamination(Solver.OfNoisySignal solver, double slack) implements Examination<ChainInstance> {

    NoisyExamination {
        if (!(slack >= 0 && slack < 1)) {
            throw new IllegalArgumentException("slack " + slack + " must be in [0, 1)");
        }
    }

    @Override
    public List<Layer> layers(ChainInstance instance) {
        return instance.problem().layers();
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(DoubleSignals.hypothesis());
    }

    @Override
    public List<Question> questions(ChainInstance instance) {
        return IntStream.rangeClosed(1, instance.problem().depth()).mapToObj(j -> {
            Layer layer = instance.problem().layer(j);
            Interval tolerance = residual(instance, j, instance.truth().code(j));
            return new Question(
                    Question.CALL.inLayer(j),
                    List.of(layer.dictionary().matrix()),
                    DoubleSignals.of(instance, j),
                    (signal, scale) -> Collections.singletonList(
                            solver.code(layer.dictionary(), signal, layer.sparsityBudget(),
                                    scale * tolerance.upper())),
                    List.of(instance.truth().code(j)),
                    codes -> claims(instance, j, SparseCode.of(codes.get(0)), tolerance));
        }).toList();
    }

    private List<Claim> claims(ChainInstance instance, int j, SparseCode found, Interval tolerance) {
        Label place = Question.CALL.inLayer(j);
        int budget = instance.problem().layer(j).sparsityBudget();
        Interval residual = residual(instance, j, found);
        Interval allowed = Interval.of(tolerance.upper())
                .plus(DoubleSignals.exact(instance, j).squaredNorm().sqrtEnclosure().times(slack));
        Interval distance = StabilityBound.distance(
                tolerance,
                allowed,
                Interval.ZERO,
                Interval.ONE,
                instance.problem().layer(j).dictionary().norms().smallest(),
                budget,
                instance.problem().layer(j).dictionary().coherence().value());
        RationalVector difference = found.entries().minus(instance.truth().code(j).entries());
        return List.of(
                new Claim.Decided(place.named("budget"), Verdict.of(found.sparsity() <= budget),
                        Evidence.Facts.of("nonzeros", found.sparsity(), "budget", budget)),
                new Claim.AtMost(place.named("residual"), residual, allowed),
                new Claim.AtMost(place.named("distance"), difference.squaredNorm().sqrtEnclosure(),
                        distance));
    }

    /// Encloses norm2(rho_j^{-1}(x_{j-1}) - D_j z).
    private static Interval residual(ChainInstance instance, int j, SparseCode z) {
        return DoubleSignals.exact(instance, j)
                .minus(instance.problem().layer(j).dictionary().times(z.entries())).squaredNorm()
                .sqrtEnclosure();
    }
}
