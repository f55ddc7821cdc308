package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.LayerByLayerBound;
import org.deepsparse.bound.LayerByLayerBounds;
import org.deepsparse.bound.NoiselessRateBound;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.ChainDraw;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;

/// # Exponential rate without noise  (`noiseless-rate`; Li, Feng, Zhou 2024, Cor 7)
/// Without noise the deepest code converges like one exponential, whatever the depth.
///
/// **Hypotheses** (H1) rho_j continuous, l_j > 0 (H2) `(2 lambda_j - 1) mut_j + 2 lambda_j delta_j < 1` (H3)
/// `norm0(x_j) <= lambda_j` (H4) e_j = 0.
///
/// **Conclusion** `norm1(x~_J - x_J) <= C exp(-cK)`, `c = min_j(-ln q_j)` over q_j > 0,
/// `C = sum_j lambda_j B_j prod_{i>j} 2 lambda_i omInf(W_i)/(l_i (1 - q_i))`, plus the roundoff of the
/// stages.
///
/// **Measured** on codes computed in plain doubles against integer chains, at every K until the bound meets
/// roundoff. **Decided** H1 to H4 exactly, conclusion enclosed.
///
/// **Sharp** core_7, s = 3: the error is q^K s B. **Broken** H1: ReLU; H2: core_7 at s = 4; H3: a budget
/// below the nonzeros; H4: core_7 with noise. **Not claimed** the network that computes the codes. **Proof**
/// proofs-notes/noiseless-rate.md. **Property** NoiselessRateProperties.
public record NoiselessRate() implements Theorem<RateInstance> {

    @Override
    public Statement statement() {
        return new Statement(
                "noiseless-rate",
                "without noise the deepest code converges exponentially",
                "Cor 7",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.ROUNDED,
                "norm1(x~_J - x_J) <= sum_j q_j^K lambda_j B_j prod_{i>j} 2 lambda_i omInf(W_i)/(l_i (1 - "
                        + "q_i)) <= C exp(-cK), c = min_j(-ln q_j), C the same sum without q_j^K",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return new ChainDraw(ListaCpConvergence::largestSparsity, false, ListaCpConvergence.MOST_ITERATIONS,
                true);
    }

    @Override
    public List<Hypothesis<RateInstance>> hypotheses() {
        return List.of(
                RateHypotheses.invertible("H1"),
                RateHypotheses.contracting("H2"),
                RateHypotheses.sparse("H3"),
                RateHypotheses.noiseless("H4"));
    }

    @Override
    public List<Claim> conclusion(RateInstance instance) {
        LayerByLayerBounds bounds = instance.boundsWithoutNoise();
        List<LayerByLayerBound> made = new ArrayList<>();
        List<Double> geometric = new ArrayList<>();
        boolean falling = true;
        for (int k = 1; k <= instance.chain().iterations() && falling; k++) {
            LayerByLayerBound bound = bounds.after(k);
            made.add(bound);
            geometric.add(NoiselessRateBound.error(bound, k));
            falling = !(bound.floor() < Double.POSITIVE_INFINITY && geometric.get(k - 1) <= bound.floor());
        }
        List<Claim> claims = new ArrayList<>();
        boolean halved = false;
        for (LayerByLayerRun run : LayerByLayerRun.of(instance, made)) {
            int k = run.iterations();
            int depth = instance.chain().depth();
            Interval error = run.error(depth);
            claims.add(new Claim.AtMost(Label.of("error").atStep(k), error,
                    Interval.of(run.bound().error(depth))));
            Interval exponential = Interval.of(geometric.get(k - 1)).plus(Interval.of(run.bound().floor()));
            claims.add(new Claim.AtMost(Label.of("exponential").atStep(k), error,
                    Interval.of(exponential.upper())));
            if (run.isHalvingTime(halved)) {
                claims.add(run.halved());
                halved = true;
            }
        }
        return claims;
    }

    @Override
    public Optional<ChainInstance> chain(RateInstance instance) {
        return Optional.of(instance.chain().chain());
    }

    @Override
    public RateInstance instance(Recipe recipe) {
        return RateInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return List.of(
                new Sharp.Tight(new NamedExample("noiseless-rate", "core7-clean"), Label.of("error"),
                        Label.of("exponential")),
                new Sharp.Tight(new NamedExample("noiseless-rate", "core7-column-clean"), Label.of("error")),
                new Sharp.Tight(new NamedExample("noiseless-rate", "core7-column-leaky"), Label.of("error")));
    }

    @Override
    public List<Broken> broken() {
        return List.of(
                new Broken("H1", new NamedExample("noiseless-rate", "relu-forgets")),
                new Broken("H2", new NamedExample("noiseless-rate", "core7-stalls")),
                new Broken("H3", new NamedExample("noiseless-rate", "core7-over-budget")),
                new Broken("H4", new NamedExample("noiseless-rate", "core7-noisy")));
    }
}
