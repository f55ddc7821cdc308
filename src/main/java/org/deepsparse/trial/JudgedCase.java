package org.deepsparse.trial;

import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Check;
import org.deepsparse.verdict.Judgement;

/// A recipe with the judgement on what it describes.
public record JudgedCase(Recipe recipe, Judgement judgement) {

    /// Builds the instance and judges it.
    ///
    /// @throws IllegalArgumentException if the recipe does not describe an instance of this check
    public static <I> JudgedCase of(Check<I> check, Recipe recipe) {
        I instance = check.instance(recipe);
        return new JudgedCase(recipe, Judgement.of(check.hypotheses(), check::conclusion, instance));
    }
}
