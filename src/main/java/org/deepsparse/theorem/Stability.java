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

/// # Stability of deep sparse codes: `stability` (Li, Feng & Zhou 2024, Theorem 3)
///
/// If two chains of codes are both sparse enough and both explain the signal up to small residuals, then they
/// are close to each other, layer by layer.
///
/// ## Setting
/// * `x_0 = y` is the signal, `D_j` the dictionary of layer `j` and `x_j` its code, for `j = 1..J`.
/// * `x^_j` is the code of another chain; both start from the same signal.
/// * `eps_j = norm2(x_{j-1} - rho_j(D_j x_j))` is the residual of the first chain in layer `j`, and `r_j`
///   that of the other.
/// * `c_j > 0` is the smallest norm of an atom of `D_j`, and `mu_j` the mutual coherence of `D_j`.
/// * `l_j` is the lower Lipschitz constant of `rho_j`: `abs(rho_j(a) - rho_j(b)) >= l_j abs(a - b)`.
///
/// ## Hypotheses
/// * **H1** `l_j > 0`: the activation loses nothing. ReLU maps -1 and -2 to the same 0.
/// * **H2** `lambda_j < (1 + 1/mu_j)/2`: the budget stays below the coherence limit.
/// * **H3** both chains keep to the budgets `lambda_j`.
///
/// ## Conclusion
/// `norm2(x^_j - x_j) <= Delta_j` for every layer, where `Delta_0 = 0` and
/// ```
///             eps_j + r_j + Delta_{j-1}
/// Delta_j = ---------------------------------------
///           l_j c_j sqrt(1 - (2 lambda_j - 1) mu_j)
/// ```
///
/// ## How it is checked
/// The distance is measured between two chains that are known by construction, exactly, in squares. It never
/// touches the formula. Random cases without noise are pairs of codes that are as far apart as `2 lambda`
/// atoms allow, with the signal halfway between; they come as near the bound as the sharp cases do.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp: three atoms of core_7 against three others, the signal at the midpoint (`core7-midpoint`,
///   `simplex4-midpoint`, under any number of identity layers); a leaky ReLU (`leaky-midpoint`); a short atom
///   (`short-atom-midpoint`). Equality is decided in squares.
/// * H1: `relu-forgets`. H2: `repeated-atom` and `core7-halves`, residual 0 and distance > 0. H3: four
///   nonzeros where three are allowed (`core7-four-for-three`).
///
/// Not claimed: best constants through the Babel function. Proof: `proofs-notes/stability.md`. Property:
/// `StabilityProperties`.
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
