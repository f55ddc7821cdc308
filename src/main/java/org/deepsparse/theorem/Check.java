package org.deepsparse.theorem;

import java.util.List;
import java.util.Optional;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Hypothesis;

/// Something that can be tried on instances and can fail. Open, so that a wrong bound in the test tree is a
/// check too.
///
/// @param <I> the kind of instance: a chain, a dictionary, numbers
public interface Check<I> {

    /// All must hold before the conclusion is looked at; decided exactly where it can be.
    List<Hypothesis<I>> hypotheses();

    /// What the conclusion asserts about the instance, measured by means that do not contain the formula they
    /// are held against; never empty. Must also be answerable where a hypothesis is violated, for
    /// [#broken()].
    List<Claim> conclusion(I instance);

    /// The deep problem that the instance is about, with its true codes; empty where it is about something
    /// else. Only counts are made of it.
    default Optional<ChainInstance> chain(I instance) {
        return Optional.empty();
    }

    /// Builds what a recipe describes.
    ///
    /// @throws IllegalArgumentException if the recipe does not describe an instance of this kind
    I instance(Recipe recipe);

    /// Where the theorem is sharp.
    List<Sharp> sharp();

    /// Where it fails outside a hypothesis.
    List<Broken> broken();

    /// Why [#sharp()] or [#broken()] is empty; the empty text when neither is.
    default String reasonForNone() {
        return "";
    }
}
