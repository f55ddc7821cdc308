package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.bound.WelchLowerBound;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.EquiangularTightFrame;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.DictionaryDraw;
import org.deepsparse.instance.DictionaryInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Welch bound: `welch-bound` (Welch 1974)
///
/// Many atoms in few dimensions cannot all be nearly orthogonal.
///
/// ## Setting
/// * `D` is a dictionary with `n` nonzero atoms `d_i` in R^m.
/// * `mu(D)` is the mutual coherence: the largest `abs(cos)` of the angle between two atoms.
/// * The normalised atoms form an equiangular tight frame if all these cosines have one size and
///   `sum_i d_i d_i^T/norm2(d_i)^2 = (n/m) I`.
///
/// ## Hypotheses
/// * **H1** `n >= m` and `n >= 2`. Fewer atoms than dimensions can be orthogonal without being a frame, and
///   one atom has no angle.
///
/// ## Conclusion
/// ```
/// mu(D) >= sqrt((n - m)/(m (n - 1)))
/// ```
/// with equality if and only if the normalised atoms form an equiangular tight frame.
///
/// ## How it is checked
/// mu^2 is the exact squared coherence, found by looking at every pair, and is compared with the squared
/// bound. Whether the atoms form such a frame is tested exactly and by itself, without the bound. Then
/// "attained" and "frame" must agree. Everything is rational in the stored entries.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp, `simplex-frame`, `core-7`, `steiner-7x28`: frames that attain the bound.
/// * Broken without H1, `two-of-three-axes`: two unit vectors of R^3 attain 0 and are no frame.
///
/// ## What is not claimed
/// Which shapes m x n have such frames.
///
/// Proof: `proofs-notes/welch-bound.md`. Property: `WelchBoundProperties`.
public record WelchBound() implements Theorem<Dictionary> {

    @Override
    public Statement statement() {
        return new Statement(
                "welch-bound",
                "many atoms cannot be nearly orthogonal",
                "classical",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.EXACT,
                "mu(D) >= sqrt((n - m)/(m (n - 1))), with equality iff D is an equiangular tight frame",
                "Welch1974");
    }

    @Override
    public Draw cases() {
        return DictionaryDraw.shapes(8);
    }

    @Override
    public List<Hypothesis<Dictionary>> hypotheses() {
        return List.of(new Hypothesis<>("H1", "n >= m and n >= 2", dictionary -> {
            int slack = Math.min(dictionary.atoms() - dictionary.rows(), dictionary.atoms() - 2);
            return new Decision(
                    Verdict.of(slack >= 0),
                    Interval.of(slack >= 0 ? slack + 1 : slack), // integers: there is no boundary
                    Evidence.Facts.of("rows", dictionary.rows(), "atoms", dictionary.atoms()));
        }));
    }

    @Override
    public List<Claim> conclusion(Dictionary dictionary) {
        Rational squared = dictionary.coherence().squared();
        Rational bound = WelchLowerBound.squared(dictionary.rows(), dictionary.atoms());
        boolean attained = squared.equals(bound);
        boolean frame = EquiangularTightFrame.is(dictionary);
        List<Claim> claims = new ArrayList<>();
        claims.add(Claim.AtMost.ofExact(Label.of("welch^2/mu^2"), bound, squared));
        claims.add(new Claim.Decided(
                Label.of("equality-iff-frame"),
                Verdict.of(attained == frame),
                Evidence.Facts.of("bound attained", attained, "equiangular tight frame", frame)));
        return claims;
    }

    @Override
    public Dictionary instance(Recipe recipe) {
        return DictionaryInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return List.of("simplex-frame", "core-7", "steiner-7x28").stream()
                .<Sharp>map(name -> new Sharp.Tight(new NamedExample("welch-bound", name)))
                .toList();
    }

    @Override
    public List<Broken> broken() {
        return List.of(new Broken("H1", new NamedExample("welch-bound", "two-of-three-axes")));
    }
}
