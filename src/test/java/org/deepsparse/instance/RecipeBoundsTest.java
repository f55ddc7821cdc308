package org.deepsparse.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepsparse.instance.family.Families;
import org.junit.jupiter.api.Test;

/// Whatever a recipe says, it is bounded or refused in one line, before anything is built.
class RecipeBoundsTest {

    private static final long MOST_ENTRIES = 1 << 15;

    private static void assertRefused(String message, String recipe) {
        assertEquals(message,
                assertThrows(IllegalArgumentException.class, () -> Recipe.parse(recipe)).getMessage());
    }

    @Test
    void theLimitIsSaid() {
        String layer = "/identity(2):1";
        assertEquals(17, Recipe.parse("uniqueness:seed=1" + layer.repeat(16)).text().split("/").length);
        assertRefused("recipe has 17 layers; at most 16", "uniqueness:seed=1" + layer.repeat(17));
        assertRefused("recipe has 1400017 characters; at most 10000",
                "uniqueness:seed=1" + layer.repeat(100_000));
        assertRefused("family 'packing' has atoms = 1042441 but it must be in 1..1024",
                "uniqueness:seed=1/packing(1024,1042441,1):1");
        assertRefused("the dictionaries of the recipe have 1048576 entries; at most 32768",
                "uniqueness:seed=1/packing(1024,1024,1):1");
        assertRefused("the product of the dictionaries has 36864 entries; at most 32768",
                "uniqueness:seed=1/gaussian(192,1):1/gaussian(1,192):1");
        assertRefused(
                "weights=optimal on identity-hadamard(256), which is 256 x 512: at most 8 x 16, or 8192 "
                        + "entries where nothing is left to chance",
                "lista-cp:seed=1,K=3/identity-hadamard(256):1,weights=optimal");
        assertRefused("family 'simplex' has n = -5 but it must be in 1..1023",
                "uniqueness:seed=1/simplex(-5):1");
        assertRefused("sparsity is -1 for 8 atoms of core(7)", "uniqueness:seed=1/core(7):-1");
        assertRefused("recipe gives the key 'seed' twice", "uniqueness:seed=1,seed=2/core(7):1");
        assertRefused("recipe gives the key 'seed' twice", "uniqueness:seed=1,K=1,seed=1/core(7):1");
        assertRefused("a layer of core(7) is given two activations", "uniqueness:seed=1/core(7):1,relu,relu");
        assertRefused("K is 5001 but it must be in 0..5000", "lista-cp:seed=1,K=5001/core(7):1");
        assertRefused("seed has 20 digits; at most 19", "uniqueness:seed=" + "1".repeat(20));
    }

    /// Sizes at the ends of their ranges, and beyond: no family divides by one, or multiplies two, before it
    /// has looked at them.
    @Test
    void everyFamilyLooksAtItsParametersFirst() {
        List<Integer> edges = List.of(Integer.MIN_VALUE, -1, 0, 1, 2, 46_341, 65_536, Integer.MAX_VALUE);
        for (String family : Families.names()) {
            for (int a : edges) {
                assertBoundedOrRefused("uniqueness:seed=1/" + family + "(" + a + "):1");
                for (int b : edges) {
                    assertBoundedOrRefused("uniqueness:seed=1/" + family + "(" + a + "," + b + "):1");
                    for (int c : edges) {
                        assertBoundedOrRefused(
                                "uniqueness:seed=1/" + family + "(" + a + "," + b + "," + c + "):1");
                    }
                }
            }
        }
    }

    /// Lines that are nearly recipes: pieces in any order, then one character put in, left out or changed.
    @Property(seed = "1", tries = 2000)
    void oddRecipesAreBoundedOrRefused(@ForAll("odd") String recipe) {
        assertBoundedOrRefused(recipe);
    }

    @Provide
    Arbitrary<String> odd() {
        List<String> layers = new ArrayList<>();
        Families.names()
                .forEach(family -> layers.addAll(List.of(family, family + "(3,3)", family + "(2,4,1)")));
        Arbitrary<String> layer = Combinators.combine(
                Arbitraries.of("", "perturbed-", "signed-", "x-"), Arbitraries.of(layers),
                Arbitraries.of(":1", ":0", ":-1", ":99999999999999999999", "", ":1,relu", ":1,leaky(1/2)",
                        ":1,leaky(1/0)", ":1,weights=optimal", ":1,abs,abs"))
                .as((variant, family, rest) -> variant + family + rest);
        Arbitrary<String> settings = Arbitraries
                .of("seed=1", "seed=-1", "seed=", "K=3", "K=99999", "noise=0.5",
                        "noise=NaN", "noise=1e999", "noise=-1", "weights=optimal", "example=core7", "x", "=",
                        "")
                .list().ofMaxSize(4).map(keys -> String.join(",", keys));
        return Combinators.combine(Arbitraries.of("uniqueness:", "lista-cp:", "nonsense:", ":", ""), settings,
                layer.list().ofMaxSize(4), Arbitraries.integers().between(0, 99),
                Arbitraries.of("", "(", ")", "/", ",", "\0", "\n", "\u00e9", "9", "-"))
                .as((theorem, keys, above, place, character) -> {
                    String line = theorem + "seed=1," + keys + "/" + String.join("/", above);
                    int at = Math.min(place, line.length());
                    return line.substring(0, at) + character
                            + line.substring(Math.min(line.length(), at + place % 2));
                });
    }

    private static void assertBoundedOrRefused(String text) {
        Recipe recipe;
        try {
            recipe = Recipe.parse(text);
        } catch (IllegalArgumentException e) {
            assertEquals(1, String.valueOf(e.getMessage()).lines().count(), text);
            assertTrue(e.getClass() != NumberFormatException.class, text);
            return;
        }
        assertEquals(recipe, Recipe.parse(recipe.text()), text);
        if (recipe instanceof DrawnRecipe drawn) {
            assertTrue(drawn.layers().size() <= 16 && drawn.size() <= MOST_ENTRIES, text);
        }
    }
}
