package org.deepsparse.io;

import static org.deepsparse.io.ForeignFiles.assertBadInput;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayFileTest {

    @TempDir
    Path folder = Path.of("");

    private NdArray read(String text) {
        return ArrayFile.read(ArrayReference.parse(folder + "/" + text), EntryLimit.DEFAULT);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /// 2 x 2 in each format.
    private static byte[] good(String ending) {
        String text = switch (ending) {
            case "csv" -> "\ufeffa,b # names\r\n1,2.5e-3\r\n0.3,4\r\n";
            case "json" -> "[[1, 2.5e-3], [\"0x1p-2\", 4]]";
            case "mtx" ->
                "%%MatrixMarket matrix coordinate real general\n% comment\n2 2 3\n1 1 1.5\n2 1 2e-3\n2 2 3\n";
            default -> "";
        };
        byte[] npy = ForeignFiles.npy("<i2", true, "2, 2", new byte[] {1, 0, 2, 0, 3, 0, 4, 0});
        return switch (ending) {
            case "npy" -> npy;
            case "npz" -> ForeignFiles.zip("a.npy", npy, "b.npy", npy);
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    /// Nothing but BadInput comes out, in one line, whatever goes in; and most damage is noticed.
    @ParameterizedTest
    @ValueSource(strings = {"npy", "npz", "csv", "json", "mtx"})
    void damagedFilesAreBadInput(String ending) throws IOException {
        byte[] good = good(ending);
        Path file = write("damaged." + ending, good);
        assertEquals(ending.equals("npz") ? 2 : 1, ArrayFile.readAll(file, new EntryLimit(10)).keys().size());
        Random random = new Random(1);
        int rejected = 0;
        for (int trial = 0; trial < 300; trial++) {
            byte[] damaged = good.clone();
            for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                damaged[random.nextInt(good.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, damaged);
            try {
                ArrayFile.readAll(file, new EntryLimit(10));
            } catch (BadInput e) {
                rejected++;
                assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e.getMessage());
            }
        }
        assertTrue(rejected > 150, "rejected: " + rejected);
    }

    @Test
    void theLongestBeginningThatIsAFileIsTheFile() throws IOException {
        byte[] one = ForeignFiles.npy("|u1", false, "1,", new byte[] {1});
        byte[] two = ForeignFiles.npy("|u1", false, "1,", new byte[] {2});
        write("D.npz", ForeignFiles.zip("a.npy", one, "b:c.npy", two));
        assertArrayEquals(new double[] {1}, read("D.npz:a").entries());
        assertArrayEquals(new double[] {2}, read("D.npz:b:c").entries());
        write("my:D.npz", ForeignFiles.zip("a.npy", two));
        assertArrayEquals(new double[] {2}, read("my:D.npz").entries());
        assertArrayEquals(new double[] {2}, read("my:D.npz:a").entries());
        write("x:1.npy", one);
        assertArrayEquals(new double[] {1}, read("x:1.npy").entries());
        assertBadInput(folder + "/no.npz:a: no such file", () -> read("no.npz:a"));
        assertBadInput("'D\\u0000' is no name of a file", () -> ArrayReference.parse("D\0"));
    }

    @Test
    void formatsWithoutKeysTakeNone() throws IOException {
        for (String ending : new String[] {"npy", "csv", "json", "mtx"}) {
            Path file = write("D." + ending, good(ending));
            assertEquals(file.toString(), read("D." + ending).name());
            assertArrayEquals(new int[] {2, 2}, read("D." + ending).shape());
            assertBadInput(file + ": holds one array without a key, but the key 'k' is asked for",
                    () -> read("D." + ending + ":k"));
        }
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        assertBadInput("no-such.csv: no such file",
                () -> ArrayFile.read(new ArrayReference(Path.of("no-such.csv"), null), EntryLimit.DEFAULT));
        assertBadInput(folder + ": is a folder", () -> ArrayFile.readAll(folder, EntryLimit.DEFAULT));
        write("D.txt", new byte[0]);
        assertBadInput(folder + "/D.txt: unknown file ending; known: .npy, .npz, .mtx, .csv, .json",
                () -> read("D.txt"));
        write("D.NPY", good("npy"));
        assertArrayEquals(new int[] {2, 2}, read("D.NPY").shape());
        write("D.csv", new byte[] {'1', (byte) 0xff});
        assertBadInput(folder + "/D.csv: is no UTF-8 text", () -> read("D.csv"));
        write("D.npz", good("npy"));
        assertTrue(String.valueOf(assertThrows(BadInput.class, () -> read("D.npz")).getMessage())
                .contains(": is no .npz file ("));
    }

    @Test
    void aWrittenFileIsReplacedAsAWhole() throws IOException {
        Path file = write("D.npy", new byte[1000]);
        ArrayFile.write(file, NdArray.of("D", new int[] {1}, new double[] {3}));
        assertArrayEquals(new double[] {3}, read("D.npy").entries());
        Path archive = write("D.npz", new byte[1000]);
        ArrayFile.write(archive, NamedArrays.of("D", Map.of()));
        assertEquals(0, ArrayFile.readAll(archive, EntryLimit.DEFAULT).keys().size());
    }

    @Test
    void theLimitIsANumberOfEntriesThatAnArrayCanHave() {
        assertEquals(1 << 28, EntryLimit.DEFAULT.entries());
        assertEquals("the limit is -1 entries but it must be in 0..2147483639",
                assertThrows(IllegalArgumentException.class, () -> new EntryLimit(-1)).getMessage());
        assertEquals("the limit is 2147483640 entries but it must be in 0..2147483639",
                assertThrows(IllegalArgumentException.class, () -> new EntryLimit(EntryLimit.MOST + 1L))
                        .getMessage());
    }
}
