package org.deepsparse.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Budget;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalSimplex;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.AffinePlane;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.FanoPlane;
import org.deepsparse.instance.family.Gaussian;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.RandomInteger;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.instance.family.Steiner;
import org.deepsparse.linalg.Matrix;

/// The generalized coherence against exact linear programs, which share nothing with the floating-point ones
/// but the statement.
class GeneralizedCoherenceProperties {

    @Property(seed = "1", tries = 150)
    void theExactValueIsEnclosed(@ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll @IntRange(min = 1, max = 7) int atoms,
            @ForAll long seed) {
        Dictionary dictionary = new RandomInteger(rows, atoms, 4)
                .dictionary(RandomSource.XO_SHI_RO_256_PP.create(seed));
        GeneralizedCoherence mut = GeneralizedCoherence.of(dictionary);
        Rational exact = exact(dictionary);
        assertContains(mut.value(), exact);
        assertTrue(mut.isDecided(), () -> "undecided: " + mut.value() + " for " + exact);
    }

    /// Whatever the weights are, they prove the upper end: the exact products of w_i/(w_i^T d_i) are at most
    /// that.
    @Property(seed = "2", tries = 60)
    void theWeightsProveTheUpperEnd(@ForAll @IntRange(min = 2, max = 6) int rows,
            @ForAll @IntRange(min = 2, max = 12) int atoms,
            @ForAll long seed) {
        Dictionary dictionary = new Gaussian(rows, atoms, 16)
                .dictionary(RandomSource.XO_SHI_RO_256_PP.create(seed));
        GeneralizedCoherence mut = GeneralizedCoherence.of(dictionary);
        Matrix weights = mut.weights().matrix();
        Rational largest = Rational.ZERO;
        for (int i = 0; i < atoms; i++) {
            RationalVector weight = RationalVector.of(weights.column(i));
            Rational unit = weight.dot(RationalVector.of(dictionary.atom(i)));
            for (int l = 0; l < atoms; l++) {
                Rational product = weight.dot(RationalVector.of(dictionary.atom(l))).dividedBy(unit).abs();
                largest = l != i && product.compareTo(largest) > 0 ? product : largest;
            }
        }
        assertTrue(mut.weights().feasibleCoherence() >= largest.enclosure().lower());
        if (atoms > rows) {
            assertTrue(mut.value().upper() >= largest.enclosure().lower());
        }
        assertTrue(mut.value().upper() <= AnalysisWeights.scaled(dictionary).feasibleCoherence(),
                "worse than scaled atoms");
    }

    @Example
    void knownValues() {
        assertValue(Rational.of(1, 7), new Core(7).dictionary());
        assertValue(Rational.of(1, 5), new Simplex(5).dictionary());
        assertValue(Rational.of(1, 2), new IdentityHadamard(4).dictionary());
        assertValue(Rational.of(1, 3), new Steiner(7).dictionary());
        // mu = 1/3: better weights than the atoms themselves
        assertValue(Rational.of(1, 5), new AffinePlane(3).dictionary());
        assertValue(Rational.ONE, Dictionary.of(Matrix.ofRows(new double[] {1, 1})));
        assertValue(Rational.of(3), Dictionary.of(Matrix.ofRows(new double[] {1, 3}))); // not scale free
        assertEquals(Interval.ZERO, GeneralizedCoherence.of(new FanoPlane().dictionary()).value());
        assertEquals(Interval.ZERO,
                GeneralizedCoherence
                        .of(Dictionary.of(Matrix.ofRows(new double[] {5, 4}, new double[] {0, 3}))).value());
    }

    /// The enclosure is tight enough to tell mut from mu and from mu C/c.
    @Example
    void otherCoherencesAreOutside() {
        Dictionary plane = new AffinePlane(3).dictionary();
        assertFalse(overlaps(GeneralizedCoherence.of(plane).value(), MutualCoherence.of(plane).value()));
        Dictionary unequal = Dictionary.of(Matrix.ofRows(new double[] {1, 0, 8}, new double[] {0, 1, 6}));
        assertValue(Rational.of(8, 7), unequal);
        assertEquals(8.0, AnalysisWeights.scaled(unequal).coherence().upper());
    }

    /// On simplex_5 scaled atoms are optimal already, with norm1 1/3; 1/5 is enough.
    @Example
    void theLeastNormsAreTaken() {
        Dictionary simplex = new Simplex(5).dictionary();
        assertTrue(AnalysisWeights.optimal(simplex).norm1() < 0.25);
        assertTrue(AnalysisWeights.scaled(simplex).norm1() > 0.25);
    }

    /// What the solver leaves open is said to be open.
    @Example
    void anEnclosureFromZeroIsUndecided() {
        AnalysisWeights weights = AnalysisWeights.scaled(new Core(3).dictionary());
        assertFalse(new GeneralizedCoherence(Interval.of(0, 0.5), weights).isDecided());
        assertFalse(new GeneralizedCoherence(Interval.of(0.25, 0.5), weights).isDecided());
        assertTrue(new GeneralizedCoherence(Interval.of(0.25, 0.25 + 1e-10), weights).isDecided());
        assertTrue(new GeneralizedCoherence(Interval.ZERO, weights).isDecided());
    }

    /// Powers of two in all atoms at once change nothing, at any size.
    @Example
    void unitsDoNotMatter() {
        Dictionary plane = new AffinePlane(3).dictionary();
        for (double unit : new double[] {0x1p-1000, 0x1p-30, 0x1p30, 0x1p1000}) {
            double[] entries = Arrays.stream(plane.matrix().toColumnMajor()).map(entry -> entry * unit)
                    .toArray();
            assertValue(Rational.of(1, 5),
                    Dictionary.of(Matrix.ofColumnMajor(plane.rows(), plane.atoms(), entries)));
        }
    }

    private static void assertValue(Rational expected, Dictionary dictionary) {
        GeneralizedCoherence mut = GeneralizedCoherence.of(dictionary);
        assertContains(mut.value(), expected);
        assertTrue(mut.isDecided());
        assertEquals(expected, exact(dictionary));
    }

    private static void assertContains(Interval interval, Rational value) {
        Interval around = value.enclosure();
        assertTrue(interval.lower() <= around.upper() && around.lower() <= interval.upper(),
                () -> interval + " does not contain " + value);
    }

    private static boolean overlaps(Interval a, Interval b) {
        return a.lower() <= b.upper() && b.lower() <= a.upper();
    }

    /// max_i mut_i, by `min t` subject to `w^T d_i = 1`, `-t <= w^T d_l <= t` in standard form.
    private static Rational exact(Dictionary dictionary) {
        Rational largest = Rational.ZERO;
        for (int i = 0; i < dictionary.atoms(); i++) {
            Rational mut = exact(dictionary, i);
            largest = mut.compareTo(largest) > 0 ? mut : largest;
        }
        return largest;
    }

    private static Rational exact(Dictionary dictionary, int i) {
        int m = dictionary.rows();
        int n = dictionary.atoms();
        int constraints = 1 + 2 * (n - 1);
        int unknowns = 2 * m + 1 + 2 * (n - 1); // w = p - q, t, slacks
        Rational[][] columns = new Rational[unknowns][constraints];
        for (Rational[] column : columns) {
            Arrays.fill(column, Rational.ZERO);
        }
        int row = 1;
        for (int l = 0; l < n; l++) {
            for (int k = 0; k < m; k++) {
                Rational entry = Rational.of(dictionary.matrix().get(k, l));
                if (l == i) {
                    columns[k][0] = entry;
                    columns[m + k][0] = entry.negate();
                } else {
                    columns[k][row] = entry;
                    columns[m + k][row] = entry.negate();
                    columns[k][row + 1] = entry.negate();
                    columns[m + k][row + 1] = entry;
                }
            }
            if (l != i) {
                for (int side = 0; side < 2; side++) {
                    columns[2 * m][row + side] = Rational.of(-1);
                    columns[2 * m + row + side][row + side] = Rational.ONE;
                }
                row += 2;
            }
        }
        Rational[] rightSide = new Rational[constraints];
        Arrays.fill(rightSide, Rational.ZERO);
        rightSide[0] = Rational.ONE;
        Rational[] cost = new Rational[unknowns];
        Arrays.fill(cost, Rational.ZERO);
        cost[2 * m] = Rational.ONE;
        Optional<RationalSimplex.Optimum> optimum = RationalSimplex.minimise(
                RationalMatrix.ofColumns(constraints,
                        Arrays.stream(columns).map(RationalVector::of).toList()),
                RationalVector.of(rightSide), RationalVector.of(cost));
        return optimum.orElseThrow().value();
    }

    /// Enclosures that the floating-point programs leave wide are made exact: nearly dependent atoms, and
    /// atoms of very different sizes.
    @Example
    void wideEnclosuresAreTightened() {
        assertTight(new double[] {-1, -1.999999999998181, 1.0000000000009095, 1},
                new double[] {1.999999999998181, -0.9999999999990905, -2, 1.999999999998181});
        assertTight(new double[] {1, 0x1p-300, 3, 5}, new double[] {2, 0x1p-301, 0x1p300, 1});
        assertTight(new double[] {0x1p500, 1, 3}, new double[] {0x1p-500, 1, 0x1p-400});
    }

    /// Invertible rows change nothing: `W^T D = (A^{-T} W)^T (A D)`. A row times 2^-200 is 0 to a
    /// floating-point solver.
    @Example
    void rowsOfOtherSizesAreTightened() {
        for (Dictionary dictionary : new Dictionary[] {new Core(7).dictionary(), new Core(3).dictionary(),
            new AffinePlane(2).dictionary()}) {
            double[][] rows = dictionary.matrix().toRows();
            rows[0] = Arrays.stream(rows[0]).map(entry -> entry * 0x1p-200).toArray();
            Dictionary flat = Dictionary.of(Matrix.ofRows(rows));
            assertEquals(exact(dictionary), exact(flat));
            assertTight(rows);
        }
    }

    /// The floating-point programs alone, in any unit: their tolerances are absolute.
    @Example
    void proposedWeightsAreGoodInAnyUnit() {
        Dictionary plane = new AffinePlane(3).dictionary();
        for (double unit : new double[] {0x1p-1000, 0x1p-30, 1, 0x1p30, 0x1p1000}) {
            double[] entries = Arrays.stream(plane.matrix().toColumnMajor()).map(entry -> entry * unit)
                    .toArray();
            AnalysisWeights weights = GeneralizedCoherence.weights(
                    Dictionary.of(Matrix.ofColumnMajor(plane.rows(), plane.atoms(), entries)));
            assertEquals(0.2, weights.feasibleCoherence(), 1e-9, "unit " + unit);
            assertEquals(0.2, weights.coherence().upper(), 1e-9, "unit " + unit);
        }
    }

    private static void assertTight(double[]... rows) {
        Dictionary dictionary = Dictionary.of(Matrix.ofRows(rows));
        GeneralizedCoherence mut = GeneralizedCoherence.of(dictionary);
        assertContains(mut.value(), exact(dictionary));
        assertTrue(mut.isDecided(), () -> "undecided: " + mut.value());
    }

    /// Nothing is searched for where all atoms are independent: 0 is known at once, and weights that reach
    /// it, up to rounding.
    @Example
    void independentAtomsNeedNoBudget() {
        double little = ModularElimination.PRIMES.get(0); // 0 modulo itself: the second prime decides
        for (Dictionary dictionary : new Dictionary[] {new FanoPlane().dictionary(),
            Dictionary
                    .of(Matrix.ofRows(new double[] {1, 3}, new double[] {0, little}, new double[] {0, 0}))}) {
            Budget none = new Budget(0);
            GeneralizedCoherence mut = GeneralizedCoherence.of(dictionary, none);
            assertEquals(Interval.ZERO, mut.value());
            assertTrue(mut.weights().feasibleCoherence() < 1e-9,
                    () -> "" + mut.weights().feasibleCoherence());
            assertEquals(0, none.taken());
        }
    }

    @Example
    void aBudgetLeavesAnEnclosure() {
        Dictionary dictionary = new Gaussian(5, 9, 16).dictionary(RandomSource.XO_SHI_RO_256_PP.create(1L));
        Rational exact = exact(dictionary);
        for (long budget : new long[] {0, 1, 500, 5000}) {
            assertContains(GeneralizedCoherence.of(dictionary, new Budget(budget)).value(), exact);
        }
        assertFalse(GeneralizedCoherence.of(dictionary, new Budget(1)).isDecided());
        // two programs an atom, each 16 n^2/m^2 subsets of m atoms: 1 + floor(16 9^3/5^2) = 467
        Budget enough = new Budget(9 * 467);
        assertTrue(GeneralizedCoherence.of(dictionary, enough).isDecided());
        assertEquals(9 * 467, enough.taken());
        GeneralizedCoherence four = GeneralizedCoherence.of(dictionary, new Budget(5 * 467 - 1));
        Matrix scaled = AnalysisWeights.scaled(dictionary).matrix();
        for (int i = 0; i < 9; i++) {
            assertEquals(i >= 4, Arrays.equals(scaled.column(i), four.weights().matrix().column(i)),
                    "atom " + i);
        }
        Budget stopped = Budget.unlimited();
        stopped.stop();
        GeneralizedCoherence nothing = GeneralizedCoherence.of(dictionary, stopped);
        assertFalse(nothing.isDecided());
        assertContains(nothing.value(), exact);
    }
}
