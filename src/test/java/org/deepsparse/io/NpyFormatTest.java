package org.deepsparse.io;

import static org.deepsparse.io.ForeignFiles.assertBadInput;
import static org.deepsparse.io.ForeignFiles.doubles;
import static org.deepsparse.io.ForeignFiles.npy;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NpyFormatTest {

    private static NdArray parse(byte[] bytes) {
        return ForeignFiles.read(new NpyFormat(), bytes, EntryLimit.DEFAULT);
    }

    private static void assertRefused(String message, byte[] bytes) {
        assertBadInput("D: " + message, () -> parse(bytes));
    }

    /// Each entry holds its number in the file, whose index is worked out by division, first index fastest.
    @Property(seed = "1", tries = 300)
    void fortranOrderIsUnderstood(@ForAll @Size(max = 5) List<@IntRange(max = 4) Integer> sizes,
            @ForAll boolean big) {
        int[] shape = sizes.stream().mapToInt(Integer::intValue).toArray();
        ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        double[] expected = new double[size];
        double[] numbers = new double[size];
        for (int number = 0; number < size; number++) {
            int rest = number;
            int rowMajor = 0;
            for (int sizeOfAxis : shape) {
                rowMajor = rowMajor * sizeOfAxis + rest % sizeOfAxis;
                rest /= sizeOfAxis;
            }
            expected[rowMajor] = number;
            numbers[number] = number;
        }
        StringBuilder tuple = new StringBuilder();
        Arrays.stream(shape).forEach(sizeOfAxis -> tuple.append(sizeOfAxis).append(", "));
        String descr = big ? ">f8" : "<f8";
        NdArray read = parse(npy(descr, true, tuple.toString().strip(), doubles(order, numbers)));
        assertArrayEquals(shape, read.shape());
        assertArrayEquals(expected, read.entries());
        assertArrayEquals(numbers,
                parse(npy(descr, false, tuple.toString().strip(), doubles(order, numbers))).entries());
    }

    /// An integer of any width either comes back as the number it is, or it is none of binary64 and is
    /// refused.
    @Property(seed = "1", tries = 2000)
    void integersAreExactOrRefused(
            @ForAll long bits, @ForAll @IntRange(max = 63) int shift, @ForAll @IntRange(max = 3) int log,
            @ForAll boolean big) {
        int width = 1 << log;
        byte[] bigEndian = Arrays.copyOfRange(
                ByteBuffer.allocate(8).putLong(bits << shift >> shift / 2).array(), 8 - width, 8);
        byte[] data = bigEndian.clone();
        for (int k = 0; k < width && !big; k++) {
            data[k] = bigEndian[width - 1 - k];
        }
        assertExactOrRefused(new BigInteger(bigEndian), npy((big ? ">i" : "<i") + width, false, "1,", data));
        assertExactOrRefused(new BigInteger(1, bigEndian),
                npy((big ? ">u" : "<u") + width, false, "1,", data));
    }

    private static void assertExactOrRefused(BigInteger value, byte[] file) {
        if (new BigDecimal(value.doubleValue()).toBigIntegerExact().equals(value)) {
            assertEquals(value, new BigDecimal(parse(file).entries()[0]).toBigIntegerExact());
        } else {
            assertRefused("entry (0) of 1 is the integer " + value + ", which is no binary64 number", file);
        }
    }

    @Test
    void theLargestAndTheSmallestIntegersAreRight() {
        for (long value : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 1L << 53, (1L << 53) + 1,
            -(1L << 53) - 1, 1L << 62}) {
            byte[] data = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
            assertExactOrRefused(BigInteger.valueOf(value), npy("<i8", false, "1,", data));
            assertExactOrRefused(new BigInteger(Long.toUnsignedString(value)), npy("<u8", false, "1,", data));
        }
    }

    /// Every number of binary16, worked out from its sign, exponent and fraction (IEEE 754, 3.4).
    @Test
    void halfPrecisionIsWidenedExactly() {
        ByteBuffer data = ByteBuffer.allocate(1 << 17).order(ByteOrder.LITTLE_ENDIAN);
        double[] expected = new double[1 << 16];
        for (int bits = 0; bits < 1 << 16; bits++) {
            data.putShort((short) bits);
            int exponent = bits >> 10 & 31;
            int fraction = bits & 1023;
            double size = exponent == 31
                    ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                    : exponent == 0
                            ? Math.scalb((double) fraction, -24)
                            : Math.scalb(1024.0 + fraction, exponent - 25);
            expected[bits] = bits >> 15 == 0 ? size : -size;
        }
        assertArrayEquals(expected, parse(npy("<f2", false, "65536,", data.array())).entries());
    }

    @Test
    void floatsAndBooleansAreWidened() {
        byte[] tenth = ByteBuffer.allocate(4).putFloat(0.1f).array();
        assertArrayEquals(new double[] {0.1f}, parse(npy(">f4", false, "1,", tenth)).entries());
        assertArrayEquals(new double[] {1, 0}, parse(npy("|b1", false, "2,", new byte[] {1, 0})).entries());
        assertRefused("entry (0, 1) of 1 x 2 is the byte 255, but a boolean is 0 or 1",
                npy("|b1", false, "1, 2", new byte[] {1, -1}));
    }

    @Test
    void anyNumberOfAxesIsRead() {
        NdArray number = parse(npy("<f8", true, "", doubles(ByteOrder.LITTLE_ENDIAN, 7)));
        assertArrayEquals(new int[0], number.shape());
        assertArrayEquals(new double[] {7}, number.entries());
        assertArrayEquals(new int[] {0, 1_000_000_000, 5},
                parse(npy("<f8", false, "0, 1000000000, 5", new byte[0])).shape());
        String axes = "1, ".repeat(64).strip();
        assertEquals(64, parse(npy("|u1", true, axes, new byte[1])).shape().length);
        assertRefused("the array has 65 dimensions but at most 64 are read",
                npy("|u1", true, axes + " 1,", new byte[1]));
        assertArrayEquals(new int[] {2, 1}, parse(npy("|u1", false, "2L, 1L", new byte[2])).shape());
    }

    @Test
    void allVersionsAreRead() {
        byte[] first = npy("|u1", false, "1,", new byte[] {9});
        for (byte version = 2; version <= 3; version++) {
            byte[] later = ByteBuffer.allocate(first.length + 2).put(first, 0, 6).put(version).put((byte) 0)
                    .put(first, 8, 2).putShort((short) 0).put(first, 10, first.length - 10).array();
            assertArrayEquals(new double[] {9}, parse(later).entries());
        }
        byte[] fourth = first.clone();
        fourth[6] = 4;
        assertRefused(".npy version 4.0 is not known", fourth);
    }

    /// With a limit beyond any memory of a test: allocating first would end in an OutOfMemoryError.
    @Test
    void claimsAreHeldAgainstTheFileAndTheLimit() {
        EntryLimit most = new EntryLimit(EntryLimit.MOST);
        byte[] lie = npy("<f8", false, EntryLimit.MOST + ",", new byte[8]);
        assertBadInput(
                "D: the header claims 2147483639 with 8 bytes each, 17179869112 bytes, but there are 8",
                () -> ForeignFiles.read(new NpyFormat(), lie, most));
        assertRefused("the array is 2147483639, more than the limit of 268435456 entries", lie);
        assertRefused("the array is 1000000 x 1000000, more than the limit of 268435456 entries",
                npy("<f8", false, "1000000, 1000000", new byte[8]));
        // 2^64 entries: a product in 64 bits would be 0
        assertRefused("the array is 65536 x 65536 x 65536 x 65536, more than the limit of 268435456 entries",
                npy("<f8", false, "65536, 65536, 65536, 65536", new byte[0]));
        assertRefused("axis 1 has the size 4294967296 but it must be in 0..2147483647",
                npy("<f8", false, "1, 4294967296", new byte[8]));
        assertRefused("the header claims 3 with 8 bytes each, 24 bytes, but there are 16",
                npy("<f8", false, "3,", new byte[16]));
        assertRefused("the header claims 1 with 8 bytes each, 8 bytes, but there are 16",
                npy("<f8", false, "1,", new byte[16]));
        byte[] three = npy("|u1", false, "3,", new byte[3]);
        assertEquals(3, ForeignFiles.read(new NpyFormat(), three, new EntryLimit(3)).entries().length);
        assertBadInput("D: the array is 3, more than the limit of 2 entries",
                () -> ForeignFiles.read(new NpyFormat(), three, new EntryLimit(2)));
        byte[] header = npy("|u1", false, "1,", new byte[1]);
        header[9] = 127;
        assertRefused("the header claims 32570 bytes but the file has " + header.length, header);
        byte[] longHeader = new byte[80_000];
        System.arraycopy(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, 0, 0, 1}, 0, longHeader, 0,
                11);
        assertRefused("the header has 65536 bytes but at most 10000 are read", longHeader);
    }

    @Test
    void headersAreReadToTheLetter() {
        byte[] data = new byte[2];
        assertArrayEquals(new int[] {2},
                parse(npy("{'shape':(2,),'fortran_order':False,'descr':'|u1'}", data)).shape());
        assertRefused("the header has the key 'shape' twice",
                npy("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2), 'shape': (2, 1), }", data));
        assertRefused("the header has the keys [descr, shape] but must have [descr, fortran_order, shape]",
                npy("{'descr': '|u1', 'shape': (2,), }", data));
        assertRefused(
                "the header has the keys [descr, fortran_order, more, shape] but must have [descr, "
                        + "fortran_order, shape]",
                npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), 'more': True}", data));
        String cut = ": '{\\'descr\\': \\'|u1\\', \\'fortran_order\\': False,...'";
        assertRefused("the header goes on behind its dictionary" + cut,
                npy("{'descr': '|u1', 'fortran_order': False, 'shape': (2,), } or not", data));
        assertRefused("the header is no dictionary: ''", npy("", data));
        assertRefused("fortran_order must be True or False",
                npy("{'descr': '|u1', 'fortran_order': 'True', 'shape': (2,), }", data));
        for (String shape : new String[] {"2", ",", "-1, 3", "2,,1", "1.0,", "2, x", "1+1,",
            "1000000000000000000000,"}) {
            assertRefused("the header has a shape that is no tuple of sizes" + cut,
                    npy("{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + ")}", data));
        }
        assertRefused("the shape is no tuple of sizes",
                npy("{'descr': '|u1', 'fortran_order': False, 'shape': True}", data));
        assertRefused("the header ends in the middle" + cut,
                npy("{'descr': '|u1', 'fortran_order': False, 'shape': ", data));
    }

    /// The header is a literal of Python: quotation marks of either kind, line breaks, and comments, which
    /// may hold another shape.
    @Test
    void headersAreLiteralsOfPython() {
        byte[] data = new byte[2];
        for (String header : new String[] {
            "{\"shape\": (2,), 'fortran_order': False, 'descr': \"|u1\"}",
            "{'descr': '|u1', # 'shape': (9,)\n 'fortran_order': False,\n 'shape': ( 2 , ) , } # and on",
            "{'descr':'|u1','fortran_order':False,'shape':(2L,)}"}) {
            assertArrayEquals(new int[] {2}, parse(npy(header, data)).shape(), header);
        }
    }

    /// What Python 3 or NumPy refuses; the last hides a shape from a reader for whom only `\n` ends a
    /// comment.
    @Test
    void whatIsNoLiteralOfPythonIsRefused() {
        byte[] data = new byte[2];
        String rest = "'descr':'|u1','fortran_order':False";
        for (String header : new String[] {
            "{" + rest + ",'shape':(02,)}", "{" + rest + ",'shape':(2,)}\u0000",
            "{" + rest + ",'shape':(2,)#\u0000\n}",
            "{" + rest + ",\u00a0'shape':(2,)}", "{" + rest + ",\u001c'shape':(2,)}",
            "\n {" + rest + ",'shape':(2,)}",
            "{" + rest + ",'shape':(2,),,}", "{,}", "{" + rest + ",'shape':(2,)",
            "{" + rest + ",'shape':(+2,)}",
            "{" + rest + ",'shape':[2]}", "{" + rest + ",'shape':(2L 3)}", "{" + rest + ",'shape':(2,)} {}",
            "{'descr':('|u1',),'fortran_order':False,'shape':(2,)}", "{" + rest + ",'shape':(2,),\"\":True}",
            "{'descr':True,'fortran_order':False,'shape':(2,)}",
            "{'descr':'|u\\x31','fortran_order':False,'shape':(2,)}",
            "{" + rest + ", # ,\r 'shape':(1,2),\n 'shape':(2,)}"}) {
            assertThrows(BadInput.class, () -> parse(npy(header, data)), header);
        }
        assertRefused("the header has the keys [\\u0085, descr, fortran_order] but must have [descr, "
                + "fortran_order, shape]", npy("{" + rest + ",'\u0085':True}", data));
        assertRefused("descr must be a string",
                npy("{'descr':True,'fortran_order':False,'shape':(2,)}", data));
    }

    /// Version 3 is UTF-8, and younger than the `2L` of Python 2.
    @Test
    void theThirdVersionIsOfPython3() {
        String header = "{'descr':'|u1','fortran_order':False,'shape':(2,)} #";
        assertArrayEquals(new int[] {2}, parse(npy3(header + "\u00c3\u00a9")).shape());
        assertRefused("the header is no UTF-8 text", npy3(header + "\u00e9"));
        assertArrayEquals(new int[] {2}, parse(npy3(header)).shape());
        assertThrows(BadInput.class, () -> parse(npy3(header.replace("(2,)", "(2L,)"))));
    }

    private static byte[] npy3(String header) {
        byte[] first = npy(header, new byte[2]);
        byte[] third = new byte[first.length + 2];
        System.arraycopy(first, 0, third, 0, 10);
        System.arraycopy(first, 10, third, 12, first.length - 10);
        third[6] = 3;
        return third;
    }

    @Test
    void versionsThatNumpyDoesNotKnowAreRefused() {
        byte[] file = npy("{'shape':(2,),'fortran_order':False,'descr':'|u1'}", new byte[2]);
        file[7] = 5;
        assertRefused(".npy version 1.5 is not known", file);
    }

    @Test
    void otherTypesAreRefused() {
        String known = " are not read; known: f8, f4, f2, b1, i1, i2, i4, i8, u1, u2, u4, u8 in either byte "
                + "order";
        assertRefused("complex entries, '<c8'," + known, npy("<c8", false, "1,", new byte[8]));
        assertRefused("complex entries, '>c16'," + known, npy(">c16", false, "1,", new byte[16]));
        for (String type : new String[] {"|O", "<U4", "|S8", "<f16", "<M8[ns]", "<f3", "<i", "=f8", "f8",
            "|f8", "<F8"}) {
            assertRefused("entries of type '" + type + "'," + known, npy(type, false, "1,", new byte[8]));
        }
        assertRefused(
                "entries of a structured type are not read: '[(\\'a\\', \\'<f8\\'), (\\'b\\', \\'<i4\\')]'",
                npy("{'descr': [('a', '<f8'), ('b', '<i4')], 'fortran_order': False, 'shape': (1,), }",
                        new byte[12]));
        assertRefused("is no .npy file", "\u0093NUMPX\u0001\u0000v".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void truncatedFilesAreRefused() {
        byte[] good = npy("<f8", true, "2, 3", doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6));
        assertArrayEquals(new double[] {1, 3, 5, 2, 4, 6}, parse(good).entries());
        for (int length = 0; length < good.length; length++) {
            byte[] truncated = Arrays.copyOf(good, length);
            assertThrows(BadInput.class, () -> parse(truncated));
        }
    }
}
