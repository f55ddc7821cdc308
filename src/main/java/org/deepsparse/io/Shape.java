package org.deepsparse.io;

import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;

/// The sizes of an array's axes. Entry number `k` is counted in row-major order: the last index runs fastest.
///
/// No axes at all is the shape of a single number, and a size of 0 makes the array empty.
final class Shape {

    /// NumPy's limit as well, so that every array that is read here can be written for NumPy.
    static final int MOST_AXES = 64;

    private final int[] sizes;
    private final int entries;

    private Shape(int[] sizes, int entries) {
        this.sizes = sizes;
        this.entries = entries;
    }

    /// A shape that somebody claims, checked before anything of that size is allocated.
    ///
    /// @param name of the array, for messages
    /// @throws BadInput if there are too many axes, a size is negative or beyond an `int`, or the product of
    ///     the sizes is more than the limit; the product cannot overflow, whatever the sizes are
    static Shape claimed(String name, EntryLimit limit, long... sizes) {
        if (sizes.length > MOST_AXES) {
            throw new BadInput(
                    name + ": the array has " + sizes.length + " dimensions but at most " + MOST_AXES
                            + " are read");
        }
        boolean empty = false;
        for (int axis = 0; axis < sizes.length; axis++) {
            if (sizes[axis] < 0 || sizes[axis] > Integer.MAX_VALUE) {
                throw new BadInput(
                        name + ": axis " + axis + " has the size " + sizes[axis] + " but it must be in 0.."
                                + Integer.MAX_VALUE);
            }
            empty |= sizes[axis] == 0;
        }
        long entries = empty ? 0 : 1;
        for (int axis = 0; axis < sizes.length && !empty; axis++) {
            entries *= sizes[axis]; // both factors are below 2^31
            if (entries > limit.entries()) {
                throw new BadInput(name + ": the array is " + text(sizes) + ", more than the limit of "
                        + limit.entries() + " entries");
            }
        }
        return new Shape(Arrays.stream(sizes).mapToInt(Math::toIntExact).toArray(), (int) entries);
    }

    /// The number of entries: the product of the sizes.
    int entries() {
        return entries;
    }

    /// The number of axes.
    int axes() {
        return sizes.length;
    }

    /// @throws IndexOutOfBoundsException if there is no such axis
    int size(int axis) {
        return sizes[axis];
    }

    /// A copy of the sizes.
    int[] sizes() {
        return sizes.clone();
    }

    /// The row-major numbers of all entries, in column-major order: the first index runs fastest.
    PrimitiveIterator.OfInt columnMajor() {
        int[] strides = new int[sizes.length];
        int stride = 1;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= sizes[axis];
        }
        return new PrimitiveIterator.OfInt() {

            private final int[] index = new int[sizes.length];
            private int position;
            private int passed;

            @Override
            public boolean hasNext() {
                return passed < entries;
            }

            @Override
            public int nextInt() {
                int here = position;
                passed++;
                for (int axis = 0; axis < sizes.length; axis++) {
                    index[axis]++;
                    position += strides[axis];
                    if (index[axis] < sizes[axis]) {
                        break;
                    }
                    position -= index[axis] * strides[axis];
                    index[axis] = 0;
                }
                return here;
            }
        };
    }

    /// The index of entry `k` of a nonempty array, such as `(0, 1)`.
    String place(int k) {
        int[] index = new int[sizes.length];
        int rest = k;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            index[axis] = rest % sizes[axis];
            rest /= sizes[axis];
        }
        return Arrays.stream(index).mapToObj(Integer::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /// Such as `2 x 3`.
    @Override
    public String toString() {
        return text(Arrays.stream(sizes).asLongStream().toArray());
    }

    private static String text(long[] sizes) {
        return sizes.length == 0
                ? "a single number"
                : Arrays.stream(sizes).mapToObj(Long::toString).collect(Collectors.joining(" x "));
    }
}
