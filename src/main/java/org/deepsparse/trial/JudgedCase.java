package org.deepsparse.trial;

import java.util.Optional;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Check;
import org.deepsparse.verdict.Judgement;

/// A recipe with the judgement on what it describes.
///
/// @param chain the deep problem that it describes, with its true codes; empty where the check is about
///     something else
public record JudgedCase(Recipe recipe, Optional<ChainInstance> chain, Judgement judgement) {

    /// Builds the instance and judges it.
    ///
    /// @throws IllegalArgumentException if the recipe does not describe an instance of this check
    public static <I> JudgedCase of(Check<I> check, Recipe recipe) {
        I instance = check.instance(recipe);
        Judgement judgement = Judgement.of(check.hypotheses(), check::conclusion, instance);
        return new JudgedCase(recipe, check.chain(instance), judgement);
    }
}
