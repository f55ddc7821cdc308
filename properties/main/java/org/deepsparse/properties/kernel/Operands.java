package org.deepsparse.properties.kernel;

import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.deepsparse.kernel.KernelSet;

/// The operands every kernel is tried on: all lengths around the boundaries of a kernel with vectors of so
/// many lanes, even and odd offsets, all kinds of numbers. From a fixed seed, so that a law holds or fails
/// for ever.
///
/// @param lanes doubles a vector holds
record Operands(int lanes) {

    /// Receives a matrix, a slice to multiply it with and one to multiply its transpose with.
    interface MatrixConsumer {
        void accept(Slice a, int rows, int columns, Slice right, Slice left);
    }

    /// Receives a matrix, a batch to multiply it with and one to multiply its transpose with, of so many
    /// columns each.
    interface BatchConsumer {
        void accept(Slice a, int rows, int columns, int count, Slice right, Slice left);
    }

    /// Around multiples of four, the usual block.
    private static final int[] COLUMNS = {0, 1, 3, 4, 5, 8, 10};

    /// Whole blocks of two, three and four columns of a batch, none, and what is left over behind them.
    private static final int[] COUNTS = {0, 1, 2, 4, 5, 9};

    private static final int[][] OFFSETS = {{0, 0}, {1, 3}, {3, 0}};

    /// 0, 1, and one less to two more than 1, 2, 4 and 8 vectors: the usual numbers of accumulators, with and
    /// without a tail. The same around one and two rounds of partial sums.
    int[] lengths() {
        TreeSet<Integer> lengths = new TreeSet<>();
        for (int around : new int[] {0, lanes, 2 * lanes, 4 * lanes, 8 * lanes, KernelSet.PARTIAL_SUMS,
            2 * KernelSet.PARTIAL_SUMS}) {
            for (int more = -1; more <= 2; more++) {
                lengths.add(Math.max(0, around + more));
            }
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Two slices of equal length.
    void pairs(BiConsumer<Slice, Slice> check) {
        SplittableRandom random = new SplittableRandom(1);
        for (int length : lengths()) {
            for (int[] offsets : OFFSETS) {
                for (Numbers first : Numbers.values()) {
                    for (Numbers second : Numbers.values()) {
                        check.accept(
                                Slice.of(first.draw(random, length), offsets[0], Slice.POISON),
                                Slice.of(second.draw(random, length), offsets[1], Slice.POISON));
                    }
                }
            }
        }
    }

    /// Every number of rows with some columns.
    void matrices(MatrixConsumer check) {
        SplittableRandom random = new SplittableRandom(2);
        Numbers[] kinds = Numbers.values();
        for (int rows : lengths()) {
            for (int columns : COLUMNS) {
                for (int[] offsets : OFFSETS) {
                    for (Numbers kind : kinds) {
                        Numbers other = kinds[random.nextInt(kinds.length)];
                        check.accept(
                                Slice.of(kind.draw(random, rows * columns), offsets[0], Slice.POISON),
                                rows,
                                columns,
                                Slice.of(other.draw(random, columns), offsets[1], Slice.POISON),
                                Slice.of(other.draw(random, rows), offsets[1], Slice.POISON));
                    }
                }
            }
        }
    }

    /// Every number of rows with some columns and some of the batch. One draw each of the offsets and of the
    /// kinds of numbers: the sizes are enough to meet all of them in all places.
    void batches(BatchConsumer check) {
        SplittableRandom random = new SplittableRandom(6);
        Numbers[] kinds = Numbers.values();
        for (int rows : lengths()) {
            for (int columns : COLUMNS) {
                for (int count : COUNTS) {
                    int[] offsets = OFFSETS[random.nextInt(OFFSETS.length)];
                    Numbers kind = kinds[random.nextInt(kinds.length)];
                    Numbers other = kinds[random.nextInt(kinds.length)];
                    check.accept(
                            Slice.of(kind.draw(random, rows * columns), offsets[0], Slice.POISON),
                            rows,
                            columns,
                            count,
                            Slice.of(other.draw(random, columns * count), offsets[1], Slice.POISON),
                            Slice.of(other.draw(random, rows * count), offsets[1], Slice.POISON));
                }
            }
        }
    }
}
