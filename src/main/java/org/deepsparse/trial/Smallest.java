package org.deepsparse.trial;

import java.util.Optional;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Check;
import org.deepsparse.verdict.Verdict;

/// The smallest recipe that still has a verdict: greedy descent along `Recipe.smaller()`, the only shrinker there is.
public final class Smallest {

    private static final int MOST_JUDGEMENTS = 400;

    private Smallest() {}

    /// From a recipe with this verdict to one all of whose simpler versions have another (or the first the budget of judgements ends at).
    public static <I> Recipe with(Check<I> check, Recipe recipe, Verdict verdict) {
        Recipe smallest = recipe;
        int left = MOST_JUDGEMENTS;
        Optional<Recipe> next = Optional.of(recipe);
        while (next.isPresent() && left > 0) {
            smallest = next.get();
            next = Optional.empty();
            for (Recipe simpler : smallest.smaller()) {
                if (left-- > 0 && Judgement.of(check, simpler).verdict() == verdict) {
                    next = Optional.of(simpler);
                    break;
                }
            }
        }
        return smallest;
    }
}
