package org.deepsparse.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Theorems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Recipes as text: what is printed is read back, a theorem refuses what it does not use, and shrinking stays
/// within what is accepted.
class RecipesTest {

    private static final int DRAWS = 12;

    private static Object instance(String recipe) {
        Recipe parsed = Recipe.parse(recipe);
        return Theorems.named(parsed.theorem()).instance(parsed);
    }

    private static String refusal(String recipe) {
        return assertThrows(IllegalArgumentException.class, () -> instance(recipe), recipe).getMessage();
    }

    static Stream<Theorem<?>> theorems() {
        return Theorems.all().stream();
    }

    /// Each theorem with the least recipe that it takes, and the keys as its refusals name them.
    static Stream<Arguments> keys() {
        return Stream.of(
                Arguments.of("uniqueness:seed=1/core(3):1", "seed, noise"),
                Arguments.of("l1-equivalence:seed=1/core(3):1", "seed, noise"),
                Arguments.of("weighted-l1:seed=1/core(3):1", "seed, noise"),
                Arguments.of("stability:seed=1/core(3):1", "seed, noise"),
                Arguments.of("soft-threshold-relu:seed=1,K=3", "seed, K"),
                Arguments.of("lista-cp:seed=1,K=3/core(3):1", "seed, K, noise, weights on a layer"),
                Arguments.of("deepest-first:seed=1,K=3/core(3):1",
                        "seed, K, noise, weights in front of the layers"),
                Arguments.of("layer-by-layer:seed=1,K=3/core(3):1", "seed, K, noise, weights on a layer"),
                Arguments.of("noiseless-rate:seed=1,K=3/core(3):1", "seed, K, noise, weights on a layer"),
                Arguments.of("spark-bound:seed=1/core(3):1", "seed"),
                Arguments.of("welch-bound:seed=1/core(3):1", "seed"),
                Arguments.of("babel-bound:seed=1/core(3):1", "seed"),
                Arguments.of("omp-exact:seed=1/core(3):1", "seed, noise"));
    }

    /// Also where the value is the one that the key has by default.
    @ParameterizedTest
    @MethodSource("keys")
    void keysThatATheoremDoesNotUseAreRefused(String recipe, String takes) {
        instance(recipe);
        String theorem = recipe.substring(0, recipe.indexOf(':'));
        List<String> taken = List.of(takes.split(", "));
        for (String setting : List.of("K=0", "noise=0", "weights=optimal")) {
            String key = setting.startsWith("w")
                    ? "weights in front of the layers"
                    : setting.substring(0, setting.indexOf('='));
            boolean given = recipe.contains(key + "=");
            String more = recipe.replaceFirst("seed=1", "seed=1," + setting);
            if (given) {
                assertEquals("recipe gives the key '" + key + "' twice", refusal(more));
            } else if (theorem.equals("soft-threshold-relu") && key.startsWith("w")) {
                refusal(more); // there is no product
            } else if (taken.contains(key)) {
                instance(more);
            } else {
                assertEquals(theorem + " takes " + takes + " but the recipe gives " + key, refusal(more));
            }
        }
        if (recipe.contains("/") && !taken.contains("weights on a layer")) {
            assertEquals(theorem + " takes " + takes + " but the recipe gives weights on a layer",
                    refusal(recipe + ",weights=optimal"));
        } else if (recipe.contains("/")) {
            instance(recipe + ",weights=optimal");
        }
        if (taken.contains("K")) {
            assertEquals(theorem + " takes " + takes + " but the recipe gives no K",
                    refusal(recipe.replace(",K=3", "")));
        }
    }

    @Test
    void everyTheoremIsAsked() {
        List<String> asked = keys().map(row -> ((String) row.get()[0]).replaceFirst(":.*", "")).toList();
        assertEquals(theorems().map(Theorem::id).toList(), asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stability:seed=7",
                "stability:seed=-9223372036854775808,K=0,noise=0,weights=optimal/core(3):0",
                "lista-cp:seed=7,noise=0.5/perturbed-integer(3,4,2):4,leaky(1/2),weights=optimal",
                "stability:seed=7/shuffled-packing(12,7,3):1,abs/fano:0",
                "stability:seed=1/identity-hadamard(4):2/disjoint(8,3):1,jump/identity(2):0,relu",
                "stability:example=core7-midpoint"
            })
    void whatIsGivenIsPrinted(String recipe) {
        assertEquals(recipe, Recipe.parse(recipe).text());
    }

    /// The kinds of recipes that a theorem draws, and what they shrink to: each is read back as itself, and
    /// each can be built.
    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void drawnRecipesAreTakenAndSoIsAllThatTheyShrinkTo(Theorem<?> theorem) {
        for (int draw = 0; draw < DRAWS; draw++) {
            UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(draw);
            Recipe recipe = theorem.cases().draw(theorem.id(), random);
            List<Recipe> smaller = recipe.smaller();
            theorem.instance(recipe);
            while (!smaller.isEmpty()) {
                for (Recipe simpler : smaller) {
                    assertEquals(simpler, Recipe.parse(simpler.text()));
                }
                recipe = smaller.get(random.nextInt(smaller.size()));
                theorem.instance(recipe);
                smaller = recipe.smaller();
            }
        }
    }

    @Test
    void shrinkingKeepsOptimalWeightsOnlyWhereTheyAreComputed() {
        Recipe product = Recipe
                .parse("deepest-first:seed=0,K=1,weights=optimal/integer(8,30):0/integer(30,16):0");
        assertTrue(product.smaller().stream()
                .anyMatch(recipe -> recipe.text().equals("deepest-first:seed=0,K=1/integer(8,30):0")));
        Recipe layer = Recipe.parse("lista-cp:seed=0,K=1/shuffled-disjoint(8,1):0,weights=optimal");
        assertTrue(layer.smaller().stream().map(Recipe::text).toList()
                .contains("lista-cp:seed=0,K=1/disjoint(8,1):0,weights=optimal"));
        // 24 rows under the layer that becomes larger are no longer a small dictionary
        Recipe refitted = Recipe
                .parse("layer-by-layer:seed=0,K=1/disjoint(24,3):0/integer(8,2):0,weights=optimal");
        List<String> texts = refitted.smaller().stream().map(Recipe::text).toList();
        assertTrue(
                texts.contains("layer-by-layer:seed=0,K=1/disjoint(24,2):0/identity(12):0,weights=optimal"),
                texts.toString());
    }

    /// What a program prints as a hexadecimal number or with a suffix is no decimal.
    @Test
    void noiseIsADecimal() {
        assertEquals(Recipe.parse("stability:seed=1,noise=0.5"), Recipe.parse("stability:seed=1,noise=5e-1"));
        for (String noise : List.of("0x1p3", "1d", "NaN", "Infinity", ".5", "1.", "", " 1", "1e9999")) {
            assertEquals("noise is '" + noise + "', which is no decimal number",
                    assertThrows(IllegalArgumentException.class,
                            () -> Recipe.parse("stability:seed=1,noise=" + noise)).getMessage());
        }
    }

    @Test
    void zeroNoiseIsOneNumber() {
        assertEquals(Recipe.parse("stability:seed=1,noise=0"), Recipe.parse("stability:seed=1,noise=-0.0"));
    }

    @Test
    void numbersOfLayersAreChecked() {
        for (String theorem : List.of("spark-bound", "welch-bound", "babel-bound", "omp-exact")) {
            assertEquals(theorem + " takes one layer but the recipe has 0", refusal(theorem + ":seed=1"));
            assertEquals(theorem + " takes one layer but the recipe has 2",
                    refusal(theorem + ":seed=1/core(7):1/identity(8):1"));
            assertEquals(theorem + " takes no activation but the layer has relu",
                    refusal(theorem + ":seed=1/core(7):1,relu"));
        }
        assertEquals("lista-cp takes one layer but the recipe has 2",
                refusal("lista-cp:seed=1,K=1/core(7):1/identity(8):1"));
        assertEquals("soft-threshold-relu takes no layers but the recipe has 1",
                refusal("soft-threshold-relu:seed=1,K=1/core(7):1"));
        for (String theorem : List.of("uniqueness", "l1-equivalence", "weighted-l1", "stability")) {
            assertEquals(theorem + " takes at least one layer but the recipe has none",
                    refusal(theorem + ":seed=1"));
        }
        for (String theorem : List.of("layer-by-layer", "deepest-first", "noiseless-rate")) {
            assertEquals(theorem + " takes at least one layer but the recipe has none",
                    refusal(theorem + ":seed=1,K=1"));
        }
    }
}
