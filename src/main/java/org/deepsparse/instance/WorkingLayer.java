package org.deepsparse.instance;

import java.util.stream.IntStream;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;

/// What makes an upper layer more than decoration.
///
/// A theorem about deep problems says little about a second layer with disjoint atoms: its code can be read
/// off. A layer above the first is *working* when its own problem is a real one and the layer below matters
/// to it:
/// * its dictionary has coherent atoms, and more of them than its rank;
/// * its budget is 2 or more, and the true code uses 2 or more;
/// * some layer below it has coherent atoms, and more of them than its rank.
final class WorkingLayer {

    private WorkingLayer() {}

    /// Whether a layer of the chain is working.
    static boolean isIn(ChainInstance chain) {
        return IntStream.rangeClosed(2, chain.problem().depth()).anyMatch(j -> works(chain, j));
    }

    private static boolean works(ChainInstance chain, int j) {
        Layer layer = chain.problem().layer(j);
        return layer.sparsityBudget() >= 2
                && chain.truth().code(j).sparsity() >= 2
                && isRedundant(layer.dictionary())
                && IntStream.range(1, j)
                        .anyMatch(below -> isRedundant(chain.problem().layer(below).dictionary()));
    }

    /// Coherent atoms, some of them dependent.
    private static boolean isRedundant(Dictionary dictionary) {
        return dictionary.coherence().squared().signum() > 0
                && (dictionary.atoms() > dictionary.rows()
                        || dictionary.exact().rank() < dictionary.atoms());
    }
}
