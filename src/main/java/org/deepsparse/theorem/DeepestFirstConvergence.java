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

/// # Deepest first converges  (`deepest-first`; Li, Feng, Zhou 2024, Thm 5)
/// Coding the deepest layer straight from the signal, then synthesising the others, converges at an
/// exponential rate without multiplying noise from layer to layer.
///
/// **Hypotheses** (H1) rho_j = identity (H2) A = D[1..J] has no zero column (H3)
/// `(2 lambda_J - 1) mut_W(A) + 2 lambda_J delta < 1` (H4) `norm0(x_J) <= lambda_J`.
///
/// **Conclusion** `norm2(x~_j - x_j) <= M_j (q^K lambda_J B_J + 2 lambda_J sigma/(1 - q)) + norm2(sum_{i>j}
/// D[j+1..i-1] e_i)`, M_j the largest column norm2 of D[j+1..J], `sigma >= abs(w_i^T e)`, `e = sum_j
/// D[1..j-1] e_j`; the rounding of A is part of e.
///
/// **Measured** on the deepest code computed in plain doubles and its exact products, against integer chains,
/// at every K until the bound meets noise and roundoff. **Decided** H1 to H4 exactly, conclusion enclosed.
///
/// **Sharp** D_j = `[1]`: error 2 in every depth. **Broken** H1: a leaky ReLU nobody inverts; H2: layers that
/// cancel; H3: core_7 at s = 4; H4: a budget below the nonzeros. **Not claimed** anything about the budgets
/// of the other layers. **Proof** proofs-notes/deepest-first.md. **Property**
/// DeepestFirstConvergenceProperties.
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

    /// A zero column of the product has no feasible weights: mut is infinite.
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
