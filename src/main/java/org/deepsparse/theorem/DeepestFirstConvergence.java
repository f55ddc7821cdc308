package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.activation.Identity;
import org.deepsparse.bound.DeepestFirstBound;
import org.deepsparse.bound.ListaCpBound;
import org.deepsparse.coding.Layer;
import org.deepsparse.decider.LayerHypotheses;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.DeepestDraw;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.ProductInstance;
import org.deepsparse.instance.RateExamples;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.DeepestFirst;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Deepest first converges: `deepest-first` (Li, Feng & Zhou 2024, Theorem 5)
///
/// Code the deepest layer straight from the signal, then compute the other layers from it. The error falls
/// at an exponential rate, and noise is not multiplied from layer to layer.
///
/// ## Setting
/// * `x_0 = y` is the signal; `D_j` is the dictionary of layer `j`, `x_j` its code and `e_j` its noise, for
///   `j = 1..J`: `x_{j-1} = D_j x_j + e_j`.
/// * `D[i..j]` is the product `D_i ... D_j`; the empty product is the identity.
/// * `A` is `D[1..J]` with every entry rounded to a double. `W` are analysis weights for `A`, with `mut` the
///   largest `abs(w_i^T a_l)`, i != l, and `delta` the largest `abs(w_i^T a_i - 1)`.
/// * `lambda_J >= 1` is the sparsity budget of the deepest layer and `B_J >= normInf(x_J)`.
/// * `t_j = sum_{i>j} D[j+1..i-1] e_i` is what the noise above layer j amounts to in layer j.
/// * `e = y - A x_J` is what it amounts to in the signal, the rounding of A included, and
///   `sigma >= abs(w_i^T e)` for all i.
/// * `M_j` is the largest column norm2 of `D[j+1..J]`; `M_J = 1`.
/// * `K` steps of LISTA-CP on A and y, with the thresholds of `lista-cp`, give `x~_J`. The others are
///   `x~_j = D[j+1..J] x~_J`.
///
/// ## Hypotheses
/// * **H1** every activation `rho_j` is the identity: else y is not the product of the dictionaries times
///   x_J.
/// * **H2** `q = (2 lambda_J - 1) mut + 2 lambda_J delta < 1`: a step shrinks the error. A zero column of A
///   has no weight with `w_i^T a_i = 1`, so mut is infinite and H2 fails.
/// * **H3** `norm0(x_J) <= lambda_J`: the thresholds rely on that budget.
///
/// ## Conclusion
/// For every layer j and every K
/// ```
/// norm2(x~_j - x_j) <= M_j (q^K lambda_J B_J + 2 lambda_J (sigma + tau)/(1 - q)) + norm2(t_j),
/// ```
/// where `tau` is the roundoff of `lista-cp`, 0 in exact arithmetic.
///
/// ## How it is checked
/// The deepest code is computed in plain doubles and the others as its exact products. They are compared with
/// the integer chain from which the signal was made: the error is measured without the formula. It is
/// compared at every K until the bound meets noise and roundoff. As soon as `q^K <= 1/2` the claim `halved`
/// says so for norm1 of the deepest error. H1 to H3 are decided exactly.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp, `unit-chain-1` to `unit-chain-5`: D_j = `[1]` and noise -1. The error is 2 in every depth.
/// * Sharp, `core7-one-noisy`: one atom with noise on it. The floor `2 sigma/(1 - q)` is reached.
/// * Sharp in both layers, `core7-under-twice-identity`: no noise, M_1 = 2.
/// * Sharp in both layers, `unit-chain-tail`: noise in the upper layer, which adds `norm2(t_1)` below.
/// * Broken without H1, `leaky-unnoticed`: a leaky ReLU that nobody inverts.
/// * Broken without H2, `cancelling-layers`: `D_1 D_2 = 0`; `core7-stalls`: q = 1.
/// * Broken without H3, `core7-over-budget`: two nonzeros where the budget is 1.
///
/// ## What is not claimed
/// Nothing is asked of the budgets of the other layers, and nothing is said about the sparsity of their
/// codes.
///
/// Proof: `proofs-notes/deepest-first.md`. Property: `DeepestFirstConvergenceProperties`.
public record DeepestFirstConvergence() implements Theorem<ProductInstance> {

    private static final String ID = "deepest-first";

    @Override
    public Statement statement() {
        return new Statement(
                ID,
                "coding the deepest layer first converges without amplifying noise",
                "Thm 5",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.ROUNDED,
                "norm2(x~_j - x_j) <= M_j (q^K lambda_J B_J + 2 lambda_J sigma/(1 - q)) + norm2(sum_{i>j} "
                        + "D[j+1..i-1] e_i)",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return new DeepestDraw(ListaCpConvergence::largestSparsity, ListaCpConvergence.MOST_ITERATIONS);
    }

    @Override
    public List<Hypothesis<ProductInstance>> hypotheses() {
        return List.of(
                new Hypothesis<>("H1", "rho_j = identity",
                        instance -> LayerHypotheses.least(instance.depth(), j -> {
                            Layer layer = instance.chain().layer(j);
                            return Decision.of(layer.activation() instanceof Identity,
                                    Evidence.Facts.of("layer", j, "rho", layer.activation().text()));
                        })),
                new Hypothesis<>("H2", "(2 lambda_J - 1) mut + 2 lambda_J delta < 1",
                        DeepestFirstConvergence::decideContraction),
                new Hypothesis<>("H3", "norm0(x_J) <= lambda_J", instance -> {
                    int nonzeros = instance.chain().truth(instance.depth()).sparsity();
                    int sparsity = instance.chain().sparsity(instance.depth());
                    return Decision.of(nonzeros <= sparsity,
                            Evidence.Facts.of("norm0", nonzeros, "lambda", sparsity));
                }));
    }

    /// H2. A zero column of the product has no weight with `w_i^T a_i = 1`: mut is infinite and the
    /// hypothesis does not hold.
    private static Decision decideContraction(ProductInstance instance) {
        int sparsity = instance.chain().sparsity(instance.depth());
        return instance.dictionary()
                .map(dictionary -> LayerHypotheses.contraction(instance.weights(), dictionary, sparsity))
                .orElse(Decision.of(false, Evidence.Facts.of("lambda", sparsity, "mut", "inf",
                        "zero column of D[1..J]", "one or more")));
    }

    @Override
    public List<Claim> conclusion(ProductInstance instance) {
        int depth = instance.depth();
        List<Layer> layers = instance.chain().layers();
        List<RationalVector> tails = instance.tails();
        List<Interval> largestColumns = IntStream.rangeClosed(1, depth).mapToObj(instance::largestColumn)
                .toList();
        ListaCpBound bound = instance.bound();
        ListaCp iteration = new ListaCp(instance.product(), instance.weights().matrix());
        List<Claim> claims = new ArrayList<>();
        ListaCpBound.State state = bound.start();
        double[] x = new double[instance.product().columns()];
        double[] signal = instance.chain().signal();
        int halving = bound.halvingTime(instance.chain().iterations());
        boolean falling = true;
        for (int k = 1; k <= instance.chain().iterations() && falling; k++) {
            x = iteration.step(x, signal, state.threshold());
            ListaCpBound.State next = bound.next(state);
            falling = next.error() < state.error();
            state = next;
            if (!Arrays.stream(x).allMatch(Double::isFinite)) {
                claims.add(new Claim.Decided(Label.of("error").atStep(k), Verdict.UNDECIDED,
                        new Evidence.Reason("the iterate overflows")));
                break;
            }
            List<RationalVector> codes = DeepestFirst.codes(x, layers);
            for (int j = 1; j <= depth; j++) {
                Interval error = codes.get(j - 1).minus(instance.chain().truth(j).entries()).squaredNorm()
                        .sqrtEnclosure();
                Interval allowed = DeepestFirstBound.error(
                        largestColumns.get(j - 1), bound.closedForm(state),
                        tails.get(j).squaredNorm().sqrtEnclosure());
                claims.add(new Claim.AtMost(Label.of("error").inLayer(j).atStep(k), error, allowed));
            }
            boolean stalled = bound.contraction() >= 1 && (!falling || k == instance.chain().iterations());
            if (stalled || k == halving) {
                claims.add(
                        ListaCpConvergence.halved(bound, state, instance.chain().truth(depth).distance1(x)));
            }
        }
        return claims;
    }

    @Override
    public Optional<ChainInstance> chain(ProductInstance instance) {
        return Optional.of(instance.chain().chain());
    }

    @Override
    public ProductInstance instance(Recipe recipe) {
        return ProductInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        List<Sharp> sharp = new ArrayList<>();
        for (int depth = 1; depth <= RateExamples.DEEPEST; depth++) {
            sharp.add(new Sharp.Tight(new NamedExample(ID, "unit-chain-" + depth)));
        }
        sharp.add(new Sharp.Tight(new NamedExample(ID, "core7-one-noisy")));
        for (String example : List.of("core7-under-twice-identity", "unit-chain-tail")) {
            sharp.add(new Sharp.Tight(new NamedExample(ID, example),
                    Label.of("error").inLayer(1), Label.of("error").inLayer(2)));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        return List.of(
                new Broken("H1", new NamedExample(ID, "leaky-unnoticed")),
                new Broken("H2", new NamedExample(ID, "cancelling-layers")),
                new Broken("H2", new NamedExample(ID, "core7-stalls")),
                new Broken("H3", new NamedExample(ID, "core7-over-budget")));
    }
}
