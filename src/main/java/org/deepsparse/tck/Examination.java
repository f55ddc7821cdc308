package org.deepsparse.tck;

import java.util.List;
import org.deepsparse.coding.Layer;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.verdict.Hypothesis;

/// How a solver is asked about an instance of a theorem.
///
/// @param <I> the theorem's kind of instance
interface Examination<I> {

    List<Layer> layers(I instance);

    /// The matrices of the layers' dictionaries.
    static List<Matrix> dictionaries(List<Layer> layers) {
        return layers.stream().map(layer -> layer.dictionary().matrix()).toList();
    }

    /// What the questions need besides the theorem's hypotheses.
    List<Hypothesis<I>> hypotheses();

    /// The calls to make; asked only where all hypotheses hold.
    List<Question> questions(I instance);
}
