package org.deepsparse.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.AffinePlane;
import org.deepsparse.instance.family.Simplex;
import org.junit.jupiter.api.Test;

/// When an upper layer is more than decoration, and that carriers draw such layers.
class WorkingLayerTest {

    private static boolean works(String layers) {
        return WorkingLayer.isIn(ChainInstance.of(Recipe.parse("uniqueness:seed=3/" + layers)));
    }

    @Test
    void aCoherentRedundantLayerWithTwoNonzerosWorks() {
        assertTrue(works("simplex(24):10/affine(5):2"));
        assertTrue(works("simplex(19):8/affine(4,20):2"), "20 lines of rank 16: no more atoms than rows");
        assertTrue(works("simplex(24):10/affine(5):2/disjoint(30,2):1"));
    }

    /// Each condition of the definition once.
    @Test
    void whatMissesOneConditionDoesNot() {
        assertFalse(works("simplex(24):5/affine(5):1"), "a budget of one");
        assertFalse(works("simplex(24):10"), "no upper layer");
        assertFalse(works("simplex(24):10/disjoint(25,5):2"), "no coherence");
        assertFalse(works("identity(25):10/affine(5):2"), "nothing redundant below");
        assertFalse(works("simplex(6):3/fano:1"), "independent atoms, and a budget of one");
        ChainInstance unused = ChainExamples.named(new NamedExample("uniqueness", "core7-halves-below-2"));
        assertFalse(WorkingLayer.isIn(unused), "an identity above");
    }

    /// Every pair that is drawn is one, for the sizes of both kinds of theorems.
    @Test
    void carriersWork() {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(8L);
        for (int i = 0; i < 200; i++) {
            CarrierDraw pair = CarrierDraw.draw(i % 2 == 0, random);
            int needed = 2 * pair.upper().columnSparsity();
            assertEquals(2, pair.upper().sparsity());
            DrawnRecipe recipe = new DrawnRecipe("uniqueness", Settings.of(i),
                    List.of(pair.lower().withSparsity(needed), pair.upper().with(Weighting.SCALED)));
            assertTrue(WorkingLayer.isIn(ChainInstance.of(recipe)), recipe.text());
        }
    }

    /// On a simplex the pair attains the bound, as antipodal codes do.
    @Test
    void opposedChainsLieOnTheBoundOfASimplex() {
        ChainInstance pair = ChainInstance.ofTwoChains(Recipe.parse("stability:seed=5/simplex(6):3"));
        Dictionary simplex = new Simplex(6).dictionary();
        Layer layer = pair.problem().layer(1);
        assertEquals(simplex.matrix().toRows()[0][0], layer.dictionary().matrix().toRows()[0][0]);
        assertEquals(3, pair.truth().code(1).sparsity());
        assertEquals(3, pair.rival().orElseThrow().code(1).sparsity());
        // norm2(D h)^2 = c^2 (1 - 5/6) norm2(h)^2 with c^2 = 42: 7 norm2(h)^2, and 4 eps^2 = norm2(D h)^2
        assertEquals(pair.truth().squaredDistance(pair.rival().orElseThrow(), 1).times(7),
                pair.problem().squaredTolerances().get(0).times(4));
    }

    /// Rows of zeros are what lets a plane stand on more atoms than it has points.
    @Test
    void paddedPlanesFit() {
        assertEquals("affine(4,17)", new AffinePlane(4, 17).text());
        assertEquals("affine(4)", new AffinePlane(4, 16).text());
        assertEquals(new AffinePlane(4).dictionary().coherence().squared(),
                new AffinePlane(4, 17).dictionary().coherence().squared());
    }
}
