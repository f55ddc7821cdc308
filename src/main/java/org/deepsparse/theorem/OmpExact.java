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

/// # OMP is exact  (`omp-exact`; Tropp 2004, Thm 3.5)
/// A greedy method finds every code that is sparse enough for the Babel function.
///
/// **Hypotheses** (H1) `mu1(s - 1) + mu1(s) < 1` for s = norm0(x)  (H2) y = D x.
///
/// **Conclusion** s steps of orthogonal matching pursuit on y give x.
///
/// **Measured** by running it in exact rationals against the code the signal was made from. **Decided**
/// exactly.
///
/// **Sharp** simplex and core at s = (n + 1)/2, where the condition is an equality. **Broken** H1: the same,
/// a repeated atom; H2: noise. **Not claimed** anything in floating point: ties and near ties are decided
/// exactly here. **Proof** proofs-notes/omp-exact.md. **Property** OmpExactProperties.
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
