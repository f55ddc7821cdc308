package org.deepsparse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;

/// Recipes made to do harm. Two kinds:
///
/// * made to be accepted although a part of it is ignored: the part is named and the recipe refused;
/// * made to exhaust time or memory, or to break the reader: refused in one line, before anything is built.
class HostileRecipesTest {

    private static Verdict verdict(String recipe) {
        Recipe parsed = Recipe.parse(recipe);
        return JudgedCase.of(Theorems.named(parsed.theorem()), parsed).judgement().verdict();
    }

    private static String refusal(String recipe) {
        return assertThrows(IllegalArgumentException.class, () -> verdict(recipe), recipe).getMessage();
    }

    @Test
    void whatATheoremWouldIgnoreIsRefused() {
        assertEquals("spark-bound takes seed but the recipe gives K",
                refusal("spark-bound:seed=1,K=5,noise=3,weights=optimal/simplex(4):1"));
        assertEquals("spark-bound takes seed but the recipe gives noise",
                refusal("spark-bound:seed=1,noise=0/simplex(4):1"));
        assertEquals(
                "lista-cp takes seed, K, noise, weights on a layer but the recipe gives weights in front of "
                        + "the layers",
                refusal("lista-cp:seed=1,K=1000,weights=optimal/affine(2):1"));
        assertEquals(
                "deepest-first takes seed, K, noise, weights in front of the layers but the recipe gives "
                        + "weights on a layer",
                refusal("deepest-first:seed=1,K=1000/affine(2):1,weights=optimal"));
    }

    @Test
    void optimalWeightsAreRefusedWhereTheyAreNotComputed() {
        String layer = ": at most 8 x 16, or 8192 entries where nothing is left to chance";
        assertEquals("weights=optimal on integer(9,16), which is 9 x 16" + layer,
                refusal("lista-cp:seed=1,K=1/integer(9,16):1,weights=optimal"));
        assertEquals("weights=optimal on shuffled-core(15), which is 15 x 16" + layer,
                refusal("layer-by-layer:seed=1,K=1/shuffled-core(15):1,weights=optimal"));
        assertEquals("weights=optimal on core(127), which is 127 x 128" + layer,
                refusal("noiseless-rate:seed=1,K=1/core(127):1,weights=optimal"));
        assertEquals(
                "weights=optimal in front of the layers is for their product, which is 7 x 20: at most 8 x "
                        + "16; for one dictionary it stands on its layer",
                refusal("deepest-first:seed=1,K=1,weights=optimal/core(7):1/integer(8,20):1"));
        assertEquals("weights is 'scaled' but it must be optimal; without the key they are scaled",
                refusal("deepest-first:seed=1,K=1,weights=scaled/core(7):1"));
    }

    /// Each in one line that says what is too large, and how large it may be.
    @Test
    void sizesAreBoundedBeforeAnythingIsBuilt() {
        String thousand = "/identity(1024):1".repeat(1000);
        assertEquals("recipe has 17017 characters; at most 10000", refusal("uniqueness:seed=1" + thousand));
        assertEquals("recipe has 500 layers; at most 16",
                refusal("uniqueness:seed=1" + thousand.substring(0, 500 * 17)));
        assertEquals("the dictionaries of the recipe have 1048576 entries; at most 32768",
                refusal("uniqueness:seed=1/identity(1024):1"));
        assertEquals("the dictionaries of the recipe have 131072 entries; at most 32768",
                refusal("deepest-first:seed=1,K=1/integer(256,256):1/integer(256,256):1"));
        assertEquals("the product of the dictionaries has 1000000 entries; at most 32768",
                refusal("deepest-first:seed=1,K=1/integer(1000,1):1/integer(1,1000):1"));
        assertEquals("family 'packing' has atoms = 1042441 but it must be in 1..1024",
                refusal("stability:seed=1/packing(1024,1042441,1):1"));
        assertEquals("K is 5001 but it must be in 0..5000", refusal("lista-cp:seed=1,K=5001/core(7):1"));
        assertEquals("noise is 1.0E300 but it must be in 0..1048576",
                refusal("stability:seed=1,noise=1e300/core(7):1"));
        assertEquals("noise is 'NaN', which is no decimal number",
                refusal("stability:seed=1,noise=NaN/core(7):1"));
        assertEquals("a size of layer 'core(99999999999):1' is 99999999999 but it must be in "
                + "-2147483648..2147483647",
                refusal("stability:seed=1/core(99999999999):1"));
        assertEquals("seed has 300 digits; at most 19",
                refusal("stability:seed=" + "9".repeat(300) + "/core(7):1"));
        assertEquals("sparsity is 9 for 8 atoms of core(7)", refusal("stability:seed=1/core(7):9"));
    }

    @Test
    void whatIsNoRecipeIsRefusedInOneLine() {
        String form = " is not of the form [variant-]family(sizes):sparsity[,activation][,weights=optimal]";
        assertEquals("layer ''" + form, refusal("stability:seed=1/"));
        assertEquals("layer ''" + form, refusal("stability:seed=1//core(7):1"));
        assertEquals("layer 'core():1'" + form, refusal("stability:seed=1/core():1"));
        assertEquals("layer 'core(7,):1'" + form, refusal("stability:seed=1/core(7,):1"));
        assertEquals("recipe has a '(' that does not fit: parentheses come in pairs and do not nest",
                refusal("stability:seed=1/" + "(".repeat(5000) + "core(7)" + ")".repeat(4000)));
        assertEquals("recipe has a ')' that does not fit: parentheses come in pairs and do not nest",
                refusal("stability:seed=1)/core(7):1"));
        assertEquals("recipe has a '(' without a ')'", refusal("stability:seed=1/core(7"));
        assertEquals("recipe has the character U+000A at position 16; it is plain ASCII in one line",
                refusal("stability:seed=1\n/core(7):1"));
        assertEquals("recipe gives no seed", refusal("stability:noise=1/core(7):1"));
        assertEquals("recipe gives the key 'seed' twice", refusal("stability:seed=1,seed=1/core(7):1"));
        assertEquals("unknown key '' in recipe; known: seed, K, noise, weights, example",
                refusal("stability:/core(7):1"));
        assertEquals("seed is '', which is no whole number", refusal("stability:seed=/core(7):1"));
        assertEquals("seed is '0x7', which is no whole number", refusal("stability:seed=0x7/core(7):1"));
        assertEquals("noise is 'much', which is no decimal number",
                refusal("stability:seed=1,noise=much/core(7):1"));
        assertEquals("a layer of core(7) is given two activations",
                refusal("stability:seed=1/core(7):1,relu,abs"));
        assertEquals("a layer of core(7) is given two weights",
                refusal("lista-cp:seed=1,K=1/core(7):1,weights=optimal,weights=optimal"));
        assertEquals("recipe 'stability:example=' names no example", refusal("stability:example="));
        assertTrue(refusal("stability:seed=1/cor(7):1")
                .startsWith("unknown family 'cor'; known: simplex, core, "));
    }

    /// Characters of real recipes in a random order, and real recipes with a few characters changed: a recipe
    /// that is read back as itself, or one line about what is wrong with it.
    @Test
    void anyTextIsARecipeOrRefusedInOneLine() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
        String seed = "layer-by-layer:seed=12,K=60,noise=0.5"
                + "/scaled-integer(3,5):2,leaky(1/2)/disjoint(5,3):1,weights=optimal";
        int recipes = 0;
        for (int trial = 0; trial < 20_000; trial++) {
            StringBuilder text = new StringBuilder(seed);
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                char c = seed.charAt(random.nextInt(seed.length()));
                int i = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(i, c);
                    case 1 -> text.insert(i, c);
                    default -> text.deleteCharAt(i);
                }
            }
            try {
                Recipe recipe = Recipe.parse(text.toString());
                assertEquals(recipe, Recipe.parse(recipe.text()));
                recipes++;
            } catch (IllegalArgumentException e) {
                assertEquals(1, String.valueOf(e.getMessage()).lines().count(), text.toString());
            }
        }
        assertTrue(recipes > 1000, recipes + " recipes");
    }
}
