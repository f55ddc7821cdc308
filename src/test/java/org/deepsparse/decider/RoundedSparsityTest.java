package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.family.AffinePlane;
import org.deepsparse.instance.family.Core;
import org.deepsparse.linalg.Matrix;
import org.junit.jupiter.api.Test;

/// Whether half an ulp could change the sparsity that a coherence guarantees.
class RoundedSparsityTest {

    /// At mu = 1/3 exactly one nonzero is guaranteed and two just below. The tetrahedron cannot get below:
    /// the Welch bound holds it; the affine plane can.
    @Test
    void roundingMattersWhereTheThresholdIsAndNothingForbidsIt() {
        assertFalse(RoundedSparsity.hangsOnRounding(new Core(3).dictionary(), Rational.of(1, 9)));
        assertTrue(RoundedSparsity.hangsOnRounding(new AffinePlane(3).dictionary(), Rational.of(1, 9)));
        assertFalse(RoundedSparsity.hangsOnRounding(new AffinePlane(4).dictionary(), Rational.of(1, 16)));
        Dictionary subnormal = Dictionary
                .of(Matrix.ofRows(new double[] {Double.MIN_VALUE, 1}, new double[] {0, 1}));
        assertTrue(RoundedSparsity.hangsOnRounding(subnormal, subnormal.coherence().squared()));
    }
}
