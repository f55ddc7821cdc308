package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Bareiss, the modular filter and the simplex method against each other and against products that are
/// computed exactly.
class LinearAlgebraProperties {

    private static final long PRIME = ModularElimination.PRIMES.get(0);

    private static RationalVector vector(int size, int bound, Random random) {
        Rational[] entries = new Rational[size];
        for (int i = 0; i < size; i++) {
            entries[i] = Rational.of(random.nextInt(2 * bound + 1) - bound, 1 + random.nextInt(4));
        }
        return RationalVector.of(entries);
    }

    private static RationalMatrix matrix(int rows, int columns, int bound, Random random) {
        return RationalMatrix.ofColumns(rows,
                IntStream.range(0, columns).mapToObj(j -> vector(rows, bound, random)).toList());
    }

    /// A x, by whole columns.
    private static RationalVector product(RationalMatrix matrix, RationalVector x) {
        RationalVector sum = RationalVector.zero(matrix.rows());
        for (int j = 0; j < matrix.columns(); j++) {
            sum = sum.plus(matrix.column(j).times(x.get(j)));
        }
        return sum;
    }

    @Property(seed = "1", tries = 300)
    void kernelVectorsAreInTheKernelAndSolutionsSolve(
            @ForAll @IntRange(min = 1, max = 6) int rows, @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll long seed) {
        Random random = new Random(seed);
        RationalMatrix matrix = matrix(rows, n, 1 + random.nextInt(3), random);
        int rank = matrix.rank();
        Optional<RationalVector> kernel = matrix.kernelVector();
        assertEquals(rank < n, kernel.isPresent());
        kernel.ifPresent(h -> {
            assertFalse(h.isZero());
            assertTrue(product(matrix, h).isZero());
        });
        RationalVector x = vector(n, 5, random);
        if (rank == n) {
            assertEquals(Optional.of(x), matrix.solve(product(matrix, x)));
        } else {
            assertThrows(IllegalArgumentException.class, () -> matrix.solve(product(matrix, x)));
        }
    }

    /// One-sided, as promised: what the filter calls independent has full rank.
    @Property(seed = "1", tries = 300)
    void independentModuloThePrimeIsIndependent(
            @ForAll @IntRange(min = 1, max = 6) int rows, @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[n][rows];
        ModularElimination stack = new ModularElimination(rows, n, PRIME);
        int pushed = 0;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < rows; i++) {
                columns[j][i] = Math.scalb((double) random.nextInt(5) - 2, random.nextInt(80) - 40);
            }
            pushed += stack.push(stack.residues(columns[j])) ? 1 : 0;
        }
        RationalMatrix exact = RationalMatrix.ofColumns(rows,
                Arrays.stream(columns).map(RationalVector::of).toList());
        assertEquals(exact.rank(), pushed, "no accident modulo 2^31 - 1 is expected at this size");
        assertTrue(stack.mayContain(stack.residues(product(exact, vector(n, 5, random)))));
    }

    /// The prime filter is the same modulo every prime, and the kernel it finds is the one of the rationals.
    @Property(seed = "1", tries = 200)
    void kernelsModuloThePrimes(@ForAll @IntRange(min = 1, max = 5) int rows,
            @ForAll @IntRange(min = 1, max = 6) int n, @ForAll long seed) {
        Random random = new Random(seed);
        double[][] columns = new double[n][rows];
        for (double[] column : columns) {
            Arrays.setAll(column, i -> random.nextInt(7) - 3);
        }
        RationalMatrix exact = RationalMatrix.ofColumns(rows,
                Arrays.stream(columns).map(RationalVector::of).toList());
        for (long prime : ModularElimination.PRIMES) {
            ModularElimination field = new ModularElimination(rows, n, prime);
            long[][] residues = Arrays.stream(columns).map(field::residues).toArray(long[][]::new);
            Optional<ModularKernel> kernel = ModularKernel.of(field, residues);
            assertEquals(n - exact.rank() <= 1, kernel.isPresent());
            kernel.ifPresent(found -> {
                assertEquals(n - exact.rank(), found.dimension());
                assertEquals(
                        exact.kernelVector().map(vector -> Arrays.stream(vector.support()).boxed().toList())
                                .orElse(List.of()),
                        found.support());
            });
        }
    }

    /// A multiple of the prime vanishes modulo the prime: the filter says "not known independent" and Bareiss
    /// decides.
    @Example
    void accidentModuloThePrime() {
        double[] prime = {Integer.MAX_VALUE};
        for (long other : ModularElimination.PRIMES) {
            ModularElimination stack = new ModularElimination(1, 1, other);
            assertEquals(other != PRIME, stack.push(stack.residues(prime)), "modulo " + other);
        }
        assertEquals(1, RationalMatrix.ofColumns(1, List.of(RationalVector.of(prime))).rank());
    }

    /// The optimum of a program is feasible, and no basic feasible point, found by brute force, is better.
    @Property(seed = "1", tries = 200)
    void simplexIsOptimal(@ForAll long seed) {
        Random random = new Random(seed);
        int m = 2;
        int n = 5;
        RationalMatrix matrix = matrix(m, n, 3, random);
        RationalVector x = RationalVector.of(random.ints(n, 0, 3).asDoubleStream().toArray());
        // nonnegative: a bounded program
        RationalVector cost = RationalVector.of(random.ints(n, 0, 5).asDoubleStream().toArray());
        RationalVector b = product(matrix, x);
        RationalSimplex.Optimum optimum = RationalSimplex.minimise(matrix, b, cost).orElseThrow();
        assertEquals(b, product(matrix, optimum.point()));
        for (int j = 0; j < n; j++) {
            assertTrue(optimum.point().get(j).signum() >= 0);
        }
        assertEquals(optimum.value(), optimum.point().dot(cost));
        assertTrue(optimum.value().compareTo(x.dot(cost)) <= 0);
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                RationalMatrix pair = matrix.select(i, k);
                if (pair.rank() == 2) {
                    RationalVector basic = pair.solve(b).orElseThrow();
                    boolean feasible = basic.get(0).signum() >= 0 && basic.get(1).signum() >= 0;
                    Rational value = basic.dot(cost.select(i, k));
                    assertTrue(!feasible || value.compareTo(optimum.value()) >= 0, "a basic point is better");
                }
            }
        }
    }

    @Example
    void simplexSeesInfeasibleAndUnboundedPrograms() {
        RationalMatrix one = integers(new int[][] {{1}});
        assertTrue(RationalSimplex.minimise(one, RationalVector.of(-1.0), RationalVector.of(1.0)).isEmpty());
        RationalMatrix two = integers(new int[][] {{1, -1}});
        assertThrows(
                ArithmeticException.class,
                () -> RationalSimplex.minimise(two, RationalVector.of(1.0), RationalVector.of(-1, 0)));
    }

    private static RationalMatrix integers(int[][] rows) {
        return RationalMatrix.ofColumns(rows.length, IntStream.range(0, rows[0].length)
                .mapToObj(j -> RationalVector.of(Arrays.stream(rows).mapToDouble(row -> row[j]).toArray()))
                .toList());
    }

    /// A pivot that is not in the first row, a column without pivot, more rows than columns.
    @Example
    void eliminationByHand() {
        RationalMatrix matrix = integers(new int[][] {{0, 2, 1}, {3, 6, 0}, {0, 4, 2}});
        assertEquals(2, matrix.rank());
        assertEquals(Optional.of(RationalVector.of(1, -0.5, 1)), matrix.kernelVector());
        RationalMatrix tall = integers(new int[][] {{0, 1}, {2, 1}, {2, 3}});
        assertEquals(Optional.of(RationalVector.of(2, -1)), tall.solve(RationalVector.of(-1, 3, 1)));
        assertTrue(tall.solve(RationalVector.of(-1, 3, 2)).isEmpty(), "outside the span");
        String message = assertThrows(IllegalArgumentException.class,
                () -> matrix.solve(RationalVector.zero(3))).getMessage();
        assertEquals("solve needs independent columns but 3 columns have rank 2", message);
        assertEquals(0, RationalMatrix.ofColumns(0, List.of()).rank());
        assertEquals(Optional.of(RationalVector.zero(0)),
                RationalMatrix.ofColumns(2, List.of()).solve(RationalVector.zero(2)));
    }

    /// The kernel vector belongs to the first column that depends on those before it: 1 there, 0 behind.
    @Property(seed = "1", tries = 200)
    void theKernelVectorIsThatOfTheFirstDependentColumn(@ForAll @IntRange(min = 1, max = 4) int rows,
            @ForAll @IntRange(min = 2, max = 7) int n, @ForAll long seed) {
        RationalMatrix matrix = matrix(rows, n, 1, new Random(seed));
        matrix.kernelVector().ifPresent(kernel -> {
            int[] support = kernel.support();
            int last = support[support.length - 1];
            assertEquals(Rational.ONE, kernel.get(last));
            assertEquals(last, matrix.select(IntStream.range(0, last).toArray()).rank());
            assertEquals(last, matrix.select(IntStream.rangeClosed(0, last).toArray()).rank());
        });
    }

    /// The stack after a pop is what it was before the push, a dependent column leaves it alone, and a vector
    /// outside the span is told.
    @Example
    void theModularStackPopsAndRefuses() {
        ModularElimination stack = new ModularElimination(3, 3, PRIME);
        long[] first = stack.residues(new double[] {0.5, 0, 3});
        long[] second = stack.residues(new double[] {-2, 0, 0});
        assertTrue(stack.push(first));
        assertFalse(stack.mayContain(second));
        assertTrue(stack.push(second));
        assertTrue(stack.mayContain(stack.residues(new double[] {5, 0, -0x1p-40})));
        assertFalse(stack.mayContain(stack.residues(new double[] {0, 1, 0})));
        assertFalse(stack.push(stack.residues(new double[] {1, 0, 1})));
        assertEquals(2, stack.size());
        stack.pop();
        assertEquals(1, stack.size());
        assertFalse(stack.mayContain(second));
        assertTrue(stack.mayContain(first));
        assertTrue(stack.push(stack.residues(new double[] {0, 0, 1})));
        assertTrue(stack.mayContain(second));
        ModularElimination below = new ModularElimination(2, 2, PRIME);
        assertTrue(below.push(new long[] {0, 1}));
        assertFalse(below.mayContain(new long[] {1, 0}), "what is left stands in the first row");
    }

    @Example
    void sparseVectorsHaveAValueAPlace() {
        assertEquals(RationalVector.of(0.0, 0.0, 5.0),
                RationalVector.sparse(3, new int[] {2}, RationalVector.of(5.0)));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> RationalVector.sparse(3, new int[] {2}, RationalVector.of(5.0, 6.0)));
        assertEquals("1 places but 2 values", refusal.getMessage());
    }

    /// Doubles and rationals with the same direction have proportional residues.
    @Property(seed = "1", tries = 200)
    void residuesKeepTheDirection(@ForAll long seed) {
        Random random = new Random(seed);
        double[] column = new double[4];
        for (int i = 0; i < column.length; i++) {
            column[i] = random.nextInt(3) == 0
                    ? 0
                    : Math.scalb((double) random.nextLong(1L << 53), random.nextInt(200) - 100);
        }
        ModularElimination field = new ModularElimination(4, 1, PRIME);
        long[] ofDoubles = field.residues(column);
        long[] ofRationals = field.residues(RationalVector.of(column).times(Rational.of(2, 7)));
        BigInteger prime = BigInteger.valueOf(Integer.MAX_VALUE);
        for (int i = 0; i < column.length; i++) {
            assertTrue(ofDoubles[i] >= 0 && ofDoubles[i] < Integer.MAX_VALUE);
            for (int k = 0; k < column.length; k++) {
                BigInteger left = BigInteger.valueOf(ofDoubles[i])
                        .multiply(BigInteger.valueOf(ofRationals[k]));
                BigInteger right = BigInteger.valueOf(ofDoubles[k])
                        .multiply(BigInteger.valueOf(ofRationals[i]));
                assertEquals(left.mod(prime), right.mod(prime));
            }
            assertEquals(column[i] == 0, ofDoubles[i] == 0, "no accident modulo 2^31 - 1 is expected here");
            assertEquals(column[i] == 0, ofRationals[i] == 0);
        }
    }

    private static void assertMinimum(int[][] rows, double[] rightSide, double[] cost, double value,
            double... point) {
        assertEquals(
                new RationalSimplex.Optimum(RationalVector.of(point), Rational.of(value)),
                RationalSimplex
                        .minimise(integers(rows), RationalVector.of(rightSide), RationalVector.of(cost))
                        .orElseThrow());
    }

    /// Costs and right sides of both signs, repeated rows, zero rows, and an artificial variable that must
    /// leave through a negative entry.
    @Example
    void simplexByHand() {
        assertMinimum(new int[][] {{1, 1, 1, 0}, {1, -1, 0, -1}}, new double[] {4, -2},
                new double[] {-1, -2, 0, 0}, -7, 1, 3, 0, 0);
        assertMinimum(new int[][] {{1, 1}, {2, 2}}, new double[] {1, 2}, new double[] {1, 3}, 1, 1, 0);
        assertMinimum(new int[][] {{1, 1}, {0, 0}}, new double[] {1, 0}, new double[] {3, 1}, 1, 0, 1);
        assertMinimum(new int[][] {{1, 0}, {1, -1}}, new double[] {1, 1}, new double[] {0, -1}, 0, 1, 0);
        assertMinimum(new int[][] {{1, 0}, {1, 1}}, new double[] {1, 1}, new double[] {0, -1}, 0, 1, 0);
        assertMinimum(new int[][] {{0, 0}, {1, 1}}, new double[] {0, 1}, new double[] {3, 1}, 1, 0, 1);
        assertMinimum(new int[][] {{0, -1}, {1, 0}}, new double[] {0, 1}, new double[] {0, -1}, 0, 1, 0);
        RationalMatrix zeroRow = integers(new int[][] {{1, 1}, {0, 0}});
        assertTrue(RationalSimplex.minimise(zeroRow, RationalVector.of(1, 1), RationalVector.of(0, 0))
                .isEmpty());
    }

    /// The example on which the largest-coefficient rule cycles (Chvatal 1983, p. 31), with the first two
    /// rows doubled.
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
        List<RationalVector> columns = new ArrayList<>();
        IntStream.range(0, n - 1).forEach(j -> columns.add(vector(3, 2, random)));
        columns.add(RationalVector.of(1, 1, 1));
        RationalMatrix matrix = RationalMatrix.ofColumns(3, columns);
        RationalVector cost = RationalVector.of(random.ints(n, 0, 4).asDoubleStream().toArray());
        RationalVector b = product(matrix, vector(n, 3, random));
        Optional<Rational> best = Optional.empty();
        for (int subset = 0; subset < 1 << n; subset++) {
            int chosen = subset;
            int[] basis = IntStream.range(0, n).filter(j -> (chosen >> j & 1) == 1).toArray();
            RationalMatrix basic = matrix.select(basis);
            if (basic.rank() == basis.length) {
                Optional<RationalVector> z = basic.solve(b);
                if (z.isPresent()
                        && Arrays.stream(z.get().toArray()).allMatch(entry -> entry.signum() >= 0)) {
                    Rational value = z.get().dot(cost.select(basis));
                    best = best.isEmpty() || value.compareTo(best.get()) < 0 ? Optional.of(value) : best;
                }
            }
        }
        assertEquals(best, RationalSimplex.minimise(matrix, b, cost).map(RationalSimplex.Optimum::value));
    }
}
