package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonFormatTest {

    private static NdArray parse(String text) {
        return ForeignFiles.read(new JsonFormat(), text.getBytes(StandardCharsets.UTF_8), EntryLimit.DEFAULT);
    }

    private static void assertRefused(String message, String text) {
        ForeignFiles.assertBadInput("D: " + message, () -> parse(text));
    }

    private static void assertArray(int[] shape, double[] entries, String text) {
        assertArrayEquals(shape, parse(text).shape());
        assertArrayEquals(entries, parse(text).entries());
    }

    @Property(seed = "1", tries = 1000)
    void numbersComeBackFromDecimalsAndHexadecimals(@ForAll long bits) {
        double value = Double.isFinite(Double.longBitsToDouble(bits)) ? Double.longBitsToDouble(bits) : 0;
        double[] entries = parse("[" + value + ", \"" + Double.toHexString(value) + "\"]").entries();
        assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(entries[0]));
        assertEquals(Double.doubleToRawLongBits(value), Double.doubleToRawLongBits(entries[1]));
    }

    @Test
    void listsNestToAnyDepth() {
        assertArray(new int[0], new double[] {-7}, "-7");
        assertArray(new int[] {3}, new double[] {1, 2.5, 1e-3}, "[1, 2.5, 1E-3]\n");
        assertArray(new int[] {2, 3}, new double[] {1, 2, 3, 4, 5, 6}, "[[1,2,3],[4,5,6]]");
        assertArray(new int[] {2, 1, 2}, new double[] {1, 2, 3, 4}, "[[[1,2]],[[3,4]]]");
        assertArray(new int[] {1}, new double[] {0.1875}, "[\"0x1.8p-3\"]");
        assertArray(new int[] {1}, new double[] {0x1p53}, "[9007199254740993]");
        assertArrayEquals(new int[] {1}, parse("\ufeff[1]").shape());
        assertEquals(64, parse("[".repeat(64) + 1 + "]".repeat(64)).shape().length);
        assertTrue(String
                .valueOf(assertThrows(BadInput.class, () -> parse("[".repeat(65) + 1 + "]".repeat(65)))
                        .getMessage())
                .endsWith("is a list in 64 lists, but at most 64 dimensions are read"));
    }

    @Test
    void emptyListsHaveShapes() {
        assertArray(new int[] {0}, new double[0], "[]");
        assertArray(new int[] {2, 0}, new double[0], "[[],[]]");
        assertArray(new int[] {2, 1, 0}, new double[0], "[[[]],[[]]]");
    }

    @Test
    void listsOfOneDepthHaveOneLength() {
        assertRefused("[1] has 2 entries but lists before it have 3", "[[1,2,3],[4,5]]");
        assertRefused("[1] has 1 entries but lists before it have 0", "[[],[1]]");
        assertRefused("[1] has 0 entries but lists before it have 1", "[[1],[]]");
        assertRefused("[1][0] has 1 entries but lists before it have 2", "[[[1,2]],[[3]]]");
        assertRefused("[1] is a number where others are lists", "[[1],2]");
        assertRefused("[1] is a list where others are numbers", "[1,[2]]");
        assertRefused("[1][0] is a list where others are numbers", "[[1],[[2]]]");
    }

    @Test
    void everythingElseIsRefused() {
        assertRefused("the value is neither a number nor a list but '{'", "{\"D\": [1]}");
        assertRefused("[0] is neither a number nor a list but 'null'", "[null]");
        assertRefused("[1] is neither a number nor a list but 'true'", "[1, true]");
        assertRefused("[0] is beyond the range of binary64: '1e999'", "[1e999]");
        for (String text : new String[] {"1.5", "0x", "0x1", "0xp1", "0x.p1", "0x1p", "0x1p9999", "NaN",
            "0x1.8p-3 ", "0x1p1d"}) {
            assertRefused("[0] is no finite hexadecimal number such as \"0x1.8p-3\": '" + text + "'",
                    "[\"" + text + "\"]");
        }
        assertRefused("the file is empty", " \n");
        assertRefused("goes on behind its array", "[1] [2]");
    }

    /// The parser's own words speak of its classes and settings, or quote what a terminal obeys.
    @Test
    void whatIsNoJsonIsSaidInOurWords() {
        assertNoJson("line 1, column 3: ends in the middle", "[1");
        assertNoJson("line 1, column 4: ends in the middle", "[\"a");
        assertNoJson("line 1, column 4: unexpected character ']'", "[1,]", "[1.]", "[1e]");
        assertNoJson("line 1, column 4: unexpected character '2'", "[1 2]");
        assertNoJson("line 3, column 3: unexpected character ','", "[\n\n1,,2]");
        assertNoJson("line 1, column 2: unexpected character '\\''", "['a']");
        assertNoJson("line 1, column 2: unexpected character '\\u001b'", "[\u001b]");
        assertNoJson("line 1, column 3: unexpected character '\\u001b'", "[\"\u001b\"]");
        assertNoJson("line 1, column 4: unexpected character 'q'", "[\"\\q\"]");
        assertNoJson("line 1, column 5: unexpected word 'NaN'", "[NaN]");
        assertNoJson("line 1, column 1: unexpected word 'tr\\u0007u'", "tr\u0007u");
        assertNoJson("line 1, column 4: a bracket closes what is not open", "[1]]");
        assertNoJson("line 1, column 3: a number starts with more zeros than one", "[01]");
        for (byte[] bytes : new byte[][] {{(byte) 0xff}, {'[', (byte) 0xc3, '1'}, {'[', '"', (byte) 0x80}}) {
            String message = String.valueOf(assertThrows(BadInput.class,
                    () -> ForeignFiles.read(new JsonFormat(), bytes, EntryLimit.DEFAULT)).getMessage());
            assertTrue(message.matches("D: is no JSON: line 1, column \\d: no UTF-8 text"), message);
        }
        String value = "a number or a string has more than 1000 characters";
        assertNoJson(value, "[" + "9".repeat(1001) + "]", "[\"" + "x".repeat(100_000) + "\"]");
        for (String text : new String[] {"[+1]", "[.5]", "x", "[1,2)", "/", "[-]", "[-Infinity]",
            "[\"\\u12g\"]", "[tru\n\ne]", "[\u00a01]", "[\ud83d\ude00]"}) {
            String message = String.valueOf(assertThrows(BadInput.class, () -> parse(text)).getMessage());
            assertTrue(
                    message.matches("D: is no JSON: line 1, column \\d+: unexpected (character|word) '.*'"),
                    message);
        }
    }

    private static void assertNoJson(String message, String... texts) {
        for (String text : texts) {
            assertRefused("is no JSON: " + message, text);
        }
    }

    @Test
    void theLimitIsKept() {
        byte[] six = "[[1,2,3],[4,5,6]]".getBytes(StandardCharsets.UTF_8);
        assertEquals(6, ForeignFiles.read(new JsonFormat(), six, new EntryLimit(6)).entries().length);
        ForeignFiles.assertBadInput("D: the array has more than the limit of 5 entries",
                () -> ForeignFiles.read(new JsonFormat(), six, new EntryLimit(5)));
    }
}
