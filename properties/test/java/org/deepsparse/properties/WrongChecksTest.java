package org.deepsparse.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.deepsparse.activation.Identity;
import org.deepsparse.bound.StabilityBound;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.ProductInstance;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.instance.ThresholdInstance;
import org.deepsparse.instance.WeightedInstance;
import org.deepsparse.pursuit.ListaCp;
import org.deepsparse.report.Words;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.DeepestFirstConvergence;
import org.deepsparse.theorem.LayerByLayerConvergence;
import org.deepsparse.theorem.ListaCpConvergence;
import org.deepsparse.theorem.NoiselessRate;
import org.deepsparse.theorem.SoftThresholdIsRelu;
import org.deepsparse.theorem.Stability;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Uniqueness;
import org.deepsparse.theorem.WeightedL1Minimality;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.Sharpness;
import org.deepsparse.trial.Trial;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Wrong theorems and wrong implementations, each with the recipe and the claim that finds it out. A suite
/// that lets one of them through shows nothing.
class WrongChecksTest {

    private static void assertRejected(Check<?> check, Recipe recipe, String claim) {
        Judgement judgement = JudgedCase.of(check, recipe).judgement();
        String because = Words.because(judgement);
        assertEquals(Verdict.VIOLATED, judgement.verdict(), because);
        assertTrue(because.startsWith(claim), because);
    }

    private static Verdict verdict(Check<?> check, Recipe recipe) {
        return JudgedCase.of(check, recipe).judgement().verdict();
    }

    private static Recipe example(Theorem<?> theorem, String name) {
        return new NamedExample(theorem.id(), name);
    }

    /// `(2 lambda - 1) mu` replaced by something else in hypothesis H2.
    private static Check<ChainInstance> uniquenessWith(
            java.util.function.Function<ChainInstance, Decision> rule) {
        return new Wrong<>(new Uniqueness()) {
            @Override
            public List<Hypothesis<ChainInstance>> hypotheses() {
                return List.of(new Hypothesis<>("H2", "wrong", rule));
            }
        };
    }

    @Test
    void lessOrEqualForLessIsFoundByTheHalvesOfTheSimplex() {
        Check<ChainInstance> wrong = uniquenessWith(instance -> {
            Rational mu = instance.problem().layer(1).dictionary().coherence().squared();
            long factor = 2L * instance.problem().layer(1).sparsityBudget() - 1;
            return Decision.of(mu.times(factor * factor).compareTo(Rational.ONE) <= 0);
        });
        assertRejected(wrong, example(new Uniqueness(), "core7-halves"),
                "independent[1]: 0 = d_0 + d_1 + d_2 + d_3 + d_4 + d_5 + d_6 + d_7");
    }

    @Test
    void coherenceWithoutNormalisationIsFoundByShortAtoms() {
        Check<ChainInstance> wrong = uniquenessWith(instance -> {
            Dictionary dictionary = instance.problem().layer(1).dictionary();
            Rational largest = dictionary.innerProduct(0, 1).abs();
            return Decision.of(largest.compareTo(Rational.ONE) < 0);
        });
        // the repeated atom, 8 times shorter: its un-normalised "coherence" is 1/64
        ChainInstance repeated = new Uniqueness().instance(example(new Uniqueness(), "repeated-atom"));
        Dictionary shortened = Dictionary
                .of(org.deepsparse.linalg.Matrix.ofRows(new double[] {0.125, 0.125}));
        ChainInstance instance = ChainInstance.of(
                repeated.problem().signal().times(Rational.of(1, 8)),
                List.of(new Layer(shortened, new Identity(), 1)),
                repeated.truth(),
                repeated.rival());
        assertEquals(Verdict.HOLDS, wrong.hypotheses().get(0).decide(instance).verdict());
        assertTrue(wrong.conclusion(instance).stream()
                .anyMatch(claim -> claim.verdict() == Verdict.VIOLATED
                        && Words.of(claim).equals("0 = -d_0 + d_1")));
        assertEquals(Verdict.VIOLATED, new Uniqueness().hypotheses().get(1).decide(instance).verdict());
    }

    @Test
    void squaringWithoutLookingAtZeroSparsityIsFoundByTheRepeatedAtom() {
        Rational mu = MutualCoherence
                .of(Dictionary.of(org.deepsparse.linalg.Matrix.ofRows(new double[] {1, 1}))).squared();
        assertTrue(mu.times(1).compareTo(Rational.ONE) >= 0, "squared, lambda = 0 looks like lambda = 1");
        assertEquals(1, org.deepsparse.bound.UniquenessCondition.margin(0, mu).signum(),
                "lambda = 0 always passes");
    }

    private interface StabilityFormula {
        Interval delta(ChainInstance instance, Interval below, int j);
    }

    private static Check<ChainInstance> stabilityWith(StabilityFormula formula) {
        return new Wrong<>(new Stability()) {
            @Override
            public List<Claim> conclusion(ChainInstance instance) {
                Chain rival = instance.rival().orElseThrow();
                List<Claim> claims = new ArrayList<>();
                Interval delta = Interval.ZERO;
                for (int j = 1; j <= instance.problem().depth(); j++) {
                    delta = formula.delta(instance, delta, j);
                    claims.add(new Claim.AtMost(
                            Label.of("distance").inLayer(j),
                            instance.truth().squaredDistance(rival, j).sqrtEnclosure(), delta));
                }
                return claims;
            }
        };
    }

    /// The right formula with the constants of layer `constants`, `norm` in place of c and a factor.
    private static Interval delta(ChainInstance instance, Interval below, int j, int constants,
            Interval norm) {
        Layer layer = instance.problem().layer(constants);
        return StabilityBound.distance(
                instance.problem().squaredTolerances().get(j - 1).sqrtEnclosure(),
                instance.problem().squaredResidual(instance.rival().orElseThrow(), j).sqrtEnclosure(),
                below,
                layer.activation().lowerLipschitz(),
                norm,
                layer.sparsityBudget(),
                layer.dictionary().coherence().value());
    }

    @Test
    void boundScaledBy999PerMilleIsFoundByTheMidpoint() {
        Check<ChainInstance> wrong = stabilityWith(
                (instance, below,
                        j) -> delta(instance, below, j, j,
                                instance.problem().layer(j).dictionary().norms().smallest())
                                .times(0.999));
        assertRejected(wrong, example(new Stability(), "core7-midpoint"), "distance[1]: measured");
        assertTrue(!Sharpness.of(wrong).isComplete(), "the trial of sharp recipes finds it too");
    }

    @Test
    void missingAtomNormIsFoundByTheShortAtom() {
        Check<ChainInstance> wrong = stabilityWith(
                (instance, below, j) -> delta(instance, below, j, j, Interval.ONE));
        assertRejected(wrong, example(new Stability(), "short-atom-midpoint"),
                "distance[1]: measured 8.0, bound 1.0");
        assertTrue(verdict(new Stability(),
                example(new Stability(), "short-atom-midpoint")) != Verdict.VIOLATED);
    }

    @Test
    void constantsOfTheNextLayerAreFoundByRandomChains() {
        Check<ChainInstance> wrong = stabilityWith((instance, below, j) -> {
            int next = Math.min(j + 1, instance.problem().depth());
            return delta(instance, below, j, next,
                    instance.problem().layer(next).dictionary().norms().smallest());
        });
        Trial cases = new Trial(new Stability(), 0, 1);
        long rejected = IntStream.range(0, 400)
                .filter(i -> verdict(wrong, cases.recipe(i)) == Verdict.VIOLATED)
                .count();
        assertTrue(rejected > 0, "an off-by-one layer went through 400 random chains");
    }

    @Test
    void droppedSignIsFoundByNegativePoints() {
        Check<ThresholdInstance> wrong = new Wrong<>(new SoftThresholdIsRelu()) {
            @Override
            public List<Claim> conclusion(ThresholdInstance instance) {
                for (double t : instance.points()) {
                    double shrunk = Math.max(Math.abs(t) - instance.threshold(), 0); // sign(t) is missing
                    double neurons = Math.max(t - instance.threshold(), 0)
                            - Math.max(-t - instance.threshold(), 0);
                    if (shrunk != neurons) {
                        return List.of(new Claim.Decided(Label.of("double-identity"), Verdict.VIOLATED,
                                Evidence.Facts.of("t", t)));
                    }
                }
                return List.of(new Claim.Decided(Label.of("double-identity"), Verdict.HOLDS));
            }
        };
        assertRejected(wrong, example(new SoftThresholdIsRelu(), "beyond"), "double-identity: t = -5.0");
    }

    /// E_k and theta_k as on paper, computed in plain doubles as if there were no roundoff.
    @Test
    void thresholdsWithoutRoundoffAreFoundByTheWorstCase() {
        Check<ListaInstance> wrong = new Wrong<>(new ListaCpConvergence()) {
            @Override
            public List<Claim> conclusion(ListaInstance instance) {
                ListaCp lista = new ListaCp(instance.dictionary().matrix(), instance.weights().matrix());
                double[] x = new double[instance.dictionary().atoms()];
                double mut = 1.0 / 7;
                double sigma = 5.0 / 56;
                double tau = 1.0 / 16;
                double s = instance.sparsity();
                double error = s * instance.magnitude();
                List<Claim> claims = new ArrayList<>();
                for (int k = 1; k <= instance.iterations(); k++) {
                    x = lista.step(x, instance.signal(), mut * error + sigma + tau, instance.inner(),
                            instance.outer());
                    error = (2 * s - 1) * mut * error + 2 * s * (sigma + tau);
                    Interval measured = Interval.ZERO;
                    for (int i = 0; i < x.length; i++) {
                        measured = measured
                                .plus(Interval.of(x[i]).minus(instance.truth().get(i).enclosure()).abs());
                    }
                    claims.add(
                            new Claim.AtMost(Label.of("error-on-S").atStep(k), measured, Interval.of(error)));
                }
                return claims;
            }
        };
        assertRejected(wrong, example(new ListaCpConvergence(), "core7-worst-case"), "error-on-S[k=");
    }

    private interface RateFormula {
        Interval bound(Claim.AtMost right, int j, int k);
    }

    /// A rate theorem whose claims `error` have another bound.
    private static <I> Check<I> rateWith(Theorem<I> theorem, RateFormula formula) {
        return new Wrong<>(theorem) {
            @Override
            public List<Claim> conclusion(I instance) {
                return Claim.comparisons(super.conclusion(instance)).stream()
                        .filter(claim -> claim.label().name().equals("error"))
                        .<Claim>map(claim -> {
                            int j = claim.label().layer().orElse(1);
                            int k = claim.label().step().orElseThrow();
                            return new Claim.AtMost(claim.label(), claim.measured(),
                                    formula.bound(claim, j, k));
                        })
                        .toList();
            }
        };
    }

    /// C1 exp(-cK) + C2 normInf(e) as if only y were noisy: here y is exact, and the promise is 0.
    @Test
    void shortFormWithUpperLayerErrorsIsFound() {
        DeepestFirstConvergence right = new DeepestFirstConvergence();
        Check<ProductInstance> wrong = rateWith(right, (claim, j, k) -> Interval.ZERO);
        assertRejected(wrong, example(right, "upper-layer-error"), "error[1,k=1]: measured");
        assertEquals(Verdict.HOLDS, verdict(right, example(right, "upper-layer-error")));
    }

    /// sigma = normInf(e), as for noise inside the activation: slope 1/8 makes it eight times too small.
    @Test
    void insideFormulaForOutsideNoiseIsFound() {
        LayerByLayerConvergence right = new LayerByLayerConvergence();
        Check<RateInstance> wrong = rateWith(right, (claim, j, k) -> Interval.of(2 * 0.125));
        assertRejected(wrong, example(right, "leaky-noise-outside"), "error[1,k=1]: measured 2.0");
        assertEquals(Verdict.HOLDS, verdict(right, example(right, "leaky-noise-outside")));
    }

    /// Adding up the errors of the layers in place of multiplying them: 2 J.
    @Test
    void errorsThatAddUpAreFoundByTheThirdLayer() {
        LayerByLayerConvergence right = new LayerByLayerConvergence();
        Check<RateInstance> wrong = rateWith(right,
                (claim, j, k) -> claim.bound().times(2.0 * j).dividedBy(Interval.of(1 << j)));
        assertRejected(wrong, example(right, "unit-chain-3"), "error[3,k=1]: measured");
    }

    /// exp(-cK) with the largest rate of all layers in place of the smallest.
    @Test
    void rateOfTheFastestLayerIsFound() {
        NoiselessRate right = new NoiselessRate();
        Check<RateInstance> wrong = rateWith(right,
                (claim, j, k) -> claim.bound().times(Interval.of(0.5).power(k)));
        assertRejected(wrong, example(right, "core7-clean"), "error[k=1]: measured");
    }

    /// Any positive weights: the rival of the example is as cheap, then cheaper.
    @Test
    void arbitraryWeightsAreFoundByTheCheaperChain() {
        Check<WeightedInstance> wrong = new Wrong<>(new WeightedL1Minimality()) {
            @Override
            public List<Hypothesis<WeightedInstance>> hypotheses() {
                return List.of(new Hypothesis<>("H4", "om_J > 0", instance -> Decision.of(true)));
            }
        };
        assertUndercut(wrong, "equal-norm-chain-1-3", 42, 40);
        assertUndercut(wrong, "equal-norm-chain-1-2", 35, 35);
    }

    private static void assertUndercut(Check<WeightedInstance> wrong, String example, int cost, int rival) {
        Claim claim = JudgedCase.of(wrong, example(new WeightedL1Minimality(), example)).judgement().claims()
                .get(0);
        assertEquals(Label.of("joint-minimum"), claim.label());
        assertEquals(Verdict.VIOLATED, claim.verdict());
        List<Evidence> evidence = ((Claim.Decided) claim).evidence();
        assertTrue(evidence.contains(Evidence.Facts.of("cost", cost, "cost of the rival", rival)),
                evidence.toString());
    }
}
