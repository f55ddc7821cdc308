package org.deepsparse.bound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.linalg.Matrix;
import org.junit.jupiter.api.Test;

/// The conditions of the theorems at, just inside and just outside equality, far below what a double can tell
/// apart.
class ConditionsTest {

    /// Much less than an ulp of anything here.
    private static final Rational LITTLE = Rational.of(0x1p-200);

    @Test
    void theSignOfTheL1MarginIsExactNextToEquality() {
        Rational equality = Rational.of(1, 49);
        Rational c = Rational.of(7);
        Interval inside = L1EquivalenceCondition.margin(4, equality.minus(LITTLE), c, c);
        Interval outside = L1EquivalenceCondition.margin(4, equality.plus(LITTLE), c, c);
        assertTrue(inside.lower() > 0 && inside.upper() < 0x1p-40, () -> "inside " + inside);
        assertTrue(outside.upper() < 0 && outside.lower() > -0x1p-40, () -> "outside " + outside);
        assertEquals(3, L1EquivalenceCondition.largestSparsity(equality, c, c, 8));
        assertEquals(4, L1EquivalenceCondition.largestSparsity(equality.minus(LITTLE), c, c, 8));
        assertEquals(2, L1EquivalenceCondition.largestSparsity(equality, c, c, 2), "no more than atoms");
        assertEquals(0, L1EquivalenceCondition.largestSparsity(Rational.ONE, c, c, 8));
        assertEquals(Interval.of(1.5), L1EquivalenceCondition.margin(0, Rational.of(1, 4), c, c),
                "lambda = 0 always passes");
        // mu = 1/4, c = 1, C = 2: (1 + 1/4) - 2 lambda (1/4) 2 = 5/4 - lambda
        assertEquals(Interval.of(0.25),
                L1EquivalenceCondition.margin(1, Rational.of(1, 16), Rational.ONE, Rational.of(4)));
        assertEquals(Interval.of(-0.75),
                L1EquivalenceCondition.margin(2, Rational.of(1, 16), Rational.ONE, Rational.of(4)));
    }

    @Test
    void ceilingsOfReciprocalRootsAreExact() {
        for (int p = 1; p <= 12; p++) {
            for (int q = p; q <= 60; q++) {
                Rational squared = Rational.of(p, q);
                int c = 1;
                while (Rational.of((long) c * c).times(squared).compareTo(Rational.ONE) < 0) {
                    c++;
                }
                assertEquals(BigInteger.valueOf(c), UniquenessCondition.ceilingOfReciprocal(squared),
                        "mu^2 = " + squared);
            }
        }
        assertEquals(BigInteger.valueOf(8),
                UniquenessCondition.ceilingOfReciprocal(Rational.of(1, 49).minus(LITTLE)));
        assertEquals(8, SparkLowerBound.byCoherence(Rational.of(1, 49)));
        assertEquals(9, SparkLowerBound.byCoherence(Rational.of(1, 49).minus(LITTLE)));
        assertEquals(Double.POSITIVE_INFINITY, SparkLowerBound.byCoherence(Rational.ZERO));
    }

    /// The square is exact where the roots are: against the enclosure of the distance, and by hand.
    @Test
    void squaredStabilityByHand() {
        Rational quarter = Rational.of(1, 4);
        // (1/2 + 1/2)^2/((1/2)^2 9 (1 - 5/7)) = 14/9
        assertEquals(Optional.of(Rational.of(14, 9)),
                squaredDistance(List.of(quarter, quarter, Rational.ZERO), 3, Rational.of(1, 49)));
        // (sqrt 2 + 2 sqrt 2)^2 = 18, in any order and with nothing in front
        Optional<Rational> eighteen = Optional.of(Rational.of(18).times(Rational.of(4, 9)));
        for (List<Rational> squares : List.of(
                List.of(Rational.of(2), Rational.of(8), Rational.ZERO),
                List.of(Rational.ZERO, Rational.of(8), Rational.of(2)))) {
            assertEquals(eighteen, squaredDistance(squares, 7, Rational.ZERO));
        }
        assertEquals(Optional.empty(),
                squaredDistance(List.of(Rational.of(2), Rational.of(3)), 1, Rational.ZERO),
                "sqrt 2 + sqrt 3");
        assertEquals(Optional.empty(), squaredDistance(List.of(quarter), 1, Rational.of(1, 2)), "mu");
        assertEquals(Optional.empty(), squaredDistance(List.of(quarter), 4, Rational.of(1, 49)), "1 - 7/7");
        assertEquals(Optional.of(Rational.ZERO),
                squaredDistance(List.of(Rational.ZERO, Rational.ZERO), 4, Rational.of(1, 49)),
                "nothing over whatever it is");
        for (int lambda = 1; lambda <= 3; lambda++) {
            Interval distance = StabilityBound.distance(Interval.of(1.5), Interval.of(0.25), Interval.ZERO,
                    Interval.of(0.5), Interval.of(3), lambda, Rational.of(1, 7).enclosure());
            Rational squared = squaredDistance(List.of(Rational.of(9, 4), Rational.of(1, 16)), lambda,
                    Rational.of(1, 49)).orElseThrow();
            assertTrue(Rational.of(distance.lower()).square().compareTo(squared) <= 0);
            assertTrue(Rational.of(distance.upper()).square().compareTo(squared) >= 0);
        }
    }

    /// With l = 1/2 and c = 3.
    private static Optional<Rational> squaredDistance(List<Rational> squares, int lambda,
            Rational squaredCoherence) {
        return StabilityBound.squaredDistance(squares, Rational.of(1, 2), Rational.of(9), lambda,
                squaredCoherence);
    }

    @Test
    void stabilityByHand() {
        Interval half = Interval.of(0.5);
        Interval two = Interval.of(2);
        assertEquals(Interval.of(12),
                StabilityBound.distance(Interval.ONE, two, Interval.of(3), half, two, 1, Interval.of(0.75)),
                "6/(1/2 2 sqrt(1/4))");
        assertEquals(Interval.of(12),
                StabilityBound.distance(Interval.ONE, two, Interval.of(3), half, two, 2, Interval.of(0.25)),
                "1 - 3 mu = 1/4");
        assertEquals(Interval.of(6),
                StabilityBound.distance(Interval.ONE, two, Interval.of(3), half, two, 7, Interval.ZERO),
                "orthogonal atoms");
        Interval atEquality = StabilityBound.distance(Interval.ONE, two, Interval.of(3), half, two, 2,
                Interval.of(1.0 / 4, 1.0 / 2));
        assertEquals(new Interval(12, Double.POSITIVE_INFINITY), atEquality, "the root may be 0");
        Interval outside = StabilityBound.distance(Interval.ONE, two, Interval.of(3), half, two, 2,
                Interval.of(0.5));
        assertEquals(Double.POSITIVE_INFINITY, outside.upper());
    }

    private static Dictionary tetrahedronWith(double... row) {
        Matrix core = new Core(3).dictionary().matrix();
        double[][] rows = new double[4][];
        for (int i = 0; i < 3; i++) {
            rows[i] = new double[] {core.get(i, 0), core.get(i, 1), core.get(i, 2), core.get(i, 3)};
        }
        rows[3] = row;
        return Dictionary.of(Matrix.ofRows(rows));
    }

    /// Four atoms with cosines 1/3: mu1(1) + mu1(2) = 1 and mu1(3) = 1. A fourth row of size 2^-30 moves the
    /// cosines by 2^-60.
    @Test
    void babelConditionsAreDecidedNextToEquality() {
        double e = 0x1p-30;
        BabelFunction equal = BabelFunction.of(new Core(3).dictionary());
        assertEquals(Interval.ZERO, OmpCondition.margin(equal, 2));
        assertEquals(1, OmpCondition.largestSparsity(equal, 4));
        assertEquals(Optional.of(true), equal.reachesOne(3));
        assertEquals(Optional.of(false), equal.reachesOne(2));
        assertEquals(Interval.of(4), SparkLowerBound.byBabel(equal, 4));
        // rational cosines (1 - e^2)/(3 + e^2)
        BabelFunction smaller = BabelFunction.of(tetrahedronWith(e, e, e, e));
        assertEquals(Optional.of(1), smaller.signOfOneMinus(1, 2));
        assertTrue(OmpCondition.margin(smaller, 2).lower() > 0
                && OmpCondition.margin(smaller, 2).upper() < 0x1p-40);
        assertEquals(2, OmpCondition.largestSparsity(smaller, 4));
        assertEquals(Optional.of(false), smaller.reachesOne(3));
        assertEquals(Interval.of(Double.POSITIVE_INFINITY).lower(),
                SparkLowerBound.byBabel(smaller, 4).lower());
        // irrational ones: atom 0 with 3/sqrt(3 (3 + e^2)) < 1
        BabelFunction longer = BabelFunction.of(tetrahedronWith(e, 0, 0, 0));
        assertEquals(Optional.of(false), longer.reachesOne(3));
        assertEquals(Optional.empty(), longer.signOfOneMinus(1, 2),
                "the other atoms have 1/3 + 2/3, but not all roots are rational");
        Interval open = OmpCondition.margin(longer, 2);
        assertTrue(open.lower() < 0 && open.upper() > 0, () -> "open: " + open);
        // atoms 0 and 1 closer: (1 + e^2)/(3 + e^2) + 2/sqrt(3 (3 + e^2)) > 1
        BabelFunction closer = BabelFunction.of(tetrahedronWith(e, -e, 0, 0));
        assertEquals(Optional.of(-1), closer.signOfOneMinus(1, 2));
        assertTrue(OmpCondition.margin(closer, 2).upper() < 0
                && OmpCondition.margin(closer, 2).lower() > -0x1p-40);
        assertEquals(1, OmpCondition.largestSparsity(closer, 4));
        assertEquals(Optional.of(true), closer.reachesOne(3));
        // two atoms: 1 - mu with mu^2 = 1/(1 + e^4)
        BabelFunction nearlyParallel = BabelFunction
                .of(Dictionary.of(Matrix.ofRows(new double[] {1, 1}, new double[] {0, e * e})));
        assertEquals(Optional.of(1), nearlyParallel.signOfOneMinus(0, 1));
        assertEquals(Optional.of(false), nearlyParallel.reachesOne(1));
        assertTrue(OmpCondition.margin(nearlyParallel, 1).lower() > 0);
        assertEquals(Interval.ONE, OmpCondition.margin(nearlyParallel, 0));
    }

    @Test
    void orthogonalAtomsMeetEveryCondition() {
        BabelFunction orthogonal = BabelFunction.of(new StandardBasis(5).dictionary());
        assertEquals(5, OmpCondition.largestSparsity(orthogonal, 5));
        assertEquals(Interval.ONE, OmpCondition.margin(orthogonal, 3));
        assertEquals(Double.POSITIVE_INFINITY, SparkLowerBound.byBabel(orthogonal, 5).lower());
        BabelFunction parallel = BabelFunction.of(Dictionary.of(Matrix.ofRows(new double[] {1, 2, 3})));
        assertEquals(Interval.of(2), SparkLowerBound.byBabel(parallel, 3));
        assertEquals(Interval.of(2), SparkLowerBound.byBabel(parallel, 2), "the last k counts too");
    }

    private static WeightedL1Condition.LayerData layer(Rational squaredCoherence, int sparsity, Rational l) {
        return new WeightedL1Condition.LayerData(squaredCoherence, Rational.of(7), Rational.of(3), sparsity,
                l);
    }

    private static Interval first(List<Rational> weights, WeightedL1Condition.LayerData... layers) {
        return WeightedL1Condition.margins(weights, List.of(layers)).get(0);
    }

    private static List<Rational> weights(long... weights) {
        return LongStream.of(weights).mapToObj(Rational::of).toList();
    }

    /// mu = 1/7, lambda = 2: gap 1 - 4/8; m = 3, c^2 = 7, l = 1/2: eps_2 = 2 3 om_2/(7/2 6/7) = 2 om_2.
    @Test
    void weightsOfChainsByHand() {
        Rational half = Rational.of(1, 2);
        WeightedL1Condition.LayerData rational = layer(Rational.of(1, 49), 2, half);
        assertEquals(List.of(Interval.ZERO, Interval.ONE),
                WeightedL1Condition.margins(weights(4, 1), List.of(rational, rational)));
        assertEquals(Interval.of(0.5), first(weights(5, 1), rational, rational));
        assertEquals(Interval.of(-0.5), first(weights(3, 1), rational, rational));
        // eps_3 = 2, eps_2 = 2 (1 + 2)
        assertEquals(List.of(Interval.of(-1), Interval.of(-1.5), Interval.ONE),
                WeightedL1Condition.margins(weights(10, 1, 1), List.of(rational, rational, rational)));
        assertThrows(IllegalArgumentException.class, () -> first(weights(1, 1), rational));
    }

    @Test
    void weightsWithIrrationalCoherenceAreEnclosed() {
        Rational half = Rational.of(1, 2);
        WeightedL1Condition.LayerData rational = layer(Rational.of(1, 49), 2, half);
        WeightedL1Condition.LayerData irrational = layer(Rational.of(1, 50), 2, half);
        double mu = Math.sqrt(0.02);
        double gap = 1 - 4 * mu / (1 + mu);
        double saved = 6 / (3.5 * (1 - mu));
        for (Interval margin : List.of(first(weights(6, 1), irrational, irrational),
                first(weights(6, 1), irrational, rational), first(weights(6, 1), rational, irrational))) {
            assertTrue(
                    margin.lower() < margin.upper() && margin.upper() - margin.lower() < 64 * Math.ulp(6.0),
                    margin.toString());
        }
        assertTrue(first(weights(6, 1), irrational, irrational).contains(6 * gap - saved));
        assertTrue(first(weights(6, 1), irrational, rational).contains(6 * gap - 2));
        assertTrue(first(weights(6, 1), rational, irrational).contains(3 - saved));
        assertEquals(Interval.of(5),
                WeightedL1Condition.margins(weights(6, 5), List.of(irrational, irrational)).get(1),
                "om_J alone in the last layer");
    }

    /// mu = 1 and lambda = 2: nothing resists in the layer above, and what is saved has no bound.
    @Test
    void withoutResistanceNoMarginIsPositive() {
        WeightedL1Condition.LayerData none = layer(Rational.ONE, 2, Rational.ONE);
        WeightedL1Condition.LayerData rational = layer(Rational.of(1, 49), 2, Rational.ONE);
        List<Interval> margins = WeightedL1Condition.margins(weights(1_000_000, 1), List.of(rational, none));
        assertFalse(margins.get(0).lower() > 0, () -> "" + margins);
        assertEquals(Interval.ONE, margins.get(1));
    }

    @Test
    void sufficientWeightsAreTheLeastPowersOfTwo() {
        WeightedL1Condition.LayerData rational = layer(Rational.of(1, 49), 2, Rational.of(1, 2));
        assertEquals(weights(8, 1), WeightedL1Condition.sufficientWeights(List.of(rational, rational)),
                "more than 4");
        // eps_2 = 2 (8 + 2) = 20, and 64 is the next power of two above 40
        assertEquals(weights(64, 8, 1),
                WeightedL1Condition.sufficientWeights(List.of(rational, rational, rational)));
        WeightedL1Condition.LayerData flat = layer(Rational.of(1, 49), 2, Rational.ZERO);
        assertEquals(weights(1, 1), WeightedL1Condition.sufficientWeights(List.of(rational, flat)),
                "none meets it");
        assertFalse(first(weights(6, 1), rational, flat).lower() > 0, "l = 0: what is saved has no bound");
        assertEquals(weights(8, 1), WeightedL1Condition.sufficientWeights(List.of(flat, rational)),
                "a flat layer below is no obstacle");
        WeightedL1Condition.LayerData coherent = layer(Rational.of(1, 4), 2, Rational.ONE);
        assertEquals(weights(1, 1), WeightedL1Condition.sufficientWeights(List.of(coherent, rational)),
                "a negative gap");
        WeightedL1Condition.LayerData nothing = layer(Rational.of(1, 49), 0, Rational.ONE);
        assertEquals(List.of(Rational.of(1, 1L << 59), Rational.ONE),
                WeightedL1Condition.sufficientWeights(List.of(rational, nothing)), "almost any will do");
    }

    @Test
    void welchBoundByHand() {
        assertEquals(Rational.of(1, 9), WelchLowerBound.squared(6, 16));
        assertEquals(Rational.ZERO, WelchLowerBound.squared(5, 4));
        assertEquals(Rational.ZERO, WelchLowerBound.squared(1, 1));
        assertEquals(Rational.of(1, 25), WelchLowerBound.squared(5, 6));
        Optional<Boolean> yes = Optional.of(true);
        Optional<Boolean> no = Optional.of(false);
        Optional<Boolean> open = Optional.empty();
        assertEquals(yes, WelchLowerBound.isAttainable(4, 5));
        assertEquals(open, WelchLowerBound.isAttainable(4, 6));
        assertEquals(yes, WelchLowerBound.isAttainable(3, 6), "the icosahedron");
        assertEquals(yes, WelchLowerBound.isAttainable(5, 10), "9 is a prime power");
        assertEquals(open, WelchLowerBound.isAttainable(11, 22), "21 is none");
        assertEquals(open, WelchLowerBound.isAttainable(4, 8), "7 is 3 modulo 4");
        assertEquals(no, WelchLowerBound.isAttainable(3, 7));
        assertEquals(no, WelchLowerBound.isAttainable(2, 4));
        assertEquals(yes, WelchLowerBound.isAttainable(2, 3));
        for (int[] shape : new int[][] {{6, 16}, {10, 16}, {7, 28}, {21, 28}, {28, 64}, {36, 64}}) {
            assertEquals(yes, WelchLowerBound.isAttainable(shape[0], shape[1]));
            assertEquals(open, WelchLowerBound.isAttainable(shape[0] + 1, shape[1]));
        }
        assertEquals(yes, WelchLowerBound.isAttainable(1, 9));
        assertEquals(yes, WelchLowerBound.isAttainable(9, 2));
        assertEquals(yes, WelchLowerBound.isAttainable(6, 16));
        assertEquals(yes, WelchLowerBound.isAttainable(7, 28));
        assertEquals(yes, WelchLowerBound.isAttainable(10, 16));
        assertEquals(yes, WelchLowerBound.isAttainable(28, 64));
        assertEquals(yes, WelchLowerBound.isAttainable(36, 64));
        assertEquals(open, WelchLowerBound.isAttainable(11, 16));
        assertEquals(open, WelchLowerBound.isAttainable(29, 64));
        assertEquals(open, WelchLowerBound.isAttainable(6, 15));
        assertEquals(open, WelchLowerBound.isAttainable(7, 16));
        assertEquals(open, WelchLowerBound.isAttainable(8, 28));
    }
}
