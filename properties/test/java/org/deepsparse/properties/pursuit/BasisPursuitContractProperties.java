package org.deepsparse.properties.pursuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Example;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.ChainInstance;
import org.deepsparse.instance.Recipe;
import org.deepsparse.properties.PursuitContract;
import org.deepsparse.pursuit.BasisPursuit;
import org.deepsparse.tck.Accuracy;
import org.deepsparse.tck.Promise;
import org.deepsparse.theorem.L1Equivalence;

/// The simplex method of Commons Math proves nothing about its rounding, so only its support is promised; and
/// because of its absolute tolerances only for integer dictionaries: nearly degenerate ones it may give up.
class BasisPursuitContractProperties extends PursuitContract {

    private static final int MOST_ATOMS = 32;

    @Override
    protected Promise<?> promise() {
        return Promise
                .basisPursuit(
                        (dictionary, signal, sparsity) -> BasisPursuit.minimiser(dictionary, signal)
                                .orElseThrow(),
                        Accuracy.ofSupport())
                .supporting(layer -> layer.dictionary().atoms() <= MOST_ATOMS && hasIntegers(layer))
                .refusingWrongSizes();
    }

    private static boolean hasIntegers(Layer layer) {
        return Arrays.stream(layer.dictionary().matrix().toColumnMajor())
                .allMatch(entry -> entry == Math.rint(entry));
    }

    @Example
    void nearlyDegenerateProgramsMayBeGivenUp() {
        Recipe recipe = Recipe.parse("l1-equivalence:seed=55/perturbed-harmonic(10):2");
        ChainInstance instance = new L1Equivalence().instance(recipe);
        Dictionary dictionary = instance.problem().layer(1).dictionary();
        assertEquals(Optional.empty(),
                BasisPursuit.minimiser(dictionary, instance.problem().signal().nearest()));
    }
}
