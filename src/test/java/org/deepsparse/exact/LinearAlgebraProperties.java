package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Bareiss, the modular filter and the simplex method against each other and against products that are computed exactly.
class LinearAlgebraProperties {

    private static Rational[][] columns(int rows, int columns, int bound, Random random) {
        Rational[][] result = new Rational[columns][rows];
        for (Rational[] column : result) {
            for (int i = 0; i < rows; i++) {
                column[i] = Rational.of(random.nextInt(2 * bound + 1) - bound, 1 + random.nextInt(4));
            }
        }
        return result;
    }

    private static RationalVector product(Rational[][] columns, Rational[] x) {
        RationalVector sum = RationalVector.zero(columns[0].length);
        for (int j = 0; j < columns.length; j++) {
            sum = sum.plus(RationalVector.of(columns[j]).times(x[j]));
        }
        return sum;
    }

    @Property(seed = "1", tries = 300)
    void kernelVectorsAreInTheKernelAndSolutionsSolve(
            @ForAll @IntRange(min = 1, max = 6) int rows, @ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        Random random = new Random(seed);
        Rational[][] columns = columns(rows, n, 1 + random.nextInt(3), random);
        int rank = Bareiss.rank(columns);
        Optional<Rational[]> kernel = Bareiss.kernelVector(columns);
        assertEquals(rank < n, kernel.isPresent());
        kernel.ifPresent(h -> {
            assertFalse(RationalVector.of(h).isZero());
            assertTrue(product(columns, h).isZero());
        });
        assertEquals(n - rank, Bareiss.kernel(columns).size());
        Bareiss.kernel(columns).forEach(h -> assertTrue(product(columns, h).isZero()));
        Rational[] x = columns(n, 1, 5, random)[0];
        if (rank == n) {
            Rational[] solution = Bareiss.solve(columns, product(columns, x).toArray()).orElseThrow();
            assertEquals(RationalVector.of(x), RationalVector.of(solution));
        } else {
            assertThrows(IllegalArgumentException.class, () -> Bareiss.solve(columns, product(columns, x).toArray()));
        }
    }

    /// One-sided, as promised: what the filter calls independent has full rank.
    @Property(seed = "1", tries = 300)
    void independentModuloThePrimeIsIndependent(
            @ForAll @IntRange(min = 1, max = 6) int rows, @ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[n][rows];
        ModularElimination stack = new ModularElimination(rows, n);
        int pushed = 0;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < rows; i++) {
                columns[j][i] = Math.scalb((double) random.nextInt(5) - 2, random.nextInt(80) - 40);
            }
            pushed += stack.push(ModularElimination.residues(columns[j])) ? 1 : 0;
        }
        Rational[][] exact = new Rational[n][];
        for (int j = 0; j < n; j++) {
            exact[j] = Rational.of(columns[j]);
        }
        assertEquals(Bareiss.rank(exact), pushed, "no accident modulo 2^31 - 1 is expected at this size");
        Rational[] x = columns(n, 1, 5, random)[0];
        assertTrue(stack.mayContain(ModularElimination.residues(product(exact, x).toArray())));
    }

    /// A multiple of the prime vanishes modulo the prime: the filter says "not known independent" and Bareiss decides.
    @Example
    void accidentModuloThePrime() {
        double[] prime = {Integer.MAX_VALUE};
        assertFalse(new ModularElimination(1, 1).push(ModularElimination.residues(prime)));
        assertEquals(1, Bareiss.rank(new Rational[][] {Rational.of(prime)}));
    }

    /// The optimum of a program is feasible, and no basic feasible point, found by brute force, is better.
    @Property(seed = "1", tries = 200)
    void simplexIsOptimal(@ForAll long seed) {
        Random random = new Random(seed);
        int m = 2;
        int n = 5;
        Rational[][] columns = columns(m, n, 3, random);
        Rational[] x = new Rational[n];
        Rational[] cost = new Rational[n];
        for (int j = 0; j < n; j++) {
            x[j] = Rational.of(random.nextInt(3));
            cost[j] = Rational.of(random.nextInt(5)); // nonnegative, so the program is bounded
        }
        Rational[] b = product(columns, x).toArray();
        RationalSimplex.Optimum optimum = RationalSimplex.minimise(columns, b, cost).orElseThrow();
        assertEquals(RationalVector.of(b), product(columns, optimum.point().toArray()));
        for (int j = 0; j < n; j++) {
            assertTrue(optimum.point().get(j).signum() >= 0);
        }
        assertEquals(optimum.value(), optimum.point().dot(RationalVector.of(cost)));
        assertTrue(optimum.value().compareTo(RationalVector.of(x).dot(RationalVector.of(cost))) <= 0);
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                Rational[][] pair = {columns[i], columns[k]};
                if (Bareiss.rank(pair) == 2) {
                    Rational[] basic = Bareiss.solve(pair, b).orElseThrow();
                    boolean feasible = basic[0].signum() >= 0 && basic[1].signum() >= 0;
                    Rational value = basic[0].times(cost[i]).plus(basic[1].times(cost[k]));
                    assertTrue(!feasible || value.compareTo(optimum.value()) >= 0, "a basic point is better");
                }
            }
        }
    }

    @Example
    void simplexSeesInfeasibleAndUnboundedPrograms() {
        Rational[][] one = {{Rational.ONE}};
        assertTrue(RationalSimplex.minimise(one, new Rational[] {Rational.of(-1)}, new Rational[] {Rational.ONE}).isEmpty());
        Rational[][] two = {{Rational.ONE}, {Rational.of(-1)}};
        Rational[] cost = {Rational.of(-1), Rational.ZERO};
        assertThrows(ArithmeticException.class, () -> RationalSimplex.minimise(two, new Rational[] {Rational.ONE}, cost));
    }

    private static Rational[][] integers(int[][] rows) {
        Rational[][] columns = new Rational[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                columns[j][i] = Rational.of(rows[i][j]);
            }
        }
        return columns;
    }

    /// A pivot that is not in the first row, a column without pivot, more rows than columns.
    @Example
    void eliminationByHand() {
        Rational[][] columns = integers(new int[][] {{0, 2, 1}, {3, 6, 0}, {0, 4, 2}});
        assertEquals(2, Bareiss.rank(columns));
        assertEquals(RationalVector.of(Rational.ONE, Rational.of(-1, 2), Rational.ONE),
                RationalVector.of(Bareiss.kernelVector(columns).orElseThrow()));
        Rational[][] tall = integers(new int[][] {{0, 1}, {2, 1}, {2, 3}});
        assertEquals(RationalVector.of(2, -1), RationalVector.of(Bareiss.solve(tall, RationalVector.of(-1, 3, 1).toArray()).orElseThrow()));
        assertTrue(Bareiss.solve(tall, RationalVector.of(-1, 3, 2).toArray()).isEmpty(), "outside the span");
        String message = assertThrows(
                IllegalArgumentException.class, () -> Bareiss.solve(columns, RationalVector.zero(3).toArray())).getMessage();
        assertEquals("solve needs independent columns but 3 columns have rank 2", message);
        assertEquals(0, Bareiss.rank(new Rational[0][]));
        assertEquals(0, Bareiss.solve(new Rational[0][], RationalVector.zero(2).toArray()).orElseThrow().length);
    }

    /// Each vector of the basis belongs to its own column, and the first of them is the one that `kernelVector` gives.
    @Property(seed = "1", tries = 200)
    void kernelBasisIsIndependent(@ForAll @IntRange(min = 1, max = 4) int rows, @ForAll @IntRange(min = 2, max = 7) int n,
            @ForAll long seed) {
        Rational[][] columns = columns(rows, n, 1, new Random(seed));
        List<Rational[]> basis = Bareiss.kernel(columns);
        assertEquals(basis.size(), Bareiss.rank(basis.toArray(Rational[][]::new)));
        Optional<Rational[]> first = Bareiss.kernelVector(columns);
        assertEquals(basis.stream().findFirst().map(RationalVector::of), first.map(RationalVector::of));
    }

    /// The stack after a pop is what it was before the push, a dependent column leaves it alone, and a vector outside the span is told.
    @Example
    void theModularStackPopsAndRefuses() {
        ModularElimination stack = new ModularElimination(3, 3);
        long[] first = ModularElimination.residues(new double[] {0.5, 0, 3});
        long[] second = ModularElimination.residues(new double[] {-2, 0, 0});
        assertTrue(stack.push(first));
        assertFalse(stack.mayContain(second));
        assertTrue(stack.push(second));
        assertTrue(stack.mayContain(ModularElimination.residues(new double[] {5, 0, -0x1p-40})));
        assertFalse(stack.mayContain(ModularElimination.residues(new double[] {0, 1, 0})));
        assertFalse(stack.push(ModularElimination.residues(new double[] {1, 0, 1})));
        assertEquals(2, stack.size());
        stack.pop();
        assertEquals(1, stack.size());
        assertFalse(stack.mayContain(second));
        assertTrue(stack.mayContain(first));
        assertTrue(stack.push(ModularElimination.residues(new double[] {0, 0, 1})));
        assertTrue(stack.mayContain(second));
        ModularElimination below = new ModularElimination(2, 2);
        assertTrue(below.push(new long[] {0, 1}));
        assertFalse(below.mayContain(new long[] {1, 0}), "what is left stands in the first row");
    }

    /// Doubles and rationals with the same direction have proportional residues.
    @Property(seed = "1", tries = 200)
    void residuesKeepTheDirection(@ForAll long seed) {
        Random random = new Random(seed);
        double[] column = new double[4];
        for (int i = 0; i < column.length; i++) {
            column[i] = random.nextInt(3) == 0 ? 0 : Math.scalb((double) random.nextLong(1L << 53), random.nextInt(200) - 100);
        }
        long[] ofDoubles = ModularElimination.residues(column);
        long[] ofRationals = ModularElimination.residues(RationalVector.of(column).times(Rational.of(2, 7)).toArray());
        BigInteger prime = BigInteger.valueOf(Integer.MAX_VALUE);
        for (int i = 0; i < column.length; i++) {
            assertTrue(ofDoubles[i] >= 0 && ofDoubles[i] < Integer.MAX_VALUE);
            for (int k = 0; k < column.length; k++) {
                BigInteger left = BigInteger.valueOf(ofDoubles[i]).multiply(BigInteger.valueOf(ofRationals[k]));
                BigInteger right = BigInteger.valueOf(ofDoubles[k]).multiply(BigInteger.valueOf(ofRationals[i]));
                assertEquals(left.mod(prime), right.mod(prime));
            }
            assertEquals(column[i] == 0, ofDoubles[i] == 0, "no accident modulo 2^31 - 1 is expected here");
            assertEquals(column[i] == 0, ofRationals[i] == 0);
        }
    }

    private static void assertMinimum(int[][] rows, double[] rightSide, double[] cost, double value, double... point) {
        assertEquals(
                new RationalSimplex.Optimum(RationalVector.of(point), Rational.of(value)),
                RationalSimplex.minimise(integers(rows), RationalVector.of(rightSide).toArray(), RationalVector.of(cost).toArray())
                        .orElseThrow());
    }

    /// Costs and right sides of both signs, repeated rows, zero rows, and an artificial variable that must leave through a negative entry.
    @Example
    void simplexByHand() {
        assertMinimum(new int[][] {{1, 1, 1, 0}, {1, -1, 0, -1}}, new double[] {4, -2}, new double[] {-1, -2, 0, 0}, -7, 1, 3, 0, 0);
        assertMinimum(new int[][] {{1, 1}, {2, 2}}, new double[] {1, 2}, new double[] {1, 3}, 1, 1, 0);
        assertMinimum(new int[][] {{1, 1}, {0, 0}}, new double[] {1, 0}, new double[] {3, 1}, 1, 0, 1);
        assertMinimum(new int[][] {{1, 0}, {1, -1}}, new double[] {1, 1}, new double[] {0, -1}, 0, 1, 0);
        assertMinimum(new int[][] {{1, 0}, {1, 1}}, new double[] {1, 1}, new double[] {0, -1}, 0, 1, 0);
        assertMinimum(new int[][] {{0, 0}, {1, 1}}, new double[] {0, 1}, new double[] {3, 1}, 1, 0, 1);
        assertMinimum(new int[][] {{0, -1}, {1, 0}}, new double[] {0, 1}, new double[] {0, -1}, 0, 1, 0);
        Rational[][] zeroRow = integers(new int[][] {{1, 1}, {0, 0}});
        assertTrue(RationalSimplex.minimise(zeroRow, RationalVector.of(1, 1).toArray(), RationalVector.of(0, 0).toArray()).isEmpty());
    }

    /// The example on which the largest-coefficient rule cycles (Chvatal 1983, p. 31), with the first two rows doubled.
    @Example
    void blandsRuleDoesNotCycle() {
        assertMinimum(
                new int[][] {{1, -11, -5, 18, 1, 0, 0}, {1, -3, -1, 2, 0, 1, 0}, {1, 0, 0, 0, 0, 0, 1}},
                new double[] {0, 0, 1},
                new double[] {-10, 57, 9, 24, 0, 0, 0},
                -1, 1, 0, 1, 0, 4, 0, 0);
    }

    /// Infeasible where no basis gives a nonnegative point, else as cheap as the cheapest: all are tried.
    @Property(seed = "1", tries = 200)
    void simplexEqualsTheBestBasicPoint(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 6;
        Rational[][] columns = columns(3, n, 2, random);
        columns[n - 1] = RationalVector.of(1, 1, 1).toArray();
        Rational[] cost = new Rational[n];
        for (int j = 0; j < n; j++) {
            cost[j] = Rational.of(random.nextInt(4));
        }
        Rational[] b = product(columns, columns(n, 1, 3, random)[0]).toArray();
        Optional<Rational> best = Optional.empty();
        for (int subset = 0; subset < 1 << n; subset++) {
            int chosen = subset;
            int[] basis = IntStream.range(0, n).filter(j -> (chosen >> j & 1) == 1).toArray();
            Rational[][] basic = Arrays.stream(basis).mapToObj(j -> columns[j]).toArray(Rational[][]::new);
            if (Bareiss.rank(basic) == basis.length) {
                Optional<Rational[]> z = Bareiss.solve(basic, b);
                if (z.isPresent() && Arrays.stream(z.get()).allMatch(entry -> entry.signum() >= 0)) {
                    Rational value = Rational.ZERO;
                    for (int i = 0; i < basis.length; i++) {
                        value = value.plus(cost[basis[i]].times(z.get()[i]));
                    }
                    best = best.isEmpty() || value.compareTo(best.get()) < 0 ? Optional.of(value) : best;
                }
            }
        }
        assertEquals(best, RationalSimplex.minimise(columns, b, cost).map(RationalSimplex.Optimum::value));
    }
}
