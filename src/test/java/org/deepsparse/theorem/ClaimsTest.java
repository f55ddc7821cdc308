package org.deepsparse.theorem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsparse.activation.Identity;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.decider.LayerHypotheses;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.instance.ThresholdInstance;
import org.deepsparse.instance.WeightedInstance;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is claimed about a case, claim by claim. A loop that ends one step early or a claim that is left out
/// makes a theorem weaker, and no law about verdicts would notice.
class ClaimsTest {

    private static <I> List<Claim> claims(Theorem<I> theorem, String example) {
        return theorem.conclusion(theorem.instance(new NamedExample(theorem.id(), example)));
    }

    private static List<String> labels(List<Claim> claims) {
        return claims.stream().map(claim -> claim.label().toString()).toList();
    }

    private static <I> Decision decision(Theorem<I> theorem, String hypothesis, String example) {
        I instance = theorem.instance(new NamedExample(theorem.id(), example));
        return theorem.hypotheses().stream().filter(h -> h.name().equals(hypothesis)).findFirst()
                .orElseThrow().decide(instance);
    }

    private static List<Evidence> evidence(Claim claim) {
        return ((Claim.Decided) claim).evidence();
    }

    private static List<Evidence> facts(Object... namesAndValues) {
        return List.of(Evidence.Facts.of(namesAndValues));
    }

    private static ChainInstance without(ChainInstance instance) {
        return ChainInstance.of(instance.problem().signal(), instance.problem().layers(), instance.truth(),
                Optional.empty());
    }

    private static ChainInstance chain(String example) {
        return ChainInstance.of(new NamedExample("uniqueness", example));
    }

    @Test
    void listaCpIsHeldToItsBoundsAtEveryStep() {
        List<String> expected = new ArrayList<>();
        for (int k = 1; k <= 40; k++) {
            expected.addAll(List.of("error-on-S[k=" + k + "]", "closed-form[k=" + k + "]"));
            if (k == 3) {
                expected.add("halved[k=3]");
            }
        }
        expected.add("no-false-positive");
        assertEquals(expected, labels(claims(new ListaCpConvergence(), "core7-worst-case")));
    }

    @Test
    void withoutContractionHalvingIsClaimedAtTheEndAndWithoutAFloor() {
        List<Claim> claims = claims(new ListaCpConvergence(), "core7-stalls");
        assertTrue(labels(claims).stream().noneMatch(label -> label.startsWith("closed-form")));
        Claim.AtMost halved = (Claim.AtMost) claims.get(claims.size() - 2);
        assertEquals(Label.of("halved").atStep(halved.label().step().orElseThrow()), halved.label());
        assertEquals(Interval.of(200), halved.bound(), "half of 4 * 100");
        assertEquals(Verdict.VIOLATED, halved.verdict());
        assertEquals(1, labels(claims).stream().filter(label -> label.startsWith("halved")).count());
    }

    @Test
    void entriesOffTheSetAreCountedWhereNothingIsAddedBehindTheThreshold() {
        List<Claim> low = claims(new ListaCpConvergence(), "core7-low-threshold");
        Claim last = low.get(low.size() - 1);
        assertEquals(List.of(Label.of("no-false-positive"), Verdict.VIOLATED),
                List.of(last.label(), last.verdict()));
        Evidence.Facts off = (Evidence.Facts) evidence(last).get(0);
        assertEquals("entries off S at k", off.facts().get(0).name());
        assertTrue(off.facts().get(0).value().startsWith("[1"), off.facts().get(0).value());
        List<String> outer = labels(claims(new ListaCpConvergence(), "core7-short-set"));
        assertFalse(outer.contains("no-false-positive"));
        assertEquals(List.of("error-on-S[k=1]", "error-off-S[k=1]", "closed-form[k=1]"), outer.subList(0, 3));
    }

    @Test
    void theSetMustHaveTheRightSizeAndContainTheSupport() {
        assertEquals(
                facts("elements of S", 3, "s", 3, "supp x*", "inside S"),
                decision(new ListaCpConvergence(), "H1", "core7-worst-case").evidence());
        assertEquals(
                Interval.of(-1), decision(new ListaCpConvergence(), "H1", "core7-short-set").margin());
        assertEquals(
                facts("normInf(x*)", 100, "B", 100.0),
                decision(new ListaCpConvergence(), "H2", "core7-worst-case").evidence());
        assertEquals(Verdict.HOLDS, decision(new ListaCpConvergence(), "H2", "core7-worst-case").verdict());
    }

    /// Two layers `[1]`, threshold and noise of 2^0: the bound stops falling when only roundoff is left.
    @Test
    void deepestFirstIsHeldToItsBoundInEveryLayer() {
        List<String> labels = labels(claims(new DeepestFirstConvergence(), "unit-chain-2"));
        assertEquals(
                List.of("error[1,k=1]", "error[2,k=1]", "halved[k=1]", "error[1,k=2]", "error[2,k=2]",
                        "error[1,k=3]", "error[2,k=3]"),
                labels);
        List<Claim> stalls = claims(new DeepestFirstConvergence(), "core7-stalls");
        Claim.AtMost halved = (Claim.AtMost) stalls.get(stalls.size() - 1);
        assertEquals("halved", halved.label().name());
        assertEquals(1, labels(stalls).stream().filter(label -> label.startsWith("halved")).count());
        assertEquals(Verdict.VIOLATED, halved.verdict());
        Decision cancelled = decision(new DeepestFirstConvergence(), "H2", "cancelling-layers");
        assertEquals(Verdict.VIOLATED, cancelled.verdict());
        assertEquals(facts("lambda", 1, "mut", "inf", "zero column of D[1..J]", "one or more"),
                cancelled.evidence());
        assertEquals(Verdict.HOLDS, decision(new DeepestFirstConvergence(), "H3", "unit-chain-2").verdict());
    }

    @Test
    void layerByLayerIsHeldToItsBoundInEveryLayer() {
        assertEquals(
                List.of("error[1,k=1]", "error[2,k=1]", "halved[k=1]", "error[1,k=2]", "error[2,k=2]"),
                labels(claims(new LayerByLayerConvergence(), "unit-chain-2")));
        List<Claim> stalls = claims(new LayerByLayerConvergence(), "core7-stalls");
        List<String> expected = new ArrayList<>(
                IntStream.rangeClosed(1, 300).mapToObj(k -> "error[1,k=" + k + "]").toList());
        expected.add("halved[k=300]");
        assertEquals(expected, labels(stalls));
        assertEquals(Interval.of(200), ((Claim.AtMost) stalls.get(300)).bound(), "no floor");
        assertEquals(
                facts("layer", 1, "rho", "jump", "continuous", false, "l", 1),
                decision(new LayerByLayerConvergence(), "H1", "jump-gap").evidence());
        assertEquals(
                facts("layer", 1, "rho", "identity", "continuous", true, "l", 1),
                decision(new LayerByLayerConvergence(), "H1", "unit-chain-2").evidence());
    }

    @Test
    void theNoiselessRateIsHeldToUntilRoundoff() {
        List<String> expected = new ArrayList<>(IntStream.rangeClosed(1, 84).boxed()
                .flatMap(k -> Stream.of("error[k=" + k + "]", "exponential[k=" + k + "]")).toList());
        expected.add(6, "halved[k=3]");
        assertEquals(expected, labels(claims(new NoiselessRate(), "core7-clean")));
        List<String> stalls = labels(claims(new NoiselessRate(), "core7-stalls"));
        assertEquals("halved[k=300]", stalls.get(stalls.size() - 1));
        assertEquals(601, stalls.size());
    }

    @Test
    void softThresholdingIsTriedAtEveryPoint() {
        SoftThresholdIsRelu theorem = new SoftThresholdIsRelu();
        List<String> expected = List.of("two-neurons", "correctly-rounded", "odd", "1-lipschitz", "prox",
                "moves-at-most-a", "bends-both-ways", "one-neuron-differs");
        assertEquals(expected, labels(claims(theorem, "beyond")));
        assertEquals(facts("t", 0.5), evidence(claims(theorem, "negative").get(0)));
        assertEquals(Verdict.UNDECIDED,
                theorem.conclusion(new ThresholdInstance(1, new double[0], List.of())).get(0).verdict(),
                "no point");
        Claim.AtMost moved = (Claim.AtMost) theorem
                .conclusion(new ThresholdInstance(2, new double[] {-1.5, 0.5}, List.of())).get(5);
        assertEquals(List.of(Interval.of(0.75), Interval.ONE), List.of(moved.measured(), moved.bound()));
        List<Claim> zero = theorem
                .conclusion(new ThresholdInstance(0, new double[] {0.0, -0.0, 3, -3}, List.of()));
        assertTrue(zero.stream().allMatch(claim -> claim.verdict() == Verdict.HOLDS),
                "a = 0 changes nothing");
        assertEquals(Verdict.HOLDS,
                theorem.hypotheses().get(0).decide(new ThresholdInstance(0, new double[0], List.of()))
                        .verdict());
        // outside the hypothesis: T_{-1}(t) = t + sign(t), which is neither the network nor 1-Lipschitz
        List<Claim> negative = theorem
                .conclusion(new ThresholdInstance(-1, new double[] {-0.25, 0.25}, List.of()));
        assertEquals(
                List.of(Verdict.VIOLATED, Verdict.HOLDS, Verdict.HOLDS, Verdict.VIOLATED, Verdict.HOLDS,
                        Verdict.VIOLATED),
                negative.stream().map(Claim::verdict).toList());
    }

    @Test
    void dictionariesAreHeldToOneClaimForEachSize() {
        assertEquals(
                IntStream.rangeClosed(1, 7).mapToObj(k -> "mu1/mu[k=" + k + "]").toList(),
                labels(claims(new BabelBound(), "core-7")));
        List<Claim> orthogonal = new BabelBound().conclusion(new StandardBasis(3).dictionary());
        assertEquals(List.of("mu1[k=1]", "mu1[k=2]"), labels(orthogonal));
        assertTrue(orthogonal.stream().allMatch(claim -> claim.verdict() == Verdict.HOLDS));
        assertEquals(List.of("mu1"), labels(new BabelBound().conclusion(new StandardBasis(1).dictionary())));
        List<Claim> spark = claims(new SparkBound(), "block-diagonal");
        assertEquals(List.of("babel-bound", "coherence-bound"), labels(spark));
        List<Claim> welch = claims(new WelchBound(), "core-7");
        assertEquals(List.of("welch^2/mu^2", "equality-iff-frame"), labels(welch));
        assertEquals(facts("bound attained", true, "equiangular tight frame", true), evidence(welch.get(1)));
        assertEquals(
                facts("bound attained", false, "equiangular tight frame", false),
                evidence(new WelchBound().conclusion(new IdentityHadamard(4).dictionary()).get(1)));
    }

    @Test
    void theWelchLowerBoundNeedsEnoughAtoms() {
        var hypothesis = new WelchBound().hypotheses().get(0);
        assertEquals(new Decision(Verdict.HOLDS, Interval.ONE, Evidence.Facts.of("rows", 2, "atoms", 2)),
                hypothesis.decide(new StandardBasis(2).dictionary()));
        assertEquals(Verdict.VIOLATED, hypothesis.decide(new StandardBasis(1).dictionary()).verdict());
        Dictionary two = Dictionary
                .of(Matrix.ofRows(new double[] {1, 0}, new double[] {0, 1}, new double[] {0, 0}));
        assertEquals(
                new Decision(Verdict.VIOLATED, Interval.of(-1), Evidence.Facts.of("rows", 3, "atoms", 2)),
                hypothesis.decide(two));
        assertEquals(Interval.of(2),
                hypothesis.decide(new Steiner(7).dictionary()).margin().minus(Interval.of(20)));
    }

    @Test
    void chainsAreSearchedWhereTheSearchIsSmall() {
        List<Claim> halves = claims(new Uniqueness(), "core7-halves");
        assertEquals(List.of("independent[1]", "only-chain"), labels(halves));
        ChainInstance instance = chain("core7-halves");
        Evidence.RivalChain named = new Evidence.RivalChain(instance.truth().entries(),
                instance.rival().orElseThrow().entries());
        assertEquals(List.of(named), evidence(halves.get(1)), "the rival that is named");
        List<Claim> alone = new Uniqueness().conclusion(without(instance));
        assertEquals(List.of("independent[1]", "only-chain"), labels(alone));
        assertEquals(Verdict.VIOLATED, alone.get(1).verdict(), "the search finds what nobody told it");
        assertEquals(List.of("independent[1]", "only-chain"),
                labels(claims(new Uniqueness(), "relu-forgets")), "no search under a ReLU");
        assertEquals(
                List.of("independent[1]"),
                labels(new Uniqueness().conclusion(without(chain("relu-forgets")))),
                "and nothing without a rival");
    }

    @Test
    void aRivalThatIsTheTruthIsNoWitness() {
        ChainInstance forgets = chain("relu-forgets");
        ChainInstance same = ChainInstance.of(
                forgets.problem().signal(), forgets.problem().layers(), forgets.truth(),
                Optional.of(forgets.truth()));
        assertEquals(List.of("independent[1]"), labels(new Uniqueness().conclusion(same)));
        assertEquals(Verdict.UNDECIDED, new L1Equivalence().conclusion(same).get(0).verdict());
        assertEquals(Verdict.UNDECIDED, new L1Equivalence().conclusion(without(forgets)).get(0).verdict());
        assertEquals(Verdict.VIOLATED, new L1Equivalence().conclusion(forgets).get(0).verdict());
    }

    /// The signal of ones on the first `sparsity` atoms.
    private static ChainInstance oneLayer(Dictionary dictionary, int sparsity) {
        double[] entries = new double[dictionary.atoms()];
        Arrays.fill(entries, 0, sparsity, 1);
        Layer layer = new Layer(dictionary, new Identity(), sparsity);
        SparseCode truth = SparseCode.of(entries);
        return ChainInstance.of(layer.synthesize(truth), List.of(layer), new Chain(List.of(truth)),
                Optional.empty());
    }

    @Test
    void basisPursuitAndTheSearchSpeakAboutEveryLayer() {
        List<Claim> halves = claims(new L1Equivalence(), "core7-halves");
        assertEquals(List.of("l1-unique[1]", "sparsest[1]"), labels(halves));
        assertEquals(Verdict.VIOLATED, halves.get(1).verdict());
        Evidence.RivalCode asSparse = (Evidence.RivalCode) evidence(halves.get(1)).get(0);
        assertEquals(chain("core7-halves").truth().entries().get(0), asSparse.code());
        assertEquals(4, asSparse.rival().support().length);
        assertEquals(Verdict.HOLDS,
                new L1Equivalence().conclusion(oneLayer(new Core(7).dictionary(), 3)).get(1).verdict());
        // 28 atoms have 3,683 supports of up to 3: too many to search, and 6 atoms are dependent
        Claim steiner = new L1Equivalence().conclusion(oneLayer(new Steiner(7).dictionary(), 3)).get(1);
        assertTrue(evidence(steiner).get(0) instanceof Evidence.Dependence,
                () -> evidence(steiner).toString());
        assertEquals(Verdict.UNDECIDED, steiner.verdict(),
                "this signal may still have one sparsest code only");
        List<Claim> deep = claims(new L1Equivalence(), new L1Equivalence().sharp().stream()
                .map(Sharp::recipe)
                .map(recipe -> ((NamedExample) recipe).name())
                .filter(name -> name.startsWith("core7-halves") && !name.equals("core7-halves"))
                .findFirst()
                .orElseThrow());
        assertEquals(0, deep.size() % 2);
        assertTrue(deep.size() >= 4 && labels(deep)
                .containsAll(List.of("l1-unique[1]", "sparsest[1]", "l1-unique[2]", "sparsest[2]")));
    }

    /// With tolerances a second chain refutes if it is a second one and solves the problem.
    @Test
    void withTolerancesOnlyASecondSolutionRefutes() {
        ChainInstance midpoint = chain("core7-midpoint");
        Chain dense = new Chain(List.of(SparseCode.of(1, 1, 1, 1, 0, 0, 0, 0)));
        assertEquals(Verdict.VIOLATED, onlyChain(midpoint, midpoint.rival()));
        assertEquals(Verdict.UNDECIDED, onlyChain(midpoint, Optional.of(midpoint.truth())));
        assertEquals(Verdict.UNDECIDED, onlyChain(midpoint, Optional.of(dense)));
        assertEquals(Verdict.UNDECIDED, onlyChain(midpoint, Optional.empty()));
    }

    private static Verdict onlyChain(ChainInstance instance, Optional<Chain> rival) {
        ChainInstance other = new ChainInstance(instance.problem(), instance.truth(), rival);
        return new Uniqueness().conclusion(other).stream()
                .filter(claim -> claim.label().equals(Label.of("only-chain")))
                .findFirst().orElseThrow().verdict();
    }

    /// Depths, supports and working layers are counted in what a theorem shows of its instance.
    @Test
    void theoremsAboutChainsShowThem() {
        assertEquals(
                List.of("uniqueness", "l1-equivalence", "weighted-l1", "stability", "deepest-first",
                        "layer-by-layer", "noiseless-rate", "omp-exact"),
                Theorems.all().stream().filter(ClaimsTest::showsChain).map(Theorem::id).toList());
    }

    private static <I> boolean showsChain(Theorem<I> theorem) {
        return theorem.chain(theorem.instance(theorem.sharp().get(0).recipe())).isPresent();
    }

    @Test
    void stabilityComparesEveryLayerAndNeedsAnotherChain() {
        assertEquals(List.of("distance[1]"), labels(claims(new Stability(), "core7-halves")));
        assertEquals(List.of("distance^2/Delta^2[1]", "distance^2/Delta^2[2]"),
                labels(claims(new Stability(), "core7-midpoint-below-2")));
        Claim none = new Stability().conclusion(without(chain("core7-midpoint"))).get(0);
        assertEquals(List.of(Label.of("distance"), Verdict.UNDECIDED), List.of(none.label(), none.verdict()));
    }

    @Test
    void orthogonalMatchingPursuitTakesOneLayer() {
        OmpExact theorem = new OmpExact();
        Claim recovered = theorem
                .conclusion(ChainInstance.of(new NamedExample("omp-exact", "core7-midpoint"))).get(0);
        assertEquals(Label.of("recovered"), recovered.label());
        Evidence.RivalCode codes = (Evidence.RivalCode) evidence(recovered).get(0);
        assertEquals(chain("core7-midpoint").truth().entries().get(0), codes.code());
        assertNotEquals(codes.code(), codes.rival());
        assertEquals(facts("steps", 3),
                evidence(theorem.conclusion(oneLayer(new Core(7).dictionary(), 3)).get(0)));
        NamedExample deep = new NamedExample("omp-exact", "relu-forgets-below-2");
        String message = assertThrows(IllegalArgumentException.class, () -> theorem.instance(deep))
                .getMessage();
        assertEquals(
                "omp-exact takes one layer without an activation, but "
                        + "omp-exact:example=relu-forgets-below-2 has 2, the first with relu",
                message);
        assertThrows(IllegalArgumentException.class,
                () -> theorem.instance(Recipe.parse("omp-exact:seed=1/core(7):1/identity(8):1")));
    }

    /// Costs of truth and rival: 1-1 is met, at 1-2 both cost 35, at 1-3 the truth costs 42.
    @Test
    void aCheaperChainIsAWitnessAgainstTheWeights() {
        WeightedL1Minimality theorem = new WeightedL1Minimality();
        assertTrue(evidence(claims(theorem, "equal-norm-chain-1-2").get(0))
                .contains(Evidence.Facts.of("cost", 35, "cost of the rival", 35)));
        WeightedInstance equal = theorem.instance(new NamedExample("weighted-l1", "equal-norm-chain-1-2"));
        Chain truth = equal.chain().truth();
        ChainInstance same = ChainInstance.of(equal.chain().problem().signal(),
                equal.chain().problem().layers(), truth,
                Optional.of(truth));
        WeightedInstance twice = new WeightedInstance(same, List.of(Rational.of(8), Rational.ONE));
        Claim claim = theorem.conclusion(twice).get(0);
        assertEquals(Verdict.HOLDS, claim.verdict(), "the truth is no rival of itself");
        assertTrue(evidence(claim).get(0) instanceof Evidence.DualVector, () -> evidence(claim).toString());
    }

    @Test
    void theLayerWithTheLeastMarginDecidesAndTheFirstOfEquals() {
        double[] margins = {3, 1, 2, 1};
        Decision least = LayerHypotheses.least(
                4, j -> Decision.positive(Interval.of(margins[j - 1]), Evidence.Facts.of("layer", j)));
        assertEquals(facts("layer", 2), least.evidence());
        assertEquals(facts("layer", 1),
                LayerHypotheses.least(1, j -> Decision.of(true, Evidence.Facts.of("layer", j))).evidence());
        assertEquals(
                facts("layer", 3),
                LayerHypotheses
                        .least(3, j -> Decision.positive(Interval.of(4 - j), Evidence.Facts.of("layer", j)))
                        .evidence());
    }

    /// A label names one assertion: nothing in a judgement has the name of something else.
    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void labelsAreUniqueWithinAConclusion(Theorem<?> theorem) {
        Stream<Recipe> sharp = theorem.sharp().stream().map(Sharp::recipe);
        Stream<Recipe> broken = theorem.broken().stream().map(Broken::recipe);
        Stream.concat(sharp, broken).forEach(recipe -> {
            List<Label> labels = conclusion(theorem, recipe).stream().map(Claim::label).toList();
            assertEquals(labels.stream().distinct().toList(), labels, recipe.text());
            assertEquals(labels.size(), labels.stream().map(Label::toString).distinct().count(),
                    recipe.text());
        });
    }

    static Stream<Theorem<?>> theorems() {
        return Theorems.all().stream();
    }

    private static <I> List<Claim> conclusion(Theorem<I> theorem, Recipe recipe) {
        return theorem.conclusion(theorem.instance(recipe));
    }

    @Test
    void theoremsAreFoundById() {
        assertEquals(new Stability(), Theorems.named("stability"));
        String message = assertThrows(IllegalArgumentException.class, () -> Theorems.named("stabilty"))
                .getMessage();
        assertTrue(message.startsWith("unknown theorem 'stabilty'; known: uniqueness, l1-equivalence, "),
                message);
    }

    /// Id, number of sharp and of broken cases: a family of cases that is dropped makes a theorem less tried,
    /// and everything stays green.
    @Test
    void everyFamilyOfCasesIsThere() {
        assertEquals(
                List.of("uniqueness 21 28", "l1-equivalence 21 35", "weighted-l1 12 29", "stability 10 28",
                        "soft-threshold-relu 1 1",
                        "lista-cp 3 4", "deepest-first 8 4", "layer-by-layer 14 4", "noiseless-rate 3 4",
                        "spark-bound 4 0",
                        "welch-bound 3 1",
                        "babel-bound 3 0", "omp-exact 2 2"),
                Theorems.all().stream()
                        .map(theorem -> theorem.id() + " " + theorem.sharp().size() + " "
                                + theorem.broken().size())
                        .toList());
    }

    @Test
    void aSetWithoutTheSupportIsRefused() {
        ListaCpConvergence theorem = new ListaCpConvergence();
        ListaInstance right = theorem.instance(new NamedExample("lista-cp", "core7-worst-case"));
        ListaInstance elsewhere = new ListaInstance(
                right.dictionary(), right.weights(), right.truth(), new int[] {1, 6, 7}, 3, right.signal(),
                right.magnitude(),
                right.inner(), right.outer(), right.thresholds());
        Decision decision = theorem.hypotheses().get(0).decide(elsewhere);
        assertEquals(Verdict.VIOLATED, decision.verdict());
        assertEquals(facts("elements of S", 3, "s", 3, "supp x*", "not inside S"), decision.evidence());
    }

    @Test
    void aRivalOverTheBudgetIsRefused() {
        ChainInstance midpoint = chain("core7-midpoint");
        Chain dense = new Chain(List.of(SparseCode.of(1, 1, 1, 1, 0, 0, 0, 0)));
        ChainInstance over = ChainInstance.of(
                midpoint.problem().signal(), midpoint.problem().layers(), midpoint.truth(),
                Optional.of(dense));
        Decision decision = new Stability().hypotheses().get(2).decide(over);
        assertEquals(Verdict.VIOLATED, decision.verdict());
        assertEquals(facts("layer", 1, "norm0", 4, "lambda", 3), decision.evidence());
    }

    /// Draws are steered to the largest sparsity inside the hypotheses: with less, random cases would be
    /// easier than they need be.
    @Test
    void drawsReachTheEdgeOfTheHypotheses() {
        assertEquals(3, Uniqueness.largestSparsity(new Core(7).dictionary()));
        assertEquals(3, ListaCpConvergence.largestSparsity(new Core(7).dictionary()));
        assertEquals(2, ListaCpConvergence.largestSparsity(new Simplex(4).dictionary()));
        assertEquals(5, ListaCpConvergence.largestSparsity(new StandardBasis(5).dictionary()),
                "no more than atoms");
        Dictionary unequal = Dictionary.of(Matrix.ofRows(new double[] {1, 0, 2}, new double[] {0, 4, 2}));
        assertEquals(0, ListaCpConvergence.largestSparsity(unequal), "mu C/c = 2 sqrt 2");
    }

    /// Three layers: the one with the least slack decides, and is named.
    @Test
    void weightsAreComparedLayerByLayer() {
        WeightedL1Minimality theorem = new WeightedL1Minimality();
        NamedExample deep = theorem.sharp().stream()
                .map(sharp -> (NamedExample) sharp.recipe())
                .filter(example -> theorem.instance(example).weights().size() == 3)
                .findFirst()
                .orElseThrow();
        WeightedInstance chain = theorem.instance(deep);
        Rational least = chain.weights().get(1);
        for (int low = 1; low <= 2; low++) {
            List<Rational> weights = new ArrayList<>(
                    List.of(least.times(1L << 40), least.times(1L << 20), Rational.ONE));
            weights.set(low - 1, weights.get(low).dividedBy(Rational.of(1L << 10)));
            Decision decision = theorem.hypotheses().get(3)
                    .decide(new WeightedInstance(chain.chain(), weights));
            assertEquals(Verdict.VIOLATED, decision.verdict());
            Evidence.Facts facts = (Evidence.Facts) decision.evidence().get(0);
            assertEquals(new Evidence.Facts.Fact("layer", String.valueOf(low)), facts.facts().get(0));
            assertEquals(new Evidence.Facts.Fact("om", weights.toString()), facts.facts().get(1));
        }
        List<Rational> none = List.of(Rational.ONE, Rational.ONE, Rational.ZERO);
        assertEquals(Verdict.VIOLATED,
                theorem.hypotheses().get(3).decide(new WeightedInstance(chain.chain(), none)).verdict());
    }

    /// A hypothesis without a broken case may be one that nobody needs.
    @Test
    void everyHypothesisIsBrokenSomewhere() {
        for (Theorem<?> theorem : Theorems.all()) {
            Set<String> broken = theorem.broken().stream().map(Broken::hypothesis)
                    .collect(Collectors.toSet());
            Set<String> names = theorem.hypotheses().stream().map(Hypothesis::name)
                    .collect(Collectors.toSet());
            assertEquals(names, broken, theorem.id());
        }
    }

    /// Midpoints lie on the bound: enclosures cannot tell, squares can.
    @Test
    void equalityOfStabilityIsDecidedInSquares() {
        Claim.AtMost tie = (Claim.AtMost) claims(new Stability(), "core7-midpoint").get(0);
        assertEquals(Label.of("distance^2/Delta^2").inLayer(1), tie.label());
        assertEquals(List.of(Interval.ONE, Interval.ONE), List.of(tie.measured(), tie.bound()));
        assertEquals(Verdict.HOLDS, tie.verdict());
        assertEquals(List.of("distance[1]"), labels(claims(new Stability(), "repeated-atom")));
    }

    /// Thresholds that nobody computed, such as those of a trained network, are judged by the recursion that
    /// they drive.
    @Test
    void thresholdsInUseAreJudged() {
        ListaCpConvergence theorem = new ListaCpConvergence();
        ListaInstance own = theorem.instance(new NamedExample("lista-cp", "core7-worst-case"));
        double[] larger = own.thresholds();
        larger[0] *= 1.5;
        assertEquals(Verdict.HOLDS, decideThresholds(theorem, own, own.thresholds()).verdict());
        assertEquals(Verdict.VIOLATED, decideThresholds(theorem, own, larger).verdict(),
                "a larger first threshold leaves a larger error, for which the next is too small");
        assertEquals(Verdict.HOLDS, decideThresholds(theorem, own, own.withThresholds(1.5, 40).thresholds())
                .verdict());
        assertTrue(theorem.conclusion(own.withThresholds(1.5, 40)).stream()
                .allMatch(claim -> claim.verdict() == Verdict.HOLDS));
        double[] late = own.thresholds();
        late[7] = Math.nextDown(late[7]);
        Decision low = decideThresholds(theorem, own, late);
        assertEquals(Verdict.VIOLATED, low.verdict());
        assertEquals(new Evidence.Facts.Fact("k", "7"),
                ((Evidence.Facts) low.evidence().get(0)).facts().get(0));
    }

    private static Decision decideThresholds(ListaCpConvergence theorem, ListaInstance own,
            double[] thresholds) {
        return theorem.hypotheses().get(3).decide(new ListaInstance(
                own.dictionary(), own.weights(), own.truth(), own.candidates(), own.sparsity(), own.signal(),
                own.magnitude(), own.inner(), own.outer(), thresholds));
    }
}
