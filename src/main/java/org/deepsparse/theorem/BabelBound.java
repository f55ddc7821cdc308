package org.deepsparse.theorem;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.DictionaryDraw;
import org.deepsparse.instance.DictionaryInstance;
import org.deepsparse.instance.Draw;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Statement;
import org.deepsparse.verdict.Verdict;

/// # Babel bound: `babel-bound` (Tropp 2004)
///
/// The Babel function, which sums the k largest cosines of an atom with others, is at most k times the
/// largest of all cosines.
///
/// ## Setting
/// * `D` is a dictionary with `n` nonzero atoms.
/// * `mu(D)` is the mutual coherence: the largest `abs(cos)` of the angle between two atoms.
/// * `mu1(k)` is the largest sum of k such cosines of one atom with k others; of all n - 1 for k >= n.
///
/// ## Hypotheses
/// None beyond nonzero atoms, which every [Dictionary] has.
///
/// ## Conclusion
/// `mu1(k) <= k mu(D)` for every k.
///
/// ## How it is checked
/// The quotient mu1(k)/mu is summed from the roots of exact squared ratios and compared with k, for
/// `k = 1..n-1`. A ratio of 1 has the root 1 without rounding, so k equal cosines sum to exactly k and
/// equality is decided too. For mu = 0 mu1(k) itself is compared with 0.
///
/// ## Where it is sharp, and where it breaks
/// * Sharp, `simplex-4`, `core-7`, `steiner-7x28`: all cosines are equal.
/// * Broken: nothing, since there is no hypothesis to break.
///
/// ## What is not claimed
/// Any bound of mu1 from below.
///
/// Proof: `proofs-notes/babel-bound.md`. Property: `BabelBoundProperties`.
public record BabelBound() implements Theorem<Dictionary> {

    @Override
    public Statement statement() {
        return new Statement(
                "babel-bound",
                "the Babel function grows at most linearly",
                "classical",
                Statement.Status.DERIVED,
                Statement.Proof.NOTE_COMPLETE,
                Statement.CheckKind.ENCLOSED,
                "mu1(k) <= k mu(D)",
                "Tropp2004");
    }

    @Override
    public Draw cases() {
        return DictionaryDraw.shapes(0);
    }

    @Override
    public List<Hypothesis<Dictionary>> hypotheses() {
        return List.of();
    }

    @Override
    public List<Claim> conclusion(Dictionary dictionary) {
        Rational squared = dictionary.coherence().squared();
        BabelFunction babel = BabelFunction.of(dictionary);
        String name = squared.isZero() ? "mu1" : "mu1/mu";
        List<Interval> values = (squared.isZero() ? babel : babel.relativeTo(squared))
                .values(dictionary.atoms() - 1);
        List<Claim> claims = new ArrayList<>();
        for (int k = 1; k < dictionary.atoms(); k++) {
            claims.add(new Claim.AtMost(
                    Label.of(name).atStep(k), values.get(k - 1),
                    squared.isZero() ? Interval.ZERO : Interval.of(k)));
        }
        return claims.isEmpty()
                ? List.of(new Claim.Decided(Label.of("mu1"), Verdict.HOLDS,
                        Evidence.Facts.of("atoms", 1, "mu", 0)))
                : claims;
    }

    @Override
    public Dictionary instance(Recipe recipe) {
        return DictionaryInstance.of(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return List.of("simplex-4", "core-7", "steiner-7x28").stream()
                .<Sharp>map(name -> new Sharp.Tight(new NamedExample("babel-bound", name)))
                .toList();
    }

    @Override
    public List<Broken> broken() {
        return List.of();
    }

    @Override
    public String reasonForNone() {
        return "no hypothesis to break: every dictionary has nonzero atoms";
    }
}
