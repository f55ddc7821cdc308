package org.deepsparse.properties;

import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorem;

/// Recipes of a theorem's random cases for jqwik. Drawing and shrinking are those of the theorem's `Draw` and
/// of `Recipe.smaller()`; jqwik only steers.
///
/// The system property `deepsparse.seed` moves the whole sequence: a number, or `random` for a different one
/// in every run. A failing case does not need it: its recipe says everything.
public final class TheoremCases {

    private static final long OFFSET = offset(System.getProperty("deepsparse.seed", "0"));

    private TheoremCases() {}

    private static long offset(String seed) {
        return seed.equals("random") ? System.nanoTime() : Long.parseLong(seed);
    }

    /// Those of the theorem's own distribution.
    public static Arbitrary<Recipe> of(Theorem<?> theorem) {
        return drawnBy(random -> theorem.cases().draw(theorem.id(), random));
    }

    /// Those of another distribution.
    public static Arbitrary<Recipe> drawnBy(Function<UniformRandomProvider, Recipe> draw) {
        return Arbitraries.fromGenerator(random -> {
            long key = OFFSET * 0x9E37_79B9_7F4A_7C15L + random.nextLong();
            return new ShrinkableRecipe(draw.apply(RandomSource.XO_SHI_RO_256_PP.create(key)));
        });
    }

    private record ShrinkableRecipe(Recipe value) implements Shrinkable<Recipe> {

        @Override
        public Stream<Shrinkable<Recipe>> shrink() {
            return value.smaller().stream().map(ShrinkableRecipe::new);
        }

        /// The length of the text: smaller recipes are shorter, or have smaller numbers at the same length.
        @Override
        public ShrinkingDistance distance() {
            long digits = value.text().chars().filter(Character::isDigit).map(digit -> digit - '0')
                    .asLongStream().sum();
            return ShrinkingDistance.of(value.text().length(), digits);
        }
    }
}
