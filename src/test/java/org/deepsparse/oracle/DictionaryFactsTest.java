package org.deepsparse.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Budget;
import org.deepsparse.exact.Interval;
import org.deepsparse.linalg.Matrix;
import org.junit.jupiter.api.Test;

/// What is told about dictionaries whose answers are known by hand.
class DictionaryFactsTest {

    private static Dictionary dictionary(double[]... rows) {
        return Dictionary.of(Matrix.ofRows(rows));
    }

    private static DictionaryFacts facts(Dictionary dictionary, int babel, long budget) {
        Optional<Budget> spark = budget > 0 ? Optional.of(new Budget(budget)) : Optional.empty();
        return DictionaryFacts.of(dictionary, babel, spark, Optional.empty());
    }

    private static Guarantees.Guarantee by(String fact, int sparsity) {
        return new Guarantees.Guarantee(sparsity, fact);
    }

    /// Basis pursuit minimises norm1 of the atoms as stored, so it needs their norms; the others do not.
    @Test
    void guaranteesNameTheFactThatProvesThem() {
        Dictionary orthogonal = dictionary(new double[] {1, 0}, new double[] {0, 9});
        assertEquals(new Guarantees(by("coherence", 2), by("norms", 2), by("coherence", 2)),
                facts(orthogonal, 0, 0).guarantees());
        Dictionary independent = dictionary(new double[] {1, 1}, new double[] {0, 9});
        assertEquals(new Guarantees(by("coherence", 2), by("norms", 0), by("coherence", 2)),
                facts(independent, 0, 0).guarantees());
        assertEquals(new Guarantees(by("coherence", 2), by("spark", 2), by("coherence", 2)),
                facts(independent, 0, 100).guarantees());
        // two pairs of parallel-ish atoms: mu = 4/5 but no atom is close to two others
        Dictionary pairs = dictionary(new double[] {5, 4, 0, 0}, new double[] {0, 3, 0, 0},
                new double[] {0, 0, 5, 4}, new double[] {0, 0, 0, 3});
        assertEquals(by("coherence", 1), facts(pairs, 0, 0).guarantees().unique());
        assertEquals(by("spark", 4), facts(pairs, 3, 100).guarantees().unique());
        assertEquals(by("babel", 1), facts(pairs, 3, 100).guarantees().omp());
        // cosines of 2/5 in pairs: mu1(1) = mu1(2) = 2/5 allow any number
        Dictionary wide = dictionary(new double[] {2, 1, 0, 0}, new double[] {1, 2, 0, 0},
                new double[] {0, 0, 4, -1}, new double[] {0, 0, -1, 4});
        assertEquals(by("babel", 1), facts(wide, 3, 0).guarantees().omp());
    }

    /// The icosahedron in doubles misses the Welch bound by rounding alone.
    @Test
    void roundedFramesAreWithinRoundingOfTheWelchBound() {
        double golden = (1 + Math.sqrt(5)) / 2;
        Dictionary icosahedron = dictionary(new double[] {0, 0, 1, 1, golden, -golden},
                new double[] {1, 1, golden, -golden, 0, 0}, new double[] {golden, -golden, 0, 0, 1, 1});
        DictionaryFacts facts = facts(icosahedron, 0, 0);
        assertFalse(facts.attainsWelchBound());
        assertTrue(facts.isWithinRoundingOfWelchBound());
        assertEquals(Optional.of(true), facts.welchBoundIsAttainable());
        Dictionary tetrahedron = dictionary(new double[] {1, -1, 1, -1}, new double[] {1, 1, -1, -1},
                new double[] {1, -1, -1, 1});
        assertTrue(facts(tetrahedron, 0, 0).attainsWelchBound());
        assertFalse(facts(tetrahedron, 0, 0).isWithinRoundingOfWelchBound());
    }

    /// Squares that leave the doubles are no reason for a loose answer.
    @Test
    void extremeSizesKeepTheirDigits() {
        Interval norms = facts(dictionary(new double[] {1e200, 3e200}, new double[] {1e200, 1e200}), 0, 0)
                .atomNorms();
        assertTrue(norms.lower() > 1.41e200 && norms.upper() < 3.17e200, norms.toString());
        assertTrue(facts(dictionary(new double[] {1, 1e-170}, new double[] {0, 1}), 0, 0).coherence().value()
                .contains(1e-170));
    }

    @Test
    void theOrientationHintSeesNormsOfAnySize() {
        for (double unit : new double[] {1, 1e200, 1e-200, 1e-310}) {
            Dictionary unitRows = dictionary(new double[] {3 * unit, 4 * unit, 5 * unit},
                    new double[] {5 * unit, 3 * unit, 4 * unit});
            assertEquals(Optional.of("all rows have one norm and the atoms have not"),
                    Orientation.doubt(unitRows), "unit " + unit);
            Dictionary unequal = dictionary(new double[] {3 * unit, 4 * unit},
                    new double[] {5 * unit, 3 * unit}, new double[] {unit, unit});
            assertEquals(Optional.of("3 rows and only 2 atoms"), Orientation.doubt(unequal), "unit " + unit);
        }
    }
}
