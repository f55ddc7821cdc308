package org.deepsparse.theorem;

import java.util.List;
import java.util.Optional;
import org.deepsparse.bound.OmpCondition;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.DictionaryDraw;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.pursuit.OrthogonalMatchingPursuit;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Orthogonal matching pursuit is exact: `omp-exact` (Tropp 2004, Theorem 3.5)
///
/// A greedy method finds every code that is sparse enough for the Babel function.
///
/// ## Setting
/// * `x` is a code with `s` nonzeros, `D` a dictionary and `y` the signal.
/// * `mu1(k)` is the Babel function: the most that `k` other normalised atoms can add up to in absolute inner
///   products with one atom.
/// * Orthogonal matching pursuit takes the atom with the largest `abs(<d_i, r>)/norm2(d_i)`, projects the
///   signal onto all atoms taken, and goes on with the residual `r`.
///
/// ## Hypotheses
/// * **H1** `mu1(s - 1) + mu1(s) < 1`: the right atoms see more of the residual than any wrong one.
/// * **H2** `y = D x`: no noise.
///
/// ## Conclusion
/// `s` steps give `x`.
///
/// ## How it is checked
/// By running the method in exact rationals against the code that the signal was made from. Ties are ties
/// there.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp in H1: `core7-other-half`, `core3-other-half`, where the sum is 1 and the method ends at the other
///   half.
/// * H1: an atom that stands twice (`repeated-atom-second`). H2: `core7-midpoint`.
///
/// Not claimed: anything in floating point. Proof: `proofs-notes/omp-exact.md`. Property:
/// `OmpExactProperties`.
public record OmpExact() implements Theorem<ChainInstance> {

    @Override
    public Statement statement() {
        return new Statement(
                "omp-exact",
                "orthogonal matching pursuit finds sparse codes",
                "classical",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.EXACT,
                "norm0(x) steps of orthogonal matching pursuit on D x give x",
                "Tropp2004");
    }

    @Override
    public Draw cases() {
        return new DictionaryDraw(OmpExact::largestSparsity, 0, false, 0, 0.40);
    }

    private static int largestSparsity(Dictionary dictionary) {
        return OmpCondition.largestSparsity(BabelFunction.of(dictionary), dictionary.atoms());
    }

    @Override
    public List<Hypothesis<ChainInstance>> hypotheses() {
        return List.of(
                new Hypothesis<>("H1", "mu1(s - 1) + mu1(s) < 1", instance -> {
                    int sparsity = instance.truth().code(1).sparsity();
                    BabelFunction babel = BabelFunction.of(instance.problem().layer(1).dictionary());
                    return Decision.positive(OmpCondition.margin(babel, sparsity),
                            Evidence.Facts.of("s", sparsity, "mu1(s)", babel.value(sparsity)));
                }),
                ChainHypotheses.exactModel("H2"));
    }

    @Override
    public List<Claim> conclusion(ChainInstance instance) {
        Dictionary dictionary = instance.problem().layer(1).dictionary();
        SparseCode truth = instance.truth().code(1);
        RationalVector found = OrthogonalMatchingPursuit.code(dictionary, instance.problem().signal(),
                truth.sparsity());
        boolean exact = found.equals(truth.entries());
        return List.of(new Claim.Decided(
                Label.of("recovered"), Verdict.of(exact),
                exact
                        ? Evidence.Facts.of("steps", truth.sparsity())
                        : new Evidence.RivalCode(truth.entries(), found)));
    }

    @Override
    public Optional<ChainInstance> chain(ChainInstance instance) {
        return Optional.of(instance);
    }

    @Override
    public ChainInstance instance(Recipe recipe) {
        return ChainInstance.ofOneLayer(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return List.of("core7-other-half", "core3-other-half").stream()
                .<Sharp>map(name -> new Sharp.Boundary(new NamedExample("omp-exact", name), "H1"))
                .toList();
    }

    @Override
    public List<Broken> broken() {
        return List.of(
                new Broken("H1", new NamedExample("omp-exact", "repeated-atom-second")),
                new Broken("H2", new NamedExample("omp-exact", "core7-midpoint")));
    }
}
