package org.deepsparse.trial;

import java.util.Optional;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Check;
import org.deepsparse.verdict.Verdict;

/// The smallest case that still has a verdict: greedy descent along `Recipe.smaller()`, the only shrinker there is.
public final class Smallest {

    private static final int MOST_JUDGEMENTS = 400;

    private Smallest() {}

    /// From a recipe with this verdict to one all of whose simpler versions have another (or the first the budget of judgements
    /// ends at).
    public static <I> JudgedCase with(Check<I> check, Recipe recipe, Verdict verdict) {
        JudgedCase smallest = JudgedCase.of(check, recipe);
        int left = MOST_JUDGEMENTS;
        Optional<JudgedCase> next = Optional.of(smallest);
        while (next.isPresent() && left > 0) {
            smallest = next.get();
            next = Optional.empty();
            for (Recipe simpler : smallest.recipe().smaller()) {
                if (left-- > 0) {
                    JudgedCase judged = JudgedCase.of(check, simpler);
                    if (judged.judgement().verdict() == verdict) {
                        next = Optional.of(judged);
                        break;
                    }
                }
            }
        }
        return smallest;
    }
}
