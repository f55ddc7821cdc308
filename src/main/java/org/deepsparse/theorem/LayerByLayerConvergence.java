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

/// # Layer by layer converges: `layer-by-layer` (Li, Feng & Zhou 2024, Theorem 6)
///
/// Code the first layer from the signal, the second from that code, and so on. The error falls at an
/// exponential rate, but what is wrong in one layer is multiplied in each later one.
///
/// ## Setting
/// * `x_0 = y` is the signal; `D_j` is the dictionary of layer `j`, `rho_j` its activation, `x_j` its code
///   and `e_j` its noise, for `j = 1..J`: `x_{j-1} = rho_j(D_j x_j) + e_j`. The noise is outside rho_j.
/// * `l_j` is the lower Lipschitz constant of rho_j: `abs(rho_j(a) - rho_j(b)) >= l_j abs(a - b)`.
/// * `W_j` are analysis weights for D_j, with `mut_j` and `delta_j` as in `lista-cp`;
///   `om1(W) = max_i norm1(w_i)` and `omInf(W) = max_i normInf(w_i)`.
/// * `lambda_j >= 1` is the sparsity budget of layer j and `B_j >= normInf(x_j)`.
/// * Stage j runs `K` steps of LISTA-CP with D_j and W_j on `rho_j^{-1}(x~_{j-1})` and gives `x~_j`. The
///   first one starts from `x~_0 = y`.
///
/// ## Hypotheses
/// * **H1** rho_j is continuous and `l_j > 0`: it can be inverted, and the inverse multiplies an error by at
///   most 1/l_j.
/// * **H2** `q_j = (2 lambda_j - 1) mut_j + 2 lambda_j delta_j < 1`: a step of stage j shrinks the error.
/// * **H3** `norm0(x_j) <= lambda_j`: the thresholds rely on the budgets.
///
/// ## Conclusion
/// For every layer j and every K `norm1(x~_j - x_j) <= F_j`, where `F_0 = 0` and
/// ```
/// F_j     = q_j^K lambda_j B_j + 2 lambda_j (sigma_j + tau_j)/(1 - q_j),
/// sigma_j = (om1(W_j) normInf(e_j) + omInf(W_j) F_{j-1})/l_j.
/// ```
/// `tau_j` is the roundoff of stage j, 0 in exact arithmetic. Where rho_j is the identity, the largest
/// `abs(w_i^T e_j)` stands for the first term of sigma_j. An error below is multiplied by
/// `2 lambda_j omInf(W_j)/(l_j (1 - q_j))`: that is the noise sensitivity of the method.
///
/// ## How it is checked
/// The codes are computed in plain doubles and compared with the integer chain from which the signal was
/// made. Signal, weights and thresholds are all that the computation is given, and the error is measured
/// without the formula. This is done for K = 1, 2, ... until the bounds meet noise and roundoff. The claim
/// `halved` is made for the first layer as soon as `q_1^K <= 1/2`. H1 to H3 are decided exactly.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp, `unit-chain-1` to `unit-chain-5`: D_j = `[1]` and noise -1. The errors are 2, 4, 8, 16, 32.
/// * Sharp, `leaky-noise-outside`: noise 1/8 behind slope 1/8 counts as noise 1.
/// * Sharp, `core7-noisy`: one layer, noise against every true entry.
/// * Sharp, `core3-column-2`, `core7-column-2`, `core15-column-2`: core_n under a column of (n - 1)/2 ones.
///   The error is n + 3, and twice that under one more layer `[1]` in `core7-column-3`.
/// * Sharp in both layers: `core7-column-clean` (no noise), `leaky-over-noise` (the factor 1/l_2), and
///   `core7-over-identity` (an error that meets omInf(W_2) with its full norm1).
/// * Broken without H1: `jump-gap` (not continuous) and `relu-forgets` (l = 0).
/// * Broken without H2, `core7-stalls`: q = 1, and every step returns to 0.
/// * Broken without H3, `core7-over-budget`: two nonzeros where the budget is 1.
///
/// ## What is not claimed
/// That no other method does better: `deepest-first` has error 2 on the same unit chains.
///
/// Proof: `proofs-notes/layer-by-layer.md`. Property: `LayerByLayerConvergenceProperties`.
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

    /// The bounds for K = 1, 2, ... up to the first K that improves the bound of no layer. More iterations
    /// would show nothing new.
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
