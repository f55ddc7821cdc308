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

/// # Welch bound  (`welch-bound`; Welch 1974)
/// More atoms than rows cannot all be nearly orthogonal.
///
/// **Hypotheses** (H1) n >= m and n >= 2.
///
/// **Conclusion** `mu >= sqrt((n - m)/(m (n - 1)))`, with equality exactly for equiangular tight frames.
///
/// **Measured** as the exact coherence, and equality against an exact test of equal angles and of the frame
/// operator. **Decided** exactly, in squares.
///
/// **Sharp** simplex, core, Steiner frames. **Broken** H1: fewer atoms than rows attain the bound 0 without
/// being a frame. **Not claimed** which shapes have such frames. **Proof** proofs-notes/welch-bound.md.
/// **Property** WelchBoundProperties.
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
