package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.L1EquivalenceBound;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainDraw;
import org.deepsparse.instance.ChainExamples;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.ExactBasisPursuit;
import org.deepsparse.pursuit.ExhaustiveL0;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # l0/l1 equivalence  (`l1-equivalence`; Li, Feng, Zhou 2024, Thm 2)
/// Minimising norm1 finds the sparsest chain, layer after layer.
///
/// **Hypotheses** (H1) l_j > 0  (H2) `2 lambda_j mu_j C_j < (1 + mu_j) c_j`, which for equal atom norms is
/// `lambda_j < (1 + 1/mu_j)/2`  (H3) eps_j = 0.
///
/// **Conclusion** `min norm1(z)` subject to `D_j z = rho_j^{-1}(x_{j-1})` has the unique minimiser x_j, which is the unique sparsest solution.
///
/// **Measured** by a rational dual certificate or an exact rational simplex method, and by exhaustive search or exact spark. **Decided** exactly.
///
/// **Sharp** Hadamard core and integer simplex at lambda = (n + 1)/2. **Broken** H1: ReLU, abs; H2: unequal norms inside the coherence threshold.
/// **Not claimed** joint minimality over all layers: that is `weighted-l1`. **Proof** proofs-notes/l1-equivalence.md. **Property** L1EquivalenceProperties.
public record L1Equivalence() implements Theorem<ChainInstance> {

    private static final long SUPPORTS = 3_000;

    @Override
    public Statement statement() {
        return new Statement(
                "l1-equivalence",
                "basis pursuit finds the sparsest chain",
                "Thm 2",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.EXACT,
                "x_j is the unique minimiser of norm1(z), and the unique sparsest z, with D_j z = rho_j^{-1}(x_{j-1})",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return ChainDraw.of(L1Equivalence::largestSparsity, false);
    }

    private static int largestSparsity(Dictionary dictionary) {
        AtomNorms norms = AtomNorms.of(dictionary);
        return L1EquivalenceBound.largestSparsity(
                MutualCoherence.of(dictionary).squared(), norms.smallestSquared(), norms.largestSquared(), dictionary.atoms());
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(LayerHypotheses.injective("H1"), coherentForItsNorms("H2"), LayerHypotheses.exactModel("H3"));
    }

    private static Hypothesis<ChainInstance> coherentForItsNorms(String name) {
        return new Hypothesis<>(name, "2 lambda_j mu_j C_j < (1 + mu_j) c_j", instance -> LayerHypotheses.least(instance, j -> {
            AtomNorms norms = instance.norms().get(j - 1);
            int lambda = instance.problem().layer(j).sparsityBudget();
            return Decision.positive(
                    L1EquivalenceBound.margin(lambda, instance.squaredCoherence(j), norms.smallestSquared(), norms.largestSquared()),
                    "layer " + j + ": lambda = " + lambda + ", mu^2 = " + instance.squaredCoherence(j) + ", c^2 = "
                            + norms.smallestSquared() + ", C^2 = " + norms.largestSquared());
        }));
    }

    @Override
    public List<Claim> conclusion(ChainInstance instance) {
        List<Claim> claims = new ArrayList<>();
        for (int j = 1; j <= instance.problem().depth(); j++) {
            Layer layer = instance.problem().layer(j);
            if (layer.activation().lowerLipschitz().signum() > 0) {
                claims.add(minimal(layer.dictionary(), instance.truth().code(j), j));
                claims.add(sparsest(layer, instance, j));
            } else {
                claims.add(notBijective(instance, j));
            }
        }
        return claims;
    }

    private static Claim minimal(Dictionary dictionary, SparseCode truth, int j) {
        String label = "l1-unique[" + j + "]";
        return ExactBasisPursuit.rival(dictionary, truth.entries())
                .map(other -> new Claim.Decided(
                        label,
                        Verdict.VIOLATED,
                        "norm1 " + truth.entries().norm1() + " at " + truth + " but " + other.norm1() + " at " + other))
                .orElse(new Claim.Decided(label, Verdict.HOLDS, "unique minimiser with norm1 " + truth.entries().norm1()));
    }

    /// No other code with as few nonzeros: by exhaustive search where the supports are few, else because all 2 s atoms are independent.
    private static Claim sparsest(Layer layer, ChainInstance instance, int j) {
        String label = "sparsest[" + j + "]";
        SparseCode truth = instance.truth().code(j);
        Dictionary dictionary = layer.dictionary();
        if (ExhaustiveL0.supports(dictionary.atoms(), truth.sparsity()) > SUPPORTS) {
            int size = Math.min(2 * truth.sparsity(), dictionary.atoms());
            return Independence.claim(label, dictionary, size);
        }
        RationalVector target = layer.preimage(instance.problem().below(instance.truth(), j));
        ExhaustiveL0.Codes codes = ExhaustiveL0.codes(dictionary, target, truth.sparsity(), 2);
        Optional<RationalVector> other = codes.found().stream().filter(code -> !code.equals(truth.entries())).findFirst();
        return other.map(code -> new Claim.Decided(label, Verdict.VIOLATED, "as sparse: " + truth + " and " + code))
                .orElse(new Claim.Decided(
                        label,
                        codes.complete() ? Verdict.HOLDS : Verdict.UNDECIDED,
                        "the only code found with at most " + truth.sparsity() + " nonzeros"));
    }

    /// Without an inverse the layer's problem is `rho_j(D_j z) = x_{j-1}`; a rival that solves it as cheaply refutes the conclusion.
    private static Claim notBijective(ChainInstance instance, int j) {
        String label = "l1-unique[" + j + "]";
        Optional<Chain> rival = instance.rival();
        SparseCode truth = instance.truth().code(j);
        RationalVector below = instance.problem().below(instance.truth(), j);
        if (rival.isPresent()) {
            SparseCode other = rival.get().code(j);
            boolean feasible = instance.problem().layer(j).synthesize(other).equals(below);
            boolean asCheap = other.entries().norm1().compareTo(truth.entries().norm1()) <= 0;
            if (feasible && asCheap && !other.equals(truth)) {
                return new Claim.Decided(label, Verdict.VIOLATED, other + " is as cheap as " + truth + " for the same signal");
            }
        }
        return new Claim.Decided(label, Verdict.UNDECIDED, "no minimum is computed under an activation without inverse");
    }

    @Override
    public ChainInstance instance(Recipe recipe) {
        return ChainInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        List<Sharp> sharp = new ArrayList<>();
        for (String example : List.of("core7-halves", "core3-halves", "simplex5-halves")) {
            ChainExamples.inEveryDepth("l1-equivalence", example).forEach(recipe -> sharp.add(new Sharp.Boundary(recipe, "H2")));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        ChainExamples.inEveryDepth("l1-equivalence", "relu-forgets").forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.inEveryDepth("l1-equivalence", "abs-folds").forEach(recipe -> broken.add(new Broken("H1", recipe)));
        for (String example : List.of("long-atom", "short-atom")) {
            ChainExamples.inEveryDepth("l1-equivalence", example).forEach(recipe -> broken.add(new Broken("H2", recipe)));
        }
        return broken;
    }
}
