package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.List;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Check;
import org.deepsparse.theorem.Sharp;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;

/// A law of a promised solver, as a check: the theorem's hypotheses as they are and what the solver supports,
/// but a conclusion that is measured on the solver.
///
/// @param transcript notes the calls behind the claims
record PromisedLaw<I>(Theorem<I> theorem, Examination<I> examination, Hypothesis<I> supported,
        Law law, Transcript transcript) implements Check<I> {

    @Override
    public List<Hypothesis<I>> hypotheses() {
        List<Hypothesis<I>> hypotheses = new ArrayList<>(theorem.hypotheses());
        hypotheses.add(supported);
        hypotheses.addAll(examination.hypotheses());
        return hypotheses;
    }

    @Override
    public List<Claim> conclusion(I instance) {
        return examination.questions(instance).stream().flatMap(question -> law.of(question).stream())
                .map(transcript::note).toList();
    }

    @Override
    public I instance(Recipe recipe) {
        return theorem.instance(recipe);
    }

    @Override
    public List<Sharp> sharp() {
        return theorem.sharp();
    }

    @Override
    public List<Broken> broken() {
        return List.of(); // what a solver does outside a theorem is not promised
    }
}
