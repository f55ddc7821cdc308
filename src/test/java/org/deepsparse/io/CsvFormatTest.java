package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CsvFormatTest {

    private static NdArray parse(String text) {
        return ForeignFiles.read(new CsvFormat(), text.getBytes(StandardCharsets.UTF_8), EntryLimit.DEFAULT);
    }

    private static void assertRefused(String message, String text) {
        ForeignFiles.assertBadInput("D: " + message, () -> parse(text));
    }

    private static void assertArray(int rows, int columns, double[] entries, String text) {
        assertArrayEquals(new int[] {rows, columns}, parse(text).shape());
        assertArrayEquals(entries, parse(text).entries());
    }

    /// BigDecimal is the second opinion on the nearest number, and the exact decimals of a double lead back
    /// to it.
    @Property(seed = "1", tries = 1000)
    void decimalsMeanTheNearestDouble(@ForAll long bits, @ForAll BigDecimal decimal) {
        double value = Double.isFinite(Double.longBitsToDouble(bits)) ? Double.longBitsToDouble(bits) : 0;
        String text = value + "," + new BigDecimal(value).toPlainString() + "\n" + decimal + ","
                + decimal.negate();
        // value + 0.0: BigDecimal has no negative zero
        assertArray(2, 2,
                new double[] {value, value + 0.0, decimal.doubleValue(), decimal.negate().doubleValue()},
                text);
    }

    @Test
    void commentsBlankLinesAndSpacesDoNotCount() {
        assertArray(2, 3, new double[] {1, -2.5e-3, 0.1, 4, 5, 0x1p53},
                "# a comment\n1, -2.5e-3 ,0.1 # another\r\n\n4,5,9007199254740993\n");
        assertArray(1, 3, new double[] {0.5, 5, 3}, ".5,5.,+3E0");
        assertArray(0, 0, new double[0], "\n# nothing\n");
    }

    @Test
    void byteOrderMarkAndAnyEndOfLineAreUnderstood() {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            assertArray(2, 2, new double[] {1, 2, 3, 4}, "\ufeff1,2" + end + "3,4" + end);
            assertArray(2, 2, new double[] {1, 2, 3, 4}, "\ufeff# first" + end + "1,2" + end + end + "3,4");
        }
    }

    @Test
    void theFirstLineMayNameTheColumns() {
        assertArray(1, 2, new double[] {1, 2}, "x,y\n1,2\n");
        assertArray(1, 3, new double[] {1, 2, 3}, "\ufeff# comment\n_a, \"b\" ,\u00e9t\u00e9\n1,2,3");
        assertArray(0, 2, new double[0], "x,y\n");
        assertRefused("line 2 has 3 fields but the first, line 1, has 2", "x,y\n1,2,3");
        assertRefused("line 2, field 1 is no number: 'x'", "x,y\nx,y\n");
        assertRefused("line 1 has semicolons, but fields are separated by commas", "1;2\n3;4\n");
        assertRefused("line 1, field 2 is no number: 'x'", "1,x\n1,2");
        assertRefused("line 1, field 1 is no number: 'NaN'", "NaN,nan\n1,2");
        assertRefused("line 1, field 1 is no number: 'inf'", "inf\n1");
        for (String word : new String[] {"none", "N/A", "missing", "true", "\"NaN\""}) {
            assertRefused("line 1, field 1 is no number: '" + word + "'", word + "\n1");
        }
        // to take these for names would lose a row
        assertRefused("line 1, field 1 is no number: '\"1\"'", "\"1\",\"2\"\n3,4");
        assertRefused("line 1, field 1 is no number: '\"\"'", "\"\"\n3");
        assertRefused("line 1, field 1 is no number: ''", ",a\n1,2");
    }

    @Test
    void whatIsNoNumberIsShown() {
        assertRefused("line 2 has 3 fields but the first, line 1, has 2", "1,2\n1,2,3");
        assertRefused("line 1, field 2 is no number: ''", "1,");
        assertRefused("line 1, field 1 is no number: '1d'", "1d");
        assertRefused("line 1, field 1 is no number: '0x10'", "0x10");
        assertRefused("line 1, field 1 is no number: '1e'", "1e");
        assertRefused("line 1 has semicolons, but fields are separated by commas", "1;2");
        assertRefused("line 1 has semicolons, but fields are separated by commas", "1,5;2,5\n3,5;4,5");
        assertRefused("line 2 has semicolons, but fields are separated by commas", "a;b\n1;2");
        assertRefused("line 1 has tabs, but fields are separated by commas", "1\t2\n");
        assertRefused("line 1 has blanks, but fields are separated by commas", "1 2");
        assertRefused("line 1 has semicolons, but fields are separated by commas", "1;\t2 3");
        assertRefused("line 1, field 1 is no number: '1\\u00a0'", "1\u00a0");
        assertRefused("line 1, field 1 is no number: '\\u22121'", "\u22121");
        assertRefused("line 1, field 1 is no number: '\\uff11'", "\uff11");
        assertRefused("line 2, field 1 is no number: '\\ufeff1'", "1\n\ufeff1");
        assertRefused("line 1, field 1 is no number: '\\'\\\\'", "'\\");
        assertRefused("line 1, field 1 is no number: '" + "1".repeat(38) + ".....'", "1".repeat(38) + "..1");
        assertRefused("line 1, field 1 is beyond the range of binary64: '-1e999'", "-1e999");
        byte[] utf16 = "1,2".getBytes(StandardCharsets.UTF_16);
        assertThrows(UncheckedIOException.class,
                () -> ForeignFiles.read(new CsvFormat(), utf16, EntryLimit.DEFAULT));
    }

    @Test
    void theLimitIsKept() {
        byte[] six = "1,2,3\n4,5,6".getBytes(StandardCharsets.UTF_8);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6},
                ForeignFiles.read(new CsvFormat(), six, new EntryLimit(6)).entries());
        ForeignFiles.assertBadInput("D: the array has more than the limit of 5 entries",
                () -> ForeignFiles.read(new CsvFormat(), six, new EntryLimit(5)));
    }
}
