package org.deepsparse.kernel;

/// The argument checks of [Kernels] and [ErrorBound]: what was asked for, where, and both sizes.
final class Arguments {

    private Arguments() {}

    /// @throws IllegalArgumentException if the slice does not lie within the array
    static void slice(String kernel, double[] array, int offset, long length) {
        if (offset < 0 || length < 0 || offset + length > array.length) {
            throw new IllegalArgumentException(kernel + " needs " + length + " entries from offset " + offset
                    + " but the array has " + array.length);
        }
    }

    /// Both factors are looked at: the product of two negative sizes would pass as a length.
    ///
    /// @throws IllegalArgumentException if a size is negative or the matrix does not lie within the array
    static void matrix(String kernel, double[] array, int offset, int rows, int columns) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException(
                    kernel + " needs sizes >= 0 but the matrix is " + rows + " x " + columns);
        }
        slice(kernel, array, offset, (long) rows * columns);
    }

    /// @throws IllegalArgumentException if the slice written shares an entry with the slice read
    @SuppressWarnings("ReferenceEquality") // whether it is the same array, not an equal one, is the question
    static void disjoint(
            String kernel, double[] read, int readOffset, long readLength, double[] written, int offset,
            long length) {
        if (read == written && readOffset < offset + length && offset < readOffset + readLength) {
            throw new IllegalArgumentException(kernel + " reads " + readLength + " entries from offset "
                    + readOffset
                    + " and writes " + length + " from offset " + offset + " of one array: they overlap");
        }
    }

    /// @throws IllegalArgumentException if the slices share an entry without being the same
    static void sameOrDisjoint(
            String kernel, double[] read, int readOffset, double[] written, int offset, long length) {
        if (readOffset != offset) {
            disjoint(kernel, read, readOffset, length, written, offset, length);
        }
    }
}
