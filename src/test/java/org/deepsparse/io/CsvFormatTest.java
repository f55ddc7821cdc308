package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CsvFormatTest {

    private static DenseArray parse(String text) {
        return CsvFormat.parse("D.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String complaint(String text) {
        return String.valueOf(assertThrows(BadInput.class, () -> parse(text)).getMessage());
    }

    @Test
    void decimalsMeanTheNearestDouble() {
        DenseArray array = parse("# a comment\n1, -2.5e-3 ,0.1 # another\r\n\n4,5,9007199254740993\n");
        assertArrayEquals(new int[] {2, 3}, array.shape());
        assertArrayEquals(new double[] {1, -2.5e-3, 0.1, 4, 5, 0x1p53}, array.entries());
        assertEquals(5, array.matrix(false).get(1, 1));
    }

    @Test
    void whatIsNoNumberIsNamed() {
        assertEquals("D.csv: line 2 has 3 entries but the first row has 2", complaint("1,2\n1,2,3"));
        assertEquals("D.csv: line 1, field 2 is no number: 'x'", complaint("1,x"));
        assertEquals("D.csv: line 1, field 2 is no number: ''", complaint("1,"));
        assertEquals("D.csv: line 1, field 1 is no number: 'NaN'", complaint("NaN"));
        assertEquals("D.csv: line 1, field 1 is no number: '1d'", complaint("1d"));
        assertEquals("D.csv: line 1, field 1 is no number: '0x10'", complaint("0x10"));
        assertEquals(
                "D.csv: entry (0, 0) of 1 x 1 is Infinity",
                assertThrows(BadInput.class, () -> parse("1e999").matrix(false)).getMessage());
        assertEquals(
                "D.csv: is no text",
                assertThrows(BadInput.class, () -> CsvFormat.parse("D.csv", new byte[] {(byte) 0xff, (byte) 0xfe})).getMessage());
    }

    @Test
    void filesAreNamed() {
        assertEquals("no-such.csv: no such file", assertThrows(BadInput.class, () -> ArrayFile.read(Path.of("no-such.csv"))).getMessage());
    }
}
