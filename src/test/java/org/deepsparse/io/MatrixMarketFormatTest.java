package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MatrixMarketFormatTest {

    private static NdArray parse(String text) {
        return ForeignFiles.read(new MatrixMarketFormat(), text.getBytes(StandardCharsets.UTF_8),
                EntryLimit.DEFAULT);
    }

    private static void assertRefused(String message, String text) {
        ForeignFiles.assertBadInput("D: " + message, () -> parse(text));
    }

    private static void assertMatrix(int rows, int columns, double[] entries, String text) {
        NdArray read = parse("%%MatrixMarket matrix " + text);
        assertArrayEquals(new int[] {rows, columns}, read.shape());
        assertArrayEquals(entries, read.entries());
    }

    /// The same matrix as an array and in coordinates, its entries in any order.
    @Property(seed = "1", tries = 300)
    void bothFormatsGiveTheSameMatrix(
            @ForAll @IntRange(min = 1, max = 5) int rows, @ForAll @IntRange(max = 5) int columns,
            @ForAll @Size(25) double[] values) {
        double[] expected = new double[rows * columns];
        StringBuilder array = new StringBuilder("array real general\n" + rows + " " + columns + "\n");
        StringBuilder coordinates = new StringBuilder();
        int nonzeros = 0;
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                double value = values[i * 5 + j];
                Assume.that(Double.isFinite(value));
                expected[i * columns + j] = value;
                array.append(value).append('\n');
                if (value != 0) {
                    coordinates.insert(0, (i + 1) + " " + (j + 1) + " " + value + "\n");
                    nonzeros++;
                }
            }
        }
        assertMatrix(rows, columns, expected, array.toString());
        String header = "coordinate real general\n" + rows + " " + columns + " " + nonzeros + "\n";
        double[] withoutSigns = expected.clone();
        for (int k = 0; k < withoutSigns.length; k++) {
            withoutSigns[k] += 0.0; // a zero that is not given has no sign
        }
        assertMatrix(rows, columns, withoutSigns, header + coordinates);
    }

    @Test
    void symmetriesGiveTheOtherTriangle() {
        assertMatrix(2, 2, new double[] {1, 2, 2, 3}, "array real symmetric\n2 2\n1\n2\n3\n");
        assertMatrix(2, 2, new double[] {0, -2, 2, 0}, "array real skew-symmetric\n2 2\n2\n");
        assertMatrix(3, 3, new double[] {0, 0, 4, 0, 5, 0, 4, 0, 0},
                "coordinate integer symmetric\n3 3 2\n3 1 4\n2 2 5\n");
        assertMatrix(2, 2, new double[] {0, -2, 2, 0}, "coordinate real skew-symmetric\n2 2 1\n2 1 2\n");
        assertMatrix(2, 2, new double[] {0, 1, 1, 1}, "coordinate pattern symmetric\n2 2 2\n2 1\n2 2\n");
        assertMatrix(2, 3, new double[] {0, 0, 1, 0, 0, 0}, "coordinate pattern general\n2 3 1\n1 3\n");
        assertRefused("line 2: a symmetric matrix is square, but this one is 2 x 3",
                "%%MatrixMarket matrix array real symmetric\n2 3\n1\n");
        assertRefused(
                "line 3: row 1, column 2 lies outside the lower triangle that such a matrix is given by",
                "%%MatrixMarket matrix coordinate real symmetric\n2 2 1\n1 2 7\n");
        assertRefused(
                "line 3: row 1, column 1 lies outside the lower triangle that such a matrix is given by",
                "%%MatrixMarket matrix coordinate real skew-symmetric\n2 2 1\n1 1 7\n");
    }

    @Test
    void commentsBlankLinesAndCapitalsAreUnderstood() {
        assertMatrix(1, 2, new double[] {1.5, -2},
                "ARRAY Real general\r\n% comment\r\n%\r\n\r\n1 2\r\n1.5\r\n\r\n -2e0 \r\n\r\n");
        assertMatrix(0, 0, new double[0], "array real general\n0 0");
    }

    /// With a limit beyond any memory of a test: allocating first would end in an OutOfMemoryError.
    @Test
    void claimsAreHeldAgainstTheFileAndTheLimit() {
        byte[] lie = "%%MatrixMarket matrix array real general\n2147483639 1\n1\n"
                .getBytes(StandardCharsets.UTF_8);
        ForeignFiles.assertBadInput("D: line 2: 2147483639 entries are claimed but the file has 56 bytes",
                () -> ForeignFiles.read(new MatrixMarketFormat(), lie, new EntryLimit(EntryLimit.MOST)));
        assertRefused("the array is 100000 x 100000, more than the limit of 268435456 entries",
                "%%MatrixMarket matrix coordinate real general\n100000 100000 1\n1 1 1\n");
        assertRefused("line 2: 5 entries are claimed but the matrix has 4 places",
                "%%MatrixMarket matrix coordinate real general\n2 2 5\n1 1 1\n");
        assertRefused("line 2: 4 entries are claimed but the matrix has 3 places",
                "%%MatrixMarket matrix coordinate pattern symmetric\n2 2 4\n1 1\n");
        assertRefused("ends after 3 entries but 4 are claimed",
                "%%MatrixMarket matrix array real general\n2 2\n1\n2\n3\n");
        assertRefused("ends after 1 entries but 2 are claimed",
                "%%MatrixMarket matrix coordinate real general\n2 2 2\n1 1 1\n");
        assertRefused("line 4: more than the 1 entries that are claimed",
                "%%MatrixMarket matrix array real general\n1 1\n1\n2\n");
    }

    @Test
    void everythingElseIsRefused() {
        String general = "%%MatrixMarket matrix coordinate real general\n2 2 2\n";
        assertRefused("line 4: row 1, column 1 is given twice", general + "1 1 1\n1 1 2\n");
        assertRefused("line 3: row 3, column 1 lies outside the matrix, which is 2 x 2",
                general + "3 1 1\n1 1 2\n");
        assertRefused("line 3: row 0, column 1 lies outside the matrix, which is 2 x 2",
                general + "0 1 1\n1 1 2\n");
        assertRefused("line 3: is no size and no index: '-1'", general + "-1 1 1\n1 1 2\n");
        assertRefused("line 3 has 2 fields but must have 3", general + "1 1\n1 1 2\n");
        assertRefused("line 3 is no number: 'nan'", general + "1 1 nan\n1 2 2\n");
        assertRefused("line 3 is beyond the range of binary64: '1e999'", general + "1 1 1e999\n1 2 2\n");
        assertRefused("line 3: is no integer: '1.5'",
                "%%MatrixMarket matrix array integer general\n1 1\n1.5\n");
        assertRefused("line 2 has 3 fields but must have 2",
                "%%MatrixMarket matrix array real general\n2 2 2\n1\n");
        assertRefused("line 1 has 0 fields but must have 2", "%%MatrixMarket matrix array real general\n");
        assertRefused("the format 'list' is not read; known: coordinate, array",
                "%%MatrixMarket matrix list real general\n");
        assertRefused("the field 'complex' is not read; known: real, integer, pattern",
                "%%MatrixMarket matrix array complex general\n");
        assertRefused("the symmetry 'hermitian' is not read; known: general, symmetric, skew-symmetric",
                "%%MatrixMarket matrix array real hermitian\n");
        assertRefused(
                "a pattern is given in coordinates and is not skew-symmetric, but this one is 'array' and "
                        + "'general'",
                "%%MatrixMarket matrix array pattern general\n1 1\n1\n");
        for (String text : new String[] {"", "1 1\n1\n", "%%MatrixMarket vector array real general\n",
            "%%MatrixMarket matrix array real\n"}) {
            assertRefused(
                    "is no matrix of Matrix Market: the first line must be '%%MatrixMarket matrix', format, "
                            + "field and symmetry",
                    text);
        }
    }
}
