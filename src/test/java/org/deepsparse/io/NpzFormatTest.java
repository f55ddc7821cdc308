package org.deepsparse.io;

import static org.deepsparse.io.ForeignFiles.assertBadInput;
import static org.deepsparse.io.ForeignFiles.claimingSize;
import static org.deepsparse.io.ForeignFiles.doubles;
import static org.deepsparse.io.ForeignFiles.npy;
import static org.deepsparse.io.ForeignFiles.zip;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFormatTest {

    private static final byte[] ONE = npy("|u1", false, "1,", new byte[] {1});
    private static final byte[] TWO = npy("<f8", false, "2,", doubles(ByteOrder.LITTLE_ENDIAN, 1, 2));

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("D.npz");
    }

    private NdArray read(String key, byte[] archive, EntryLimit limit) throws IOException {
        Files.write(file, archive);
        return ArrayFile.read(ArrayReference.parse(file + key), limit);
    }

    private void assertRefused(String message, String key, byte[] archive) {
        assertBadInput(file + message, () -> read(key, archive, EntryLimit.DEFAULT));
    }

    @Test
    void deflatedArraysAreReadByKey() throws IOException {
        byte[] archive = zip("b.npy", TWO, "folder/", new byte[0], "folder/a.npy", ONE, "c", ONE);
        assertArrayEquals(new double[] {1, 2}, read(":b", archive, EntryLimit.DEFAULT).entries());
        assertArrayEquals(new double[] {1}, read(":folder/a", archive, EntryLimit.DEFAULT).entries());
        NdArray third = read(":c", archive, EntryLimit.DEFAULT);
        assertEquals(file + ":c", third.name());
        assertEquals(List.of("b", "folder/a", "c"), ArrayFile.readAll(file, EntryLimit.DEFAULT).keys());
        assertArrayEquals(new double[] {1}, read("", zip("only.npy", ONE), EntryLimit.DEFAULT).entries());
    }

    @Test
    void keysThatAreNotThereAreAnsweredWithThoseThatAre() {
        byte[] archive = zip("b.npy", TWO, "a.npy", ONE);
        assertRefused(": holds no array 'c'; there are: 'b', 'a'", ":c", archive);
        assertRefused(": holds 2 arrays but none is named, as in file:key; there are: 'b', 'a'", "", archive);
        assertRefused(": holds no array '', and no other", ":", zip());
        assertRefused(": holds 0 arrays", "", zip());
        Object[] many = new Object[46];
        for (int k = 0; k < many.length; k += 2) {
            many[k] = k + ".npy";
            many[k + 1] = ONE;
        }
        String message = assertThrows(BadInput.class, () -> read(":x", zip(many), EntryLimit.DEFAULT))
                .getMessage();
        assertTrue(String.valueOf(message).endsWith("'36', '38' and 3 more"), message);
    }

    /// What nobody asks for is not looked at.
    @Test
    void anotherArrayMayBeAnything() throws IOException {
        byte[] archive = zip("a.npy", ONE, "object.npy", npy("|O", false, "1,", new byte[8]), "readme.txt",
                new byte[9]);
        assertArrayEquals(new double[] {1}, read(":a", archive, EntryLimit.DEFAULT).entries());
        assertRefused(":readme.txt: is no .npy file", ":readme.txt", archive);
        assertBadInput(file
                + ":object: entries of type '|O', are not read; known: f8, f4, f2, b1, i1, i2, i4, i8, u1, "
                + "u2, u4, u8 in"
                + " either byte order", () -> ArrayFile.readAll(file, EntryLimit.DEFAULT));
    }

    /// One byte more than the archive that is refused, and the limit that is one entry too small.
    @Test
    void theLimitIsForAllArraysTogether() throws IOException {
        Files.write(file, zip("a.npy", ONE, "b.npy", TWO, "empty.npy", npy("|u1", false, "0,", new byte[0])));
        assertEquals(3, ArrayFile.readAll(file, new EntryLimit(3)).keys().size());
        assertBadInput(file + ":b: the array is 2, more than the limit of 1 entries",
                () -> ArrayFile.readAll(file, new EntryLimit(2)));
    }

    /// The archive's directory lies in turn about an array that is short, and about one that is long.
    @Test
    void sizesAreClaimedThreeTimesAndMustAgree() {
        byte[] bomb = zip("a.npy", npy("|u1", false, "4,", new byte[10_000_000]));
        assertTrue(bomb.length < 20_000, "ten megabytes of zeros in " + bomb.length + " bytes");
        assertRefused(":a: the header claims 4 with 1 bytes each, 4 bytes, but there are 10000000", ":a",
                bomb);
        int honest = npy("|u1", false, "4,", new byte[4]).length;
        assertRefused(":a: goes on behind its 4 entries", ":a", claimingSize(bomb, honest));
        byte[] claim = npy("<f8", false, "1000,", new byte[0]);
        assertRefused(":a: the header claims 1000 with 8 bytes each, 8000 bytes, but there are 0", ":a",
                zip("a.npy", claim));
        byte[] lie = claimingSize(zip("a.npy", claim), claim.length + 8000);
        assertThrows(BadInput.class, () -> read(":a", lie, EntryLimit.DEFAULT));
    }

    /// Header and directory agree on more than any test's memory: only a check before the allocation refuses
    /// in peace.
    @Test
    void theLimitIsCheckedBeforeAnythingIsAllocated() {
        byte[] claim = npy("|u1", false, EntryLimit.MOST - 1000 + ",", new byte[0]);
        assertRefused(":a: the array is 2147482639, more than the limit of 268435456 entries", ":a",
                claimingSize(zip("a.npy", claim), EntryLimit.MOST - 1000 + claim.length));
        byte[] header = new byte[2_000_012];
        Arrays.fill(header, (byte) ' ');
        System.arraycopy(
                new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, (byte) 0x80, (byte) 0x84, 0x1e, 0}, 0,
                header, 0, 12);
        assertRefused(":a: the header has 2000000 bytes but at most 10000 are read", ":a",
                zip("a.npy", header));
    }

    @Test
    void aKeyTwiceIsRefused() {
        byte[] archive = zip("a.npy", ONE, "b.npy", TWO);
        byte[] twice = new String(archive, StandardCharsets.ISO_8859_1).replace("b.npy", "a.npy")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(": has the key 'a' twice", ":a", twice);
        assertRefused(": has the key 'a' twice", ":a", zip("a", ONE, "a.npy", TWO));
    }

    @Test
    void damageIsNoticed() throws IOException {
        ArrayFile.write(file,
                NamedArrays.of("D", Map.of("a", NdArray.of("a", new int[] {1}, new double[] {1.5}))));
        byte[] archive = Files.readAllBytes(file);
        int entry = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002") - 8;
        archive[entry] ^= 1;
        String message = assertThrows(BadInput.class, () -> read(":a", archive, EntryLimit.DEFAULT))
                .getMessage();
        assertTrue(String.valueOf(message).contains(":a: the checksum is "), message);
        archive[entry] ^= 1;
        for (int length = 0; length < archive.length; length++) {
            byte[] truncated = Arrays.copyOf(archive, length);
            assertThrows(BadInput.class, () -> read(":a", truncated, EntryLimit.DEFAULT));
        }
    }
}
