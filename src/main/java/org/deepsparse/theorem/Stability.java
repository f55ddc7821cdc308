package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.StabilityBound;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.ChainDraw;
import org.deepsparse.instance.ChainExamples;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Stability  (`stability`; Li, Feng, Zhou 2024, Thm 3)
/// Two sparse chains with small residuals are close.
///
/// **Hypotheses** (H1) l_j > 0  (H2) `lambda_j < (1 + 1/mu_j)/2`  (H3) both chains are within the budgets.
///
/// **Conclusion** `norm2(x^_j - x_j) <= Delta_j`,
/// `Delta_j = (eps_j + r_j + Delta_{j-1}) / (l_j c_j sqrt(1 - (2 lambda_j - 1) mu_j))`, Delta_0 = 0.
///
/// **Measured** as the distance between chains known by construction, exact in squares. **Decided** H1 to H3
/// exactly, conclusion enclosed.
///
/// **Sharp** Hadamard core and integer simplex, antipodal codes, the signal at the midpoint, any number of
/// identity layers above. **Broken** H1: ReLU; H2: repeated atom and core at lambda = (n + 1)/2, residual 0
/// and distance > 0. **Not claimed** best constants through the Babel function. **Proof**
/// proofs-notes/stability.md. **Property** StabilityProperties.
public record Stability() implements Theorem<ChainInstance> {

    @Override
    public Statement statement() {
        return new Statement(
                "stability",
                "sparse chains with small residuals are close",
                "Thm 3",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.ENCLOSED,
                "norm2(x^_j - x_j) <= Delta_j = (eps_j + r_j + Delta_{j-1}) / (l_j c_j sqrt(1 - (2 lambda_j "
                        + "- 1) mu_j))",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return ChainDraw.of(Uniqueness::largestSparsity, true);
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(
                ChainHypotheses.expanding("H1"), ChainHypotheses.incoherent("H2"),
                ChainHypotheses.sparse("H3"));
    }

    @Override
    public List<Claim> conclusion(ChainInstance instance) {
        if (instance.rival().isEmpty()) {
            return List.of(Answer.undecided("the instance has no second chain to compare with")
                    .as(Label.of("distance")));
        }
        Chain rival = instance.rival().get();
        List<Claim> claims = new ArrayList<>();
        Interval delta = Interval.ZERO;
        Optional<Rational> squaredDelta = Optional.of(Rational.ZERO);
        for (int j = 1; j <= instance.problem().depth(); j++) {
            Layer layer = instance.problem().layer(j);
            Rational tolerance = instance.problem().squaredTolerances().get(j - 1);
            Rational residual = instance.problem().squaredResidual(rival, j);
            delta = StabilityBound.distance(
                    tolerance.sqrtEnclosure(),
                    residual.sqrtEnclosure(),
                    delta,
                    layer.activation().lowerLipschitz(),
                    layer.dictionary().norms().smallest(),
                    layer.sparsityBudget(),
                    layer.dictionary().coherence().value());
            squaredDelta = squaredDelta.flatMap(below -> StabilityBound.squaredDistance(
                    List.of(tolerance, residual, below),
                    layer.activation().lowerSlope(),
                    layer.dictionary().norms().smallestSquared(),
                    layer.sparsityBudget(),
                    layer.dictionary().coherence().squared()));
            claims.add(claim(j, instance.truth().squaredDistance(rival, j), delta, squaredDelta));
        }
        return claims;
    }

    /// Enclosures decide unless the two are as good as equal. There the squares are compared, which are
    /// rational at every equality that is known.
    private static Claim claim(int j, Rational squaredDistance, Interval delta,
            Optional<Rational> squaredDelta) {
        Label label = Label.of("distance").inLayer(j);
        Claim enclosed = new Claim.AtMost(label, squaredDistance.sqrtEnclosure(), delta);
        return enclosed.verdict() == Verdict.UNDECIDED && squaredDelta.isPresent()
                ? Claim.AtMost.ofExact(label.named("distance^2/Delta^2"), squaredDistance,
                        squaredDelta.get())
                : enclosed;
    }

    @Override
    public Optional<ChainInstance> chain(ChainInstance instance) {
        return Optional.of(instance);
    }

    @Override
    public ChainInstance instance(Recipe recipe) {
        return ChainInstance.ofTwoChains(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        List<Sharp> sharp = new ArrayList<>();
        for (String example : List.of("core7-midpoint", "simplex4-midpoint")) {
            ChainExamples.underIdentities("stability", example)
                    .forEach(recipe -> sharp.add(new Sharp.Tight(recipe)));
        }
        for (String example : List.of("leaky-midpoint", "short-atom-midpoint")) {
            sharp.add(new Sharp.Tight(new NamedExample("stability", example)));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        ChainExamples.inEveryDepth("stability", "relu-forgets")
                .forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.inEveryDepth("stability", "repeated-atom")
                .forEach(recipe -> broken.add(new Broken("H2", recipe)));
        ChainExamples.inEveryDepth("stability", "core7-halves")
                .forEach(recipe -> broken.add(new Broken("H2", recipe)));
        ChainExamples.inEveryDepth("stability", "core7-four-for-three")
                .forEach(recipe -> broken.add(new Broken("H3", recipe)));
        return broken;
    }
}
