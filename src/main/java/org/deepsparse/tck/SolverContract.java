package org.deepsparse.tck;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.Smallest;
import org.deepsparse.verdict.Verdict;

/// Holds a solver to its [Promise], one law and one case at a time.
///
/// A case is a [Recipe]. It is judged like a case of the theorem itself: the theorem's hypotheses first, then
/// whether the solver supports the layers, and only then what the law claims about the solver's answer. A
/// violated case is shrunk along [Recipe#smaller()], and the [Finding] carries the smallest case, with its
/// own numbers.
///
/// Whoever runs many cases must see to it that they show something. [#judgeAll] does so itself; over random
/// cases the shares of verdicts have to keep to [#LEAST_HOLDING] and [#MOST_UNDECIDED].
///
/// @param <I> the theorem's kind of instance
public final class SolverContract<I> {

    /// The least share of random cases that must hold, in percent: a solver that supports hardly anything has
    /// shown hardly anything.
    public static final double LEAST_HOLDING = 25;

    /// The largest share of random cases that may be undecided, in percent: loose enclosures are no way to
    /// green.
    public static final double MOST_UNDECIDED = 1;

    private static final int MOST_DRAWS = 20;

    private final Promise<I> promise;

    public SolverContract(Promise<I> promise) {
        this.promise = promise;
    }

    /// The theorem that says when the solver finds the code.
    public Theorem<I> theorem() {
        return promise.theorem();
    }

    /// The laws that were promised.
    public List<Law> laws() {
        return promise.laws();
    }

    /// A random case from the theorem's own distribution. It is drawn anew until the solver supports it, but
    /// not for ever: a case that the solver does not support may come through, and is then NOT_APPLICABLE.
    public Recipe draw(UniformRandomProvider random) {
        Theorem<I> theorem = promise.theorem();
        Recipe recipe = theorem.cases().draw(theorem.id(), random);
        for (int draws = 1; draws < MOST_DRAWS && !promise.takes(recipe); draws++) {
            recipe = theorem.cases().draw(theorem.id(), random);
        }
        return recipe;
    }

    /// The cases at the edge of the theorem, the same in every run, as far as the solver supports them.
    public List<Recipe> extremeCases() {
        return promise.extremeCases();
    }

    /// One law on one case; a violated case is shrunk.
    ///
    /// @throws IllegalArgumentException if the recipe describes no instance of the theorem
    public Finding judge(Law law, Recipe recipe) {
        PromisedLaw<I> check = promise.check(law);
        JudgedCase judged = JudgedCase.of(check, recipe);
        Verdict verdict = judged.judgement().verdict();
        return verdict == Verdict.VIOLATED
                ? failed(check, Smallest.with(check, judged))
                : new Finding.Fine(verdict);
    }

    /// One law on the one case that somebody asked for, without shrinking. `findsTheCode` fails unless it
    /// holds: a case that says nothing is not green. The other laws leave it to that one to say so. Only a
    /// case of another theorem is left to the contract of that theorem.
    ///
    /// @throws IllegalArgumentException if the recipe describes no instance of the theorem
    public Finding judgeAlone(Law law, Recipe recipe) {
        if (!recipe.theorem().equals(promise.theorem().id())) {
            return new Finding.Fine(Verdict.NOT_APPLICABLE);
        }
        PromisedLaw<I> check = promise.check(law);
        JudgedCase judged = JudgedCase.of(check, recipe);
        Verdict verdict = judged.judgement().verdict();
        boolean fails = law == Law.FINDS_THE_CODE
                ? verdict != Verdict.HOLDS
                : verdict == Verdict.VIOLATED;
        return fails ? failed(check, judged) : new Finding.Fine(verdict);
    }

    private Finding failed(PromisedLaw<I> check, JudgedCase failure) {
        return new Finding.Failed(check.law(), failure, check.transcript().behind(failure.judgement()));
    }

    /// One law on several cases, until it is violated. If it holds on none of them, nothing was shown. That
    /// the solver supports no case, or does not answer, is said by `findsTheCode` and by no other law.
    ///
    /// @throws IllegalArgumentException if a recipe describes no instance of the theorem
    public Finding judgeAll(Law law, List<Recipe> cases) {
        boolean shown = false;
        boolean asked = law == Law.FINDS_THE_CODE;
        for (Recipe recipe : cases) {
            Finding finding = judge(law, recipe);
            if (finding.verdict() == Verdict.VIOLATED) {
                return finding;
            }
            shown |= finding.verdict() == Verdict.HOLDS;
            asked |= finding.verdict() == Verdict.UNDECIDED;
        }
        if (shown) {
            return new Finding.Fine(Verdict.HOLDS);
        }
        return !asked
                ? new Finding.Fine(Verdict.NOT_APPLICABLE)
                : new Finding.NothingShown(law, promise.theorem().id(), cases.size());
    }
}
