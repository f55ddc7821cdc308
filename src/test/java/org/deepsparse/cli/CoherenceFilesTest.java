package org.deepsparse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepsparse.io.ArrayFile;
import org.deepsparse.io.NamedArrays;
import org.deepsparse.io.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `dsc coherence` on the tetrahedron in every format, and on what is no dictionary.
class CoherenceFilesTest {

    private static final int[] SHAPE = {3, 4};
    private static final double[] ENTRIES = {1, -1, 1, -1, 1, 1, -1, -1, 1, -1, -1, 1};

    @TempDir
    Path folder = Path.of("");

    private record Result(int exit, String out, String err) {}

    private static Result coherence(Object file, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "coherence";
        args[1] = file.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Result(exit, out.toString(), err.toString());
    }

    private static void assertBadInput(String message, Object file, String... options) {
        assertEquals(new Result(2, "", "dsc: " + message + System.lineSeparator()), coherence(file, options));
    }

    @Test
    void everyFormatGivesTheSameAnswer() throws IOException {
        NdArray tetrahedron = NdArray.of("D", SHAPE, ENTRIES);
        Path npy = folder.resolve("D.npy");
        ArrayFile.write(npy, tetrahedron);
        Path npz = folder.resolve("D.npz");
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        arrays.put("y", NdArray.of("y", new int[] {3}, new double[3]));
        arrays.put("D", tetrahedron);
        ArrayFile.write(npz, NamedArrays.of("D.npz", arrays));
        Path json = Files.writeString(folder.resolve("D.json"),
                "[[1,-1,1,-1],[1,1,-1,-1],[1,-1,-1,\"0x1p0\"]]");
        Path mtx = Files.writeString(folder.resolve("D.mtx"),
                "%%MatrixMarket matrix array integer general\n3 "
                        + "4\n1\n1\n1\n-1\n1\n-1\n1\n-1\n-1\n-1\n-1\n1\n");
        Path csv = Files.writeString(folder.resolve("D.csv"),
                "\ufeffa,b,c,d\r\n1,-1,1,-1\r\n1,1,-1,-1\r\n1,-1,-1,1\r\n");
        Path rows = Files.writeString(folder.resolve("rows.csv"), "1,1,1\n-1,1,-1\n1,-1,-1\n-1,-1,1\n");
        Result expected = coherence(npy, "--spark", "--json");
        assertEquals(0, expected.exit, expected.err);
        assertTrue(expected.out.contains("\"shape\":[3,4]"), expected.out);
        assertTrue(expected.out.contains("\"squared\":\"1/9\",\"pair\":[0,1]}"), expected.out);
        for (Object file : new Object[] {npz + ":D", json, mtx, csv}) {
            assertEquals(expected, coherence(file, "--spark", "--json"), file.toString());
        }
        assertEquals(expected, coherence(rows, "--spark", "--json", "--atoms", "rows"));
    }

    @Test
    void whatIsNoDictionaryIsNamed() throws IOException {
        Path npz = folder.resolve("D.npz");
        ArrayFile.write(npz,
                NamedArrays.of("D.npz", Map.of("y", NdArray.of("y", new int[] {3}, new double[3]))));
        assertBadInput(npz + ":y: a matrix has 2 dimensions but the array has 1: it is 3", npz);
        assertBadInput(npz + ": holds no array 'D'; there are: 'y'", npz + ":D");
        ArrayFile.write(npz,
                NamedArrays.of("D.npz", Map.of("Z", NdArray.of("Z", new int[] {1, 2}, new double[2]))));
        assertBadInput(npz + ":Z: atom 0 (counted from 0) of 2 is zero", npz + ":Z");
    }

    @Test
    void theLimitIsAnOption() throws IOException {
        Path npy = folder.resolve("D.npy");
        ArrayFile.write(npy, NdArray.of("D", SHAPE, ENTRIES));
        assertEquals(0, coherence(npy, "--max-entries", "12").exit);
        assertBadInput(npy + ": the array is 3 x 4, more than the limit of 11 entries", npy, "--max-entries",
                "11");
        assertBadInput("--max-entries 0 but it must be in 1..2147483639", npy, "--max-entries", "0");
        assertBadInput("--max-entries 2147483640 but it must be in 1..2147483639", npy, "--max-entries",
                "2147483640");
    }
}
