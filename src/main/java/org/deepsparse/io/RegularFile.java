package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/// Files as they are read here: not folders, nor devices and pipes, which may have no end. What keeps one
/// from being read is said in one line.
public final class RegularFile {

    private RegularFile() {}

    /// The text of a small file.
    ///
    /// @throws BadInput if the file cannot be read, is larger, or is no text in UTF-8
    public static String text(Path file, int mostBytes) {
        require(file);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw new BadInput(file + ": has " + Math.max(bytes.length, Files.size(file))
                        + " bytes, but at most " + mostBytes + " are read");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /// @throws BadInput if the file is missing, out of reach, a folder, or another thing that is no file
    static void require(Path file) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (!attributes.isRegularFile()) {
            throw new BadInput(file + (attributes.isDirectory() ? ": is a folder" : ": is no regular file"));
        }
    }

    /// What the line says about a file whose reading failed.
    static BadInput unreadable(Path file, IOException e) {
        return new BadInput(file + ": " + switch (e) {
            case NoSuchFileException _ -> "no such file";
            case AccessDeniedException _ -> "may not be read";
            case CharacterCodingException _ -> "is no UTF-8 text";
            case FileSystemException inFile when inFile.getReason() != null ->
                "cannot be read (" + inFile.getReason() + ")";
            default -> "cannot be read (" + e.getMessage() + ")";
        });
    }
}
