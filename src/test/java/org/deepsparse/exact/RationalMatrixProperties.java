package org.deepsparse.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Products of rational matrices against sums of `long` products: numerators over one denominator a matrix
/// and a vector.
class RationalMatrixProperties {

    /// The matrix `numerators/denominator`, numerators row by row.
    private record Fractions(long[][] numerators, long denominator) {

        static Fractions draw(int rows, int columns, Random random) {
            long[][] numerators = new long[rows][];
            Arrays.setAll(numerators, i -> random.longs(columns, -9, 10).toArray());
            return new Fractions(numerators, 1 + random.nextInt(6));
        }

        int columns() {
            return numerators[0].length;
        }

        RationalMatrix matrix() {
            return RationalMatrix.ofColumns(numerators.length, IntStream.range(0, columns())
                    .mapToObj(j -> vector(Arrays.stream(numerators).mapToLong(row -> row[j]).toArray(),
                            denominator))
                    .toList());
        }

        Fractions transposed() {
            long[][] columns = new long[columns()][];
            Arrays.setAll(columns, j -> Arrays.stream(numerators).mapToLong(row -> row[j]).toArray());
            return new Fractions(columns, denominator);
        }

        /// `(this x)_i`, for x over the denominator q.
        RationalVector times(long[] x, long q) {
            long[] sums = new long[numerators.length];
            for (int i = 0; i < sums.length; i++) {
                for (int j = 0; j < x.length; j++) {
                    sums[i] += numerators[i][j] * x[j];
                }
            }
            return vector(sums, denominator * q);
        }
    }

    private static RationalVector vector(long[] numerators, long denominator) {
        return RationalVector.of(Arrays.stream(numerators).mapToObj(p -> Rational.of(p, denominator))
                .toArray(Rational[]::new));
    }

    @Property(seed = "1", tries = 300)
    void productsAreSumsOfProducts(
            @ForAll @IntRange(min = 1, max = 5) int rows, @ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        Fractions fractions = Fractions.draw(rows, columns, random);
        RationalMatrix matrix = fractions.matrix();
        long[] x = random.longs(columns, -4, 5).toArray();
        long[] y = random.longs(rows, -4, 5).toArray();
        assertEquals(fractions.times(x, 7), matrix.times(vector(x, 7)));
        assertEquals(fractions.transposed().times(y, 3), matrix.transposedTimes(vector(y, 3)));
        List<RationalVector> gram = new ArrayList<>();
        for (long[] column : fractions.transposed().numerators) {
            gram.add(fractions.transposed().times(column, fractions.denominator));
        }
        assertEquals(RationalMatrix.ofColumns(columns, gram), matrix.gram());
    }

    @Property(seed = "2", tries = 200)
    void selectingIsMultiplyingBySparseVectors(@ForAll @IntRange(min = 1, max = 5) int columns,
            @ForAll long seed) {
        Random random = new Random(seed);
        RationalMatrix matrix = Fractions.draw(3, columns, random).matrix();
        int[] chosen = random.ints(random.nextInt(4), 0, columns).distinct().toArray();
        RationalVector x = vector(random.longs(chosen.length, -4, 5).toArray(), 2);
        assertEquals(matrix.times(RationalVector.sparse(columns, chosen, x)), matrix.select(chosen).times(x));
        assertEquals(matrix, matrix.select(IntStream.range(0, columns).toArray()));
    }

    @Example
    void sizesAreNamed() {
        RationalMatrix matrix = RationalMatrix.ofColumns(2,
                List.of(RationalVector.of(1, 2), RationalVector.of(3, 4), RationalVector.of(5, 6)));
        assertEquals(List.of(2, 3), List.of(matrix.rows(), matrix.columns()));
        assertRefused("matrix has 3 columns but the vector has 2 entries",
                () -> matrix.times(RationalVector.zero(2)));
        assertRefused("matrix has 2 rows but the vector has 3 entries",
                () -> matrix.transposedTimes(RationalVector.zero(3)));
        assertRefused("matrix has 2 rows but column 1 has 1 entries",
                () -> RationalMatrix.ofColumns(2, List.of(RationalVector.of(1, 2), RationalVector.of(3.0))));
        assertRefused("matrix has 2 rows but column 3 has 1 entries",
                () -> matrix.solve(RationalVector.of(1.0)));
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }

    @Example
    void equalityIsThatOfColumnsAndNothingLeaksIn() {
        List<RationalVector> columns = new ArrayList<>(List.of(RationalVector.of(1, 2)));
        RationalMatrix matrix = RationalMatrix.ofColumns(2, columns);
        columns.set(0, RationalVector.of(3, 4));
        assertEquals(RationalMatrix.ofColumns(2, List.of(RationalVector.of(1, 2))), matrix);
        assertEquals(RationalMatrix.ofColumns(2, List.of(RationalVector.of(1, 2))).hashCode(),
                matrix.hashCode());
        assertNotEquals(RationalMatrix.ofColumns(2, columns), matrix);
        assertNotEquals(RationalMatrix.ofColumns(1, List.of()), RationalMatrix.ofColumns(2, List.of()));
        assertEquals("[(1, 2)]", matrix.toString());
    }
}
