package org.deepsparse.io;

import static org.deepsparse.io.ForeignFiles.assertBadInput;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegularFileTest {

    @Test
    void whatKeepsAFileFromBeingReadIsSaid(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1");
        assertRefused("is a folder", folder);
        assertRefused("no such file", folder.resolve("b.csv"));
        assertRefused("no such file", file.resolve("b.csv"));
        assertRefused("cannot be read (File name too long)", folder.resolve("x".repeat(300) + ".csv"));
        assertRefused("is no regular file", Path.of("/dev/zero"));
        Path link = Files.createSymbolicLink(folder.resolve("zero.csv"), Path.of("/dev/zero"));
        assertRefused("is no regular file", link);
        Files.delete(link); // JUnit is wary of links that lead out of its folder
        Path circle = folder.resolve("circle.csv");
        Files.createSymbolicLink(circle, circle);
        assertRefused("cannot be read (Too many levels of symbolic links or unable to access attributes of "
                + "symbolic link)", circle);
    }

    private static void assertRefused(String message, Path file) {
        assertBadInput(file + ": " + message, () -> RegularFile.text(file, 9));
        assertBadInput(file + ": " + message,
                () -> ArrayFile.read(new ArrayReference(file, null), EntryLimit.DEFAULT));
    }

    /// Who runs the tests may read everything, so the exceptions stand for the files.
    @Test
    void reasonsOfTheSystemAreGiven() {
        Path file = Path.of("a.csv");
        assertEquals("a.csv: may not be read",
                RegularFile.unreadable(file, new AccessDeniedException("a.csv")).getMessage());
        assertEquals("a.csv: cannot be read (Stale file handle)", RegularFile
                .unreadable(file, new FileSystemException("a.csv", null, "Stale file handle")).getMessage());
        assertEquals("a.csv: cannot be read (Input/output error)",
                RegularFile.unreadable(file, new IOException("Input/output error")).getMessage());
    }

    @Test
    void aTextIsBounded(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "caf\u00e9");
        assertEquals("caf\u00e9", RegularFile.text(file, 5));
        assertBadInput(file + ": has 5 bytes, but at most 4 are read", () -> RegularFile.text(file, 4));
        Path latin = Files.write(folder.resolve("latin.txt"), new byte[] {'c', (byte) 0xe9});
        assertBadInput(latin + ": is no UTF-8 text", () -> RegularFile.text(latin, 5));
    }
}
