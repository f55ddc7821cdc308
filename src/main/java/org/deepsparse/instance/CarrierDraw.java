package org.deepsparse.instance;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.instance.family.AffinePlane;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.Family;
import org.deepsparse.instance.family.Packing;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.Variant;

/// Draws two layers of which the upper one is working ([WorkingLayer]).
///
/// Two nonzeros in the upper code become up to 2p nonzeros below, p the nonzeros of an atom, and two
/// different atoms of a plane or packing have mu = 1/p. So p >= 4 allows the upper budget 2, and the lower
/// layer must allow 8 nonzeros or more: simplices and cores do, from 17 atoms on, with mu = 1/n. For p = 3
/// optimal weights reach 1/5 where mu is 1/3, and then the budget 2 as well.
///
/// @param lower the layer below, without a budget
/// @param upper the layer above, with the budget 2
record CarrierDraw(LayerRecipe lower, LayerRecipe upper) {

    private static final int UPPER_BUDGET = 2;

    /// Atoms of a packing beyond the rows, at most; they stay below 49, which 28 rows can hold.
    private static final int MOST_EXTRA_ATOMS = 9;

    /// @param iterated whether an unrolled solver will run: it gets lower layers with many atoms, which are
    ///     less coherent, so that it does not take too long
    static CarrierDraw draw(boolean iterated, UniformRandomProvider random) {
        Family lower = lower(iterated, random);
        // a perturbed simplex has independent atoms; a core has more atoms than rows whatever is done to it
        Variant lowerVariant = lower instanceof Core
                ? List.of(Variant.PLAIN, Variant.SHUFFLED, Variant.PERTURBED).get(random.nextInt(3))
                : List.of(Variant.PLAIN, Variant.SHUFFLED).get(random.nextInt(2));
        Variant upperVariant = List.of(Variant.SHUFFLED, Variant.MAGNIFIED).get(random.nextInt(2));
        int rows = lower.atoms();
        boolean optimal = iterated && random.nextInt(3) == 0;
        LayerRecipe upper = optimal
                ? new LayerRecipe(new AffinePlane(3, rows), Variant.PLAIN).with(Weighting.OPTIMAL)
                : new LayerRecipe(upper(rows, random), upperVariant);
        return new CarrierDraw(new LayerRecipe(lower, lowerVariant), upper.withSparsity(UPPER_BUDGET));
    }

    private static Family lower(boolean iterated, UniformRandomProvider random) {
        if (random.nextInt(3) == 0) {
            return new Core(31);
        }
        return new Simplex(iterated ? 24 + random.nextInt(8) : 16 + random.nextInt(16));
    }

    private static Family upper(int rows, UniformRandomProvider random) {
        if (rows < 25 || random.nextInt(4) == 0) {
            return new AffinePlane(4, rows);
        }
        return rows < 28 || random.nextBoolean()
                ? new AffinePlane(5, rows)
                : new Packing(rows, rows + 1 + random.nextInt(MOST_EXTRA_ATOMS), 4);
    }
}
