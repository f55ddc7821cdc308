package org.deepsparse.tck;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.trial.Judgement;
import org.deepsparse.trial.Smallest;
import org.deepsparse.verdict.Verdict;

/// Holds a solver to its [Promise], one law and one case at a time.
///
/// A case is a [Recipe]. It is judged like a case of the theorem itself: the theorem's hypotheses first, then
/// whether the solver supports the layers, and only then what the law claims about the solver's answer. A
/// violated case is shrunk along [Recipe#smaller()], and the complaint is about the smallest case, with the
/// numbers of that case:
/// ```
/// findsTheCode: error[j=1]: found [0.0, 2.0, 0.0], truth [0, 1, 0], error 1.0, promised 0.0
/// mvn test -Dtest='MySolverTest' -Ddeepsparse.recipe='omp-exact:seed=1,K=0,noise=0/core(3):1'
/// ./dsc replay 'omp-exact:seed=1,K=0,noise=0/core(3):1'
/// ```
/// The second line runs the solver on that case again; how, the caller says. The third judges the theorem on
/// the same case, with this project's own solver.
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
    private final UnaryOperator<String> rerun;

    /// @param rerun makes of the text of a recipe the command that runs the solver on that case alone
    public SolverContract(Promise<I> promise, UnaryOperator<String> rerun) {
        this.promise = promise;
        this.rerun = rerun;
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

    /// One law on one case. There is a complaint if the law is violated.
    ///
    /// @throws IllegalArgumentException if the recipe describes no instance of the theorem
    public Finding judge(Law law, Recipe recipe) {
        PromisedLaw<I> check = promise.check(law);
        Judgement judgement = Judgement.of(check, recipe);
        if (judgement.verdict() != Verdict.VIOLATED) {
            return Finding.fine(judgement.verdict());
        }
        Recipe smallest = Smallest.with(check, recipe, Verdict.VIOLATED);
        return Finding.complaint(
                Verdict.VIOLATED,
                law.title() + ": " + Judgement.of(check, smallest).because(),
                rerun.apply(smallest.text()),
                "./dsc replay '" + smallest.text() + "'");
    }

    /// One law on the one case that somebody asked for, without shrinking. There is a complaint unless the
    /// law holds: a case that says nothing is not green. Only a case of another theorem is left to the
    /// contract of that theorem.
    ///
    /// @throws IllegalArgumentException if the recipe describes no instance of the theorem
    public Finding judgeAlone(Law law, Recipe recipe) {
        if (!recipe.theorem().equals(promise.theorem().id())) {
            return Finding.fine(Verdict.NOT_APPLICABLE);
        }
        Judgement judgement = Judgement.of(promise.check(law), recipe);
        return judgement.verdict() == Verdict.HOLDS
                ? Finding.fine(Verdict.HOLDS)
                : Finding.complaint(judgement.verdict(), law.title() + ": " + judgement.verdict() + ": " + judgement.because());
    }

    /// One law on several cases, until it is violated. There is a complaint if it is, and if it holds on none
    /// of them: then nothing was shown.
    ///
    /// @throws IllegalArgumentException if a recipe describes no instance of the theorem
    public Finding judgeAll(Law law, List<Recipe> cases) {
        Verdict shown = Verdict.UNDECIDED;
        for (Recipe recipe : cases) {
            Finding finding = judge(law, recipe);
            if (finding.verdict() == Verdict.VIOLATED) {
                return finding;
            }
            shown = finding.verdict() == Verdict.HOLDS ? Verdict.HOLDS : shown;
        }
        if (shown == Verdict.HOLDS) {
            return Finding.fine(shown);
        }
        return Finding.complaint(
                shown,
                law.title() + ": nothing was shown, on none of " + cases.size() + " cases of " + promise.theorem().id()
                        + " does it hold: the solver supports none of them, or they are undecided");
    }
}
