package org.deepsparse.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.linalg.LeastEigenvector;

/// Two chains that are far apart although their signals are close, with the signal halfway between them: the
/// pairs that come near the bound of `stability`.
///
/// Take 2 lambda_J atoms of the last layer and the direction h in which they shrink most, which is the
/// eigenvector of the least eigenvalue of their Gram matrix. One half of the entries of h is the one code,
/// the other half with the opposite sign is the other: their difference is h, and `norm2(D_J h)` is as small
/// as these atoms allow. A simplex attains `norm2(D h)^2 = c^2 (1 - (2 lambda - 1) mu) norm2(h)^2`. The
/// eigenvector is computed in doubles and rounded to small integers, which only steers the draw.
final class OpposedChains {

    private static final int OPPOSED = -20;
    private static final int LARGEST_ENTRY = 64;

    private OpposedChains() {}

    /// @param recipe without noise
    static ChainInstance drawn(DrawnRecipe recipe) {
        UniformRandomProvider random = recipe.random(OPPOSED);
        List<Layer> layers = recipe.build();
        Layer top = layers.getLast();
        int atoms = top.dictionary().atoms();
        int budget = top.sparsityBudget();
        int[] chosen = ChainInstance.choose(atoms, Math.min(2 * budget, atoms), random);
        double[] direction = direction(top.dictionary(), chosen);
        double[] truth = new double[atoms];
        double[] rival = new double[atoms];
        for (int k = 0; k < chosen.length; k++) {
            if (k < budget) {
                truth[chosen[k]] = direction[k];
            } else {
                rival[chosen[k]] = -direction[k];
            }
        }
        ChainInstance.Descent first = ChainInstance.Descent.within(layers, SparseCode.of(truth), 0, random);
        ChainInstance.Descent second = ChainInstance.Descent.within(layers, SparseCode.of(rival), 0, random);
        RationalVector midpoint = first.signal().plus(second.signal()).times(Rational.of(1, 2));
        return ChainInstance.of(midpoint, layers, first.chain(), Optional.of(second.chain()));
    }

    /// Integers that are nearly proportional to the eigenvector.
    private static double[] direction(Dictionary dictionary, int[] chosen) {
        int size = chosen.length;
        if (size == 0) {
            return new double[0];
        }
        double[][] gram = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                gram[i][k] = dictionary.innerProduct(chosen[i], chosen[k]).nearest();
            }
        }
        double[] vector = LeastEigenvector.of(gram);
        double largest = Arrays.stream(vector).map(Math::abs).max().orElse(1);
        return Arrays.stream(vector).map(entry -> Math.rint(entry / largest * LARGEST_ENTRY)).toArray();
    }
}
