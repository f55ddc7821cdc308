package org.deepsparse.io;

import java.util.Arrays;
import org.deepsparse.linalg.Matrix;

/// An immutable array of binary64 numbers with any number of axes.
///
/// Entries are kept in row-major order: the last index runs fastest. NaN and the infinities are kept as they
/// are; [#matrix()] and [#vector()] refuse them, since nothing can be decided about them.
public final class NdArray {

    private final String name;
    private final Shape shape;
    private final double[] entries;

    private NdArray(String name, Shape shape, double[] entries) {
        this.name = name;
        this.shape = shape;
        this.entries = entries;
    }

    /// Copies the sizes of the axes and the entries in.
    ///
    /// @param name where the array comes from, for messages
    /// @param shape the sizes of the axes, at most 64 of them; none is the shape of a single number
    /// @param entries in row-major order
    /// @throws IllegalArgumentException if the number of entries is not the product of the sizes
    public static NdArray of(String name, int[] shape, double[] entries) {
        long[] sizes = Arrays.stream(shape).asLongStream().toArray();
        return adopt(name, Shape.claimed(name, new EntryLimit(EntryLimit.MOST), sizes), entries.clone());
    }

    /// For readers of this package: takes the entries over without a copy.
    static NdArray adopt(String name, Shape shape, double[] entries) {
        if (shape.entries() != entries.length) {
            throw new BadInput(
                    name + ": the array is " + shape + " but " + entries.length + " entries are given");
        }
        return new NdArray(name, shape, entries);
    }

    /// Where the array comes from, for messages: a file, and behind a colon the key in that file.
    public String name() {
        return name;
    }

    /// A copy of the sizes of the axes.
    public int[] shape() {
        return shape.sizes();
    }

    /// A copy of the entries in row-major order.
    public double[] entries() {
        return entries.clone();
    }

    /// The array as a matrix: the first index is the row.
    ///
    /// @throws BadInput if the array has not two dimensions, is empty, or holds NaN or an infinity
    public Matrix matrix() {
        requireMatrix();
        double[] columnMajor = new double[entries.length];
        int k = 0;
        for (var positions = shape.columnMajor(); positions.hasNext(); k++) {
            columnMajor[k] = entries[positions.nextInt()];
        }
        return Matrix.ofColumnMajor(shape.size(0), shape.size(1), columnMajor);
    }

    /// The transpose of [#matrix()]: the first index is the column.
    ///
    /// @throws BadInput if the array has not two dimensions, is empty, or holds NaN or an infinity
    public Matrix transposedMatrix() {
        requireMatrix();
        return Matrix.ofColumnMajor(shape.size(1), shape.size(0), entries);
    }

    /// The entries of a vector, which may also be stored as a single row or a single column.
    ///
    /// @throws BadInput if the array is no vector, is empty, or holds NaN or an infinity
    public double[] vector() {
        if (shape.axes() != 1 && !(shape.axes() == 2 && (shape.size(0) == 1 || shape.size(1) == 1))) {
            throw new BadInput(name + ": a vector is n, n x 1 or 1 x n but the array is " + shape);
        }
        requireFinite();
        return entries();
    }

    private void requireMatrix() {
        if (shape.axes() != 2) {
            throw new BadInput(
                    name + ": a matrix has 2 dimensions but the array has " + shape.axes() + ": it is "
                            + shape + (shape.axes() > 2 ? "; save one matrix of it, or reshape it" : ""));
        }
        requireFinite();
    }

    private void requireFinite() {
        if (entries.length == 0) {
            throw new BadInput(name + ": the array is empty, " + shape);
        }
        for (int k = 0; k < entries.length; k++) {
            if (!Double.isFinite(entries[k])) {
                throw new BadInput(name + ": entry " + shape.place(k) + " of " + shape + " is " + entries[k]);
            }
        }
    }

    /// The number of entries.
    public int size() {
        return entries.length;
    }

    /// Entry k in row-major order.
    ///
    /// @throws IndexOutOfBoundsException if there is none
    public double entry(int k) {
        return entries[k];
    }

    @Override
    public String toString() {
        return name + ": " + shape;
    }
}
