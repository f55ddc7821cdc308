package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NpyFormatTest {

    /// A version 1 file with this header and data.
    private static byte[] file(String descr, boolean fortran, String shape, byte[] data) {
        String header = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': (" + shape + "), }\n";
        ByteBuffer buffer = ByteBuffer.allocate(10 + header.length() + data.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        buffer.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII)).put(data);
        return buffer.array();
    }

    private static byte[] doubles(ByteOrder order, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(order);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    private static DenseArray parse(byte[] bytes) {
        return NpyFormat.parse("D.npy", bytes);
    }

    private static String complaint(byte[] bytes) {
        return String.valueOf(assertThrows(BadInput.class, () -> parse(bytes)).getMessage());
    }

    /// The same 2 x 3 matrix in both orders of entries and of bytes: a reader that swaps rows and columns is found out.
    @Test
    void ordersAreReadRight() {
        double[] rowMajor = {1, 2, 3, 4, 5, 6};
        double[] columnMajor = {1, 4, 2, 5, 3, 6};
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            String sign = order == ByteOrder.BIG_ENDIAN ? ">" : "<";
            assertArrayEquals(rowMajor, parse(file(sign + "f8", false, "2, 3", doubles(order, rowMajor))).entries());
            assertArrayEquals(rowMajor, parse(file(sign + "f8", true, "2, 3", doubles(order, columnMajor))).entries());
        }
        DenseArray array = parse(file("<f8", false, "2, 3", doubles(ByteOrder.LITTLE_ENDIAN, rowMajor)));
        assertEquals(6, array.matrix(false).get(1, 2));
        assertEquals(6, array.matrix(true).get(2, 1));
        assertEquals(3, array.matrix(true).rows());
        assertEquals(2, parse(file("<f8", true, "2,", doubles(ByteOrder.LITTLE_ENDIAN, 1, 2))).entries()[1]);
    }

    @Test
    void typesAreWidenedExactly() {
        assertEquals(-1, parse(file("|i1", false, "1,", new byte[] {-1})).entries()[0]);
        assertEquals(255, parse(file("|u1", false, "1,", new byte[] {-1})).entries()[0]);
        assertEquals(1, parse(file("|b1", false, "1,", new byte[] {1})).entries()[0]);
        assertEquals(258, parse(file(">i2", false, "1,", new byte[] {1, 2})).entries()[0]);
        assertEquals(4294967295.0, parse(file("<u4", false, "1,", new byte[] {-1, -1, -1, -1})).entries()[0]);
        assertEquals((double) 0.1f,
                parse(file("<f4", false, "1,", ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0.1f).array())).entries()[0]);
        byte[] large = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong((1L << 53) + 1).array();
        assertEquals("D.npy: the integer 9007199254740993 at position 0 is no binary64 number", complaint(file("<i8", false, "1,", large)));
        byte[] even = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 60).array();
        assertEquals(0x1p60, parse(file("<i8", false, "1,", even)).entries()[0]);
    }

    @Test
    void liesAreNamed() {
        assertEquals(
                "D.npy: the header claims [1000000, 1000000] entries of 8 bytes, 8000000000000 bytes, but the file holds 8",
                complaint(file("<f8", false, "1000000, 1000000", new byte[8])));
        assertTrue(complaint(file("<f8", false, "2147483647, 2147483647", new byte[8])).contains("the header claims"));
        assertTrue(complaint(file("<f8", false, "-1, 3", new byte[8])).contains("not usable"));
        assertTrue(complaint(file("<c16", false, "1,", new byte[16])).contains("'c16' are not supported"));
        assertTrue(complaint(file("|O8", false, "1,", new byte[8])).contains("'O8' are not supported"));
        assertTrue(complaint(file("<f8", false, "1, 1, 1", new byte[8])).contains("3 dimensions"));
        assertTrue(complaint(file("<f8", false, "", new byte[8])).contains("0 dimensions"));
        assertTrue(complaint(new byte[0]).contains("no .npy file"));
        byte[] nan = file("<f8", false, "1, 2", doubles(ByteOrder.LITTLE_ENDIAN, 1, Double.NaN));
        assertEquals(
                "D.npy: entry (0, 1) of 1 x 2 is NaN",
                assertThrows(BadInput.class, () -> parse(nan).matrix(false)).getMessage());
        byte[] vector = file("<f8", false, "2,", doubles(ByteOrder.LITTLE_ENDIAN, 1, 2));
        assertTrue(String.valueOf(assertThrows(BadInput.class, () -> parse(vector).matrix(false)).getMessage()).contains("2 dimensions"));
        byte[] empty = file("<f8", false, "0, 5", new byte[0]);
        assertTrue(String.valueOf(assertThrows(BadInput.class, () -> parse(empty).matrix(false)).getMessage()).contains("empty, 0 x 5"));
    }

    /// Nothing but BadInput comes out, whatever goes in.
    @Test
    void damagedFilesAreBadInput() {
        byte[] good = file("<f8", true, "2, 3", doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6));
        Random random = new Random(1);
        int rejected = 0;
        for (int length = 0; length < good.length; length++) {
            byte[] truncated = Arrays.copyOf(good, length);
            assertThrows(BadInput.class, () -> parse(truncated));
        }
        for (int trial = 0; trial < 20_000; trial++) {
            byte[] damaged = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                damaged[random.nextInt(good.length - 48)] = (byte) random.nextInt(256);
            }
            try {
                parse(damaged);
            } catch (BadInput e) {
                rejected++;
            }
        }
        assertTrue(rejected > 10_000, "most damage is noticed: " + rejected);
    }
}
