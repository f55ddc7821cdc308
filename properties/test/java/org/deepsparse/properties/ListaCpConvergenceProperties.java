package org.deepsparse.properties;

import net.jqwik.api.Example;
import org.deepsparse.instance.ListaInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.report.Words;
import org.deepsparse.theorem.ListaCpConvergence;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

class ListaCpConvergenceProperties extends TheoremLaws<ListaInstance> {

    ListaCpConvergenceProperties() {
        super(new ListaCpConvergence());
    }

    @Example
    void needsCandidatesThatContainTheSupport() {
        requireNeeded("H1");
    }

    @Example
    void needsMagnitudeBound() {
        requireNeeded("H2");
    }

    @Example
    void needsContraction() {
        requireNeeded("H3");
    }

    @Example
    void needsLargeEnoughThresholds() {
        requireNeeded("H4");
    }

    /// The affine plane of order 3 has mu = 1/3 but mut = 1/5: two nonzeros are within the theorem with
    /// optimal weights alone.
    @Example
    void optimalWeightsReachFurther() {
        Recipe scaled = Recipe.parse("lista-cp:seed=1,K=1000/affine(3):2");
        Recipe optimal = Recipe.parse("lista-cp:seed=1,K=1000/affine(3):2,weights=optimal");
        Judgement without = JudgedCase.of(new ListaCpConvergence(), scaled).judgement();
        require(without.verdict() == Verdict.NOT_APPLICABLE && Words.because(without).startsWith("H3 "),
                Words.because(without));
        Judgement with = JudgedCase.of(new ListaCpConvergence(), optimal).judgement();
        require(with.verdict() == Verdict.HOLDS, Words.because(with));
    }

    /// No step, no claim: nothing was shown.
    @Example
    void withoutAStepNothingIsShown() {
        Recipe recipe = Recipe.parse("lista-cp:seed=1,K=0/core(7):3");
        Judgement none = JudgedCase.of(new ListaCpConvergence(), recipe).judgement();
        require(none.verdict() == Verdict.UNDECIDED, Words.because(none));
    }
}
