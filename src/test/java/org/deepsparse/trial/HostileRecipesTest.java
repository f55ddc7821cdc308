package org.deepsparse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.instance.WeightedInstance;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.theorem.WeightedL1Minimality;
import org.deepsparse.verdict.Decision;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Recipes and instances made to get a wrong verdict. Each once did.
class HostileRecipesTest {

    private static Verdict verdict(String recipe) {
        Recipe parsed = Recipe.parse(recipe);
        return JudgedCase.of(Theorems.named(parsed.theorem()), parsed).judgement().verdict();
    }

    /// The exact 1 - q is 2^-55: positive, but the bound computes with q = 1, from which nothing decays.
    @ParameterizedTest
    @ValueSource(strings = {"lista-cp", "deepest-first", "layer-by-layer", "noiseless-rate"})
    void aContractionLostInRoundingIsUndecided(String theorem) {
        for (String tail : List.of("seed=3056,K=1000,noise=0/integer(2,2):1", "seed=6244,K=1000,noise=0/integer(3,2):1")) {
            assertEquals(Verdict.UNDECIDED, verdict(theorem + ":" + tail));
        }
    }

    /// Slopes so small that inverting them overflows: no bound, hence nothing shown, and no crash either.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "layer-by-layer:seed=642,K=60,noise=0.1/scaled-integer(1,1):0,leaky(4.9e-324)",
                "layer-by-layer:seed=656,K=5,noise=1000/perturbed-identity-dct(4):1,leaky(4.9e-324)",
                "layer-by-layer:seed=567,K=60,noise=0.5/alternating(3,5):0,leaky(4.9e-324)/scaled-disjoint(5,3):0,leaky(1)"
            })
    void overflowIsUndecided(String recipe) {
        Verdict verdict = verdict(recipe);
        assertNotEquals(Verdict.HOLDS, verdict);
        assertNotEquals(Verdict.VIOLATED, verdict);
    }

    /// om_J > 0 is part of H4 whatever the weights below it are.
    @Test
    void theLastWeightMustBePositive() {
        WeightedL1Minimality theorem = new WeightedL1Minimality();
        WeightedInstance chain = theorem.instance(new NamedExample("weighted-l1", "equal-norm-chain-1-1"));
        for (Rational last : List.of(Rational.ZERO, Rational.of(-1))) {
            WeightedInstance instance = new WeightedInstance(chain.chain(), List.of(Rational.of(100), last));
            Decision h4 = theorem.hypotheses().get(3).decide(instance);
            assertEquals(Verdict.VIOLATED, h4.verdict());
            assertEquals(List.of(Evidence.Facts.of("om_J", last)), h4.evidence());
        }
    }
}
