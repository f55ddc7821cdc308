package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.L1EquivalenceCondition;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.decider.OnlySparseCode;
import org.deepsparse.decider.UniqueL1Minimiser;
import org.deepsparse.dictionary.AtomNorms;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainDraw;
import org.deepsparse.instance.ChainExamples;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.LinearProgramProposer;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # l0/l1 equivalence: `l1-equivalence` (Li, Feng & Zhou 2024, Theorem 2)
///
/// Minimising the sum of absolute values finds the sparsest chain, one layer after the other.
///
/// ## Setting
/// * `x_0 = y` is the signal, `D_j` the dictionary of layer `j`, `rho_j` its activation and `x_j` its code.
/// * `norm1` is the sum of absolute values; `lambda_j` is the sparsity budget of layer `j`.
/// * `mu_j` is the mutual coherence of `D_j`, `c_j` the smallest and `C_j` the largest norm of its atoms.
///
/// ## Hypotheses
/// * **H1** `rho_j` is injective, so the constraint below names one vector.
/// * **H2** `2 lambda_j mu_j C_j < (1 + mu_j) c_j`. For equal norms this is `lambda_j < (1 + 1/mu_j)/2`.
///   Norms matter here: a long atom makes its code cheap.
/// * **H3** `eps_j = 0`, and the chain is within its budgets: `x_j` meets the constraint.
///
/// ## Conclusion
/// For every `j` the code `x_j` is the unique minimiser of
/// ```
/// min norm1(z)  subject to  D_j z = rho_j^{-1}(x_{j-1})
/// ```
/// and the unique sparsest `z` that meets the constraint.
///
/// ## How it is checked
/// The minimum by a rational dual certificate, or where none is found by the exact simplex method. The
/// sparsity by a search over all supports, or where they are too many by exact ranks. Neither knows coherence
/// or norms.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp in H2: `core7-halves`, `core3-halves`, `simplex5-halves`, two codes of equal `norm1` at equality.
/// * H1 breaks with ReLU and abs (`relu-forgets`, `abs-folds`); H2 with one atom that is longer or shorter
///   than the others, inside the coherence threshold (`long-atom`, `short-atom`); H3 with a signal that the
///   code misses (`core7-midpoint`).
///
/// Not claimed: that all layers at once are a minimum. That is `weighted-l1`. Proof:
/// `proofs-notes/l1-equivalence.md`. Property: `L1EquivalenceProperties`.
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
                "x_j is the unique minimiser of norm1(z), and the unique sparsest z, with D_j z = "
                        + "rho_j^{-1}(x_{j-1})",
                "LiFengZhou2024");
    }

    @Override
    public Draw cases() {
        return ChainDraw.of(L1Equivalence::largestSparsity, false);
    }

    private static int largestSparsity(Dictionary dictionary) {
        AtomNorms norms = dictionary.norms();
        return L1EquivalenceCondition.largestSparsity(
                dictionary.coherence().squared(), norms.smallestSquared(), norms.largestSquared(),
                dictionary.atoms());
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(
                ChainHypotheses.injective("H1"),
                ChainHypotheses.incoherentForItsNorms("H2"),
                ChainHypotheses.exactModel("H3"));
    }

    @Override
    public List<Claim> conclusion(ChainInstance instance) {
        List<Claim> claims = new ArrayList<>();
        for (int j = 1; j <= instance.problem().depth(); j++) {
            Layer layer = instance.problem().layer(j);
            Dictionary dictionary = layer.dictionary();
            RationalVector truth = instance.truth().code(j).entries();
            if (!layer.activation().isInjective()) {
                claims.add(notInjective(instance, j).as(Label.of("l1-unique").inLayer(j)));
                continue;
            }
            Rational missed = layer.preimage(instance.problem().below(instance.truth(), j))
                    .minus(dictionary.times(truth)).squaredNorm();
            if (missed.isZero()) {
                claims.add(UniqueL1Minimiser.decide(dictionary, truth, new LinearProgramProposer())
                        .as(Label.of("l1-unique").inLayer(j)));
                claims.add(OnlySparseCode
                        .decide(dictionary, truth, truth.support().length, SUPPORTS, Uniqueness.SUBSETS)
                        .as(Label.of("sparsest").inLayer(j)));
            } else {
                claims.add(new Claim.Decided(Label.of("l1-unique").inLayer(j), Verdict.VIOLATED,
                        Evidence.Facts.of("norm2(D_j x_j - rho_j^{-1}(x_{j-1}))^2", missed)));
            }
        }
        return claims;
    }

    /// Without an inverse the layer's problem is `rho_j(D_j z) = x_{j-1}`; a rival that solves it as cheaply
    /// refutes the conclusion.
    private static Answer notInjective(ChainInstance instance, int j) {
        SparseCode truth = instance.truth().code(j);
        RationalVector below = instance.problem().below(instance.truth(), j);
        return instance.rival()
                .map(rival -> rival.code(j))
                .filter(other -> !other.equals(truth)
                        && instance.problem().layer(j).synthesize(other).equals(below)
                        && other.entries().norm1().compareTo(truth.entries().norm1()) <= 0)
                .map(other -> Answer.of(Verdict.VIOLATED,
                        new Evidence.RivalCode(truth.entries(), other.entries())))
                .orElseGet(
                        () -> Answer.undecided("no minimum is computed under an activation without inverse"));
    }

    @Override
    public Optional<ChainInstance> chain(ChainInstance instance) {
        return Optional.of(instance);
    }

    @Override
    public ChainInstance instance(Recipe recipe) {
        return ChainInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        List<Sharp> sharp = new ArrayList<>();
        for (String example : List.of("core7-halves", "core3-halves", "simplex5-halves")) {
            ChainExamples.inEveryDepth("l1-equivalence", example)
                    .forEach(recipe -> sharp.add(new Sharp.Boundary(recipe, "H2")));
        }
        return sharp;
    }

    @Override
    public List<Broken> broken() {
        List<Broken> broken = new ArrayList<>();
        ChainExamples.inEveryDepth("l1-equivalence", "relu-forgets")
                .forEach(recipe -> broken.add(new Broken("H1", recipe)));
        ChainExamples.inEveryDepth("l1-equivalence", "abs-folds")
                .forEach(recipe -> broken.add(new Broken("H1", recipe)));
        for (String example : List.of("long-atom", "short-atom")) {
            ChainExamples.inEveryDepth("l1-equivalence", example)
                    .forEach(recipe -> broken.add(new Broken("H2", recipe)));
        }
        ChainExamples.inEveryDepth("l1-equivalence", "core7-midpoint")
                .forEach(recipe -> broken.add(new Broken("H3", recipe)));
        return broken;
    }
}
