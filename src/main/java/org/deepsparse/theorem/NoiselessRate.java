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

/// # Exponential rate without noise: `noiseless-rate` (Li, Feng & Zhou 2024, Corollary 7)
///
/// Without noise, coding layer by layer reaches the deepest code at an exponential rate, and one exponential
/// bounds it whatever the depth.
///
/// ## Setting
/// * That of `layer-by-layer`: `x_{j-1} = rho_j(D_j x_j) + e_j` for `j = 1..J`, weights `W_j`, budgets
///   `lambda_j >= 1`, `B_j >= normInf(x_j)`, and stage j runs `K` steps of LISTA-CP and gives `x~_j`.
/// * `mut_j` and `delta_j` belong to W_j as in `lista-cp`; `omInf(W)` is the largest normInf of a column.
/// * `l_j` is the lower Lipschitz constant of rho_j.
/// * `a_i = 2 lambda_i omInf(W_i)/(l_i (1 - q_i))` is what stage i makes of an error below it.
///
/// ## Hypotheses
/// * **H1** rho_j is continuous and `l_j > 0`: it can be inverted.
/// * **H2** `q_j = (2 lambda_j - 1) mut_j + 2 lambda_j delta_j < 1`: every stage converges.
/// * **H3** `norm0(x_j) <= lambda_j`: the thresholds rely on the budgets.
/// * **H4** `e_j = 0`: noise would stay, while the bound falls.
///
/// ## Conclusion
/// For every K >= 1
/// ```
/// norm1(x~_J - x_J) <= sum_j q_j^K lambda_j B_j prod_{i>j} a_i + R     claim `error`
///                   <= C exp(-cK) + R                                  claim `exponential`
/// ```
/// with `C = sum_j lambda_j B_j prod_{i>j} a_i` and `c = min_j(-ln q_j)` over the layers with q_j > 0. `R` is
/// the roundoff of the stages, amplified by the a_i of those above; it is 0 in exact arithmetic. The first
/// form is the sharper one.
///
/// ## How it is checked
/// The codes are computed in plain doubles and compared with the integer chain from which the signal was
/// made, at every K until the exponential has met roundoff. The error is measured without either formula. The
/// claim `halved` is made for the first layer as soon as `q_1^K <= 1/2`. H1 to H4 are decided exactly.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp in both forms, `core7-clean`: one layer, s = 3. The error is q^K s B.
/// * Sharp in the first form, `core7-column-clean` and `core7-column-leaky`: two layers, the second with the
///   identity and with a leaky ReLU of slope 1/2.
/// * Broken without H1, `relu-forgets`: a ReLU.
/// * Broken without H2, `core7-stalls`: q = 1, and every step returns to 0.
/// * Broken without H3, `core7-over-budget`: two nonzeros where the budget is 1.
/// * Broken without H4, `core7-noisy`: core_7 with noise.
///
/// ## What is not claimed
/// Anything about the network that computes the codes, or its depth.
///
/// Proof: `proofs-notes/noiseless-rate.md`. Property: `NoiselessRateProperties`.
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
