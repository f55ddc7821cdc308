package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.bound.LayerByLayerBound;
import org.deepsparse.bound.LayerByLayerBounds;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.ChainDraw;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.RateExamples;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;

/// # Layer by layer converges  (`layer-by-layer`; Li, Feng, Zhou 2024, Thm 6)
/// Coding one layer after the other reaches the chain at an exponential rate, but multiplies early errors at
/// each later layer.
///
/// **Hypotheses** (H1) rho_j continuous, l_j > 0 (H2) `(2 lambda_j - 1) mut_j + 2 lambda_j delta_j < 1` (H3)
/// `norm0(x_j) <= lambda_j`.
///
/// **Conclusion** `norm1(x~_j - x_j) <= F_j = q_j^K lambda_j B_j + 2 lambda_j sigma_j/(1 - q_j)`,
/// `sigma_j = (om1(W_j) normInf(e_j) + omInf(W_j) F_{j-1})/l_j`, noise outside the activation;
/// `max_i abs(w_i^T e_j)` in place of the first term where rho_j is the identity; roundoff in tau_j.
///
/// **Measured** on codes computed in plain doubles against integer chains, at every K until the bound meets
/// noise and roundoff. **Decided** H1 to H3 exactly, conclusion enclosed.
///
/// **Sharp** D_j = `[1]`: errors 2, 4, 8, 16, 32; a leaky ReLU with noise behind it; core_n under a column of
/// ones: n + 3. **Broken** H1: a jump, ReLU; H2: core_7 at s = 4; H3: a budget below the nonzeros. **Not
/// claimed** that no other method does better: `deepest-first` has error 2 on the same chains. **Proof**
/// proofs-notes/layer-by-layer.md. **Property** LayerByLayerConvergenceProperties.
public record LayerByLayerConvergence() implements Theorem<RateInstance> {

    @Override
    public Statement statement() {
        return new Statement(
                "layer-by-layer",
                "coding layer by layer converges and amplifies noise",
                "Thm 6",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.ROUNDED,
                "norm1(x~_j - x_j) <= F_j = q_j^K lambda_j B_j + 2 lambda_j (om1(W_j) normInf(e_j) + "
                        + "omInf(W_j) F_{j-1})/(l_j (1 - q_j))",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return new ChainDraw(ListaCpConvergence::largestSparsity, true, ListaCpConvergence.MOST_ITERATIONS,
                true);
    }

    @Override
    public List<Hypothesis<RateInstance>> hypotheses() {
        return List.of(RateHypotheses.invertible("H1"), RateHypotheses.contracting("H2"),
                RateHypotheses.sparse("H3"));
    }

    @Override
    public List<Claim> conclusion(RateInstance instance) {
        List<Claim> claims = new ArrayList<>();
        boolean halved = false;
        for (LayerByLayerRun run : LayerByLayerRun.of(instance, bounds(instance))) {
            int k = run.iterations();
            for (int j = 1; j <= instance.chain().depth(); j++) {
                claims.add(new Claim.AtMost(Label.of("error").inLayer(j).atStep(k), run.error(j),
                        Interval.of(run.bound().error(j))));
            }
            if (run.isHalvingTime(halved)) {
                claims.add(run.halved());
                halved = true;
            }
        }
        return claims;
    }

    /// For K = 1, 2, ... up to the first that improves on none of the layers.
    private static List<LayerByLayerBound> bounds(RateInstance instance) {
        LayerByLayerBounds bounds = instance.bounds();
        List<LayerByLayerBound> made = new ArrayList<>();
        LayerByLayerBound last = bounds.after(0);
        boolean falling = true;
        for (int k = 1; k <= instance.chain().iterations() && falling; k++) {
            LayerByLayerBound next = bounds.after(k);
            falling = next.improvesOn(last) || !next.isContracting();
            made.add(next);
            last = next;
        }
        return made;
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
        List<Sharp> sharp = new ArrayList<>();
        IntStream.rangeClosed(1, RateExamples.DEEPEST)
                .forEach(depth -> sharp
                        .add(new Sharp.Tight(new NamedExample("layer-by-layer", "unit-chain-" + depth))));
        sharp.add(new Sharp.Tight(new NamedExample("layer-by-layer", "leaky-noise-outside")));
        for (String example : List.of("core7-noisy", "core3-column-2", "core7-column-2",
                "core15-column-2", "core7-column-3")) {
            sharp.add(new Sharp.Tight(new NamedExample("layer-by-layer", example)));
        }
        for (String example : List.of("core7-column-clean", "leaky-over-noise", "core7-over-identity")) {
            sharp.add(new Sharp.Tight(new NamedExample("layer-by-layer", example),
                    Label.of("error").inLayer(1), Label.of("error").inLayer(2)));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        return List.of(
                new Broken("H1", new NamedExample("layer-by-layer", "jump-gap")),
                new Broken("H1", new NamedExample("layer-by-layer", "relu-forgets")),
                new Broken("H2", new NamedExample("layer-by-layer", "core7-stalls")),
                new Broken("H3", new NamedExample("layer-by-layer", "core7-over-budget")));
    }
}
