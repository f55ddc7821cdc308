package org.deepsparse.io;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The types of entries in a .npy file that are widened to binary64 exactly. Constants have NumPy's names in
/// capitals: the kind and the number of bytes.
enum NpyType {
    F8(8, ByteBuffer::getDouble),
    F4(4, ByteBuffer::getFloat),
    F2(2, data -> Float.float16ToFloat(data.getShort())),
    B1(1, data -> bool(data.get())),
    I1(1, ByteBuffer::get),
    I2(2, ByteBuffer::getShort),
    I4(4, ByteBuffer::getInt),
    I8(8, data -> signed(data.getLong())),
    U1(1, data -> data.get() & 0xff),
    U2(2, data -> data.getShort() & 0xffff),
    U4(4, data -> data.getInt() & 0xffff_ffffL),
    U8(8, data -> unsigned(data.getLong()));

    /// The significant bits of a binary64 number.
    private static final int PRECISION = 53;

    private final int width;
    private final ToDoubleFunction<ByteBuffer> reader;

    NpyType(int width, ToDoubleFunction<ByteBuffer> reader) {
        this.width = width;
        this.reader = reader;
    }

    /// The type of a name such as `f8`.
    static Optional<NpyType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /// The bytes of an entry.
    int width() {
        return width;
    }

    /// Reads the next entry.
    ///
    /// @throws IllegalArgumentException if no binary64 number is equal to it; the message says what it is
    double next(ByteBuffer data) {
        return reader.applyAsDouble(data);
    }

    private static double bool(byte value) {
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("the byte " + (value & 0xff) + ", but a boolean is 0 or 1");
        }
        return value;
    }

    private static double signed(long value) {
        if (!isExact(Math.abs(value))) {
            throw new IllegalArgumentException("the integer " + value + ", which is no binary64 number");
        }
        return value;
    }

    private static double unsigned(long value) {
        if (!isExact(value)) {
            throw new IllegalArgumentException(
                    "the integer " + Long.toUnsignedString(value) + ", which is no binary64 number");
        }
        // The shift is exact: with the highest bit set, the eleven lowest are 0.
        return value >= 0 ? value : 2.0 * (value >>> 1);
    }

    /// Whether an unsigned integer is a binary64 number: from its first to its last 1 there are at most 53
    /// bits.
    private static boolean isExact(long magnitude) {
        int span = Long.SIZE - Long.numberOfLeadingZeros(magnitude) - Long.numberOfTrailingZeros(magnitude);
        return span <= PRECISION;
    }
}
