package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
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
}
