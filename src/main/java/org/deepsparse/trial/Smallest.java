package org.deepsparse.trial;

import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Check;

/// The smallest case that still has a verdict: greedy descent along `Recipe.smaller()`, the only shrinker
/// there is.
public final class Smallest {

    private static final int MOST_JUDGEMENTS = 400;

    private Smallest() {}

    /// Descends from a judged case to one with the same verdict all of whose simpler versions have another,
    /// or to the last one found when 400 judgements are spent.
    ///
    /// What comes back carries the judgement that was made of it, so its numbers belong to its recipe. No
    /// case is judged twice: a solver that answers differently the second time cannot talk its way out.
    public static <I> JudgedCase with(Check<I> check, JudgedCase judged) {
        JudgedCase smallest = judged;
        int left = MOST_JUDGEMENTS;
        boolean descends = true;
        while (descends) {
            descends = false;
            for (Recipe simpler : smallest.recipe().smaller()) {
                if (left == 0) {
                    return smallest;
                }
                left--;
                JudgedCase next = JudgedCase.of(check, simpler);
                if (next.judgement().verdict() == judged.judgement().verdict()) {
                    smallest = next;
                    descends = true;
                    break;
                }
            }
        }
        return smallest;
    }
}
