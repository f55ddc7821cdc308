package org.deepsparse.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// Reads an array file; its ending says which format it has.
public final class ArrayFile {

    private ArrayFile() {}

    /// @throws BadInput if the file is missing, unreadable, of an unknown kind, or not what it claims to be
    public static DenseArray read(Path file) {
        String name = file.toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw new BadInput(name + ": is a folder");
            }
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new BadInput(name + ": no such file");
        } catch (IOException | OutOfMemoryError e) {
            throw new BadInput(name + ": cannot be read (" + e.getMessage() + ")");
        }
        return switch (ending) {
            case "npy" -> NpyFormat.parse(name, bytes);
            case "csv" -> CsvFormat.parse(name, bytes);
            default -> throw new BadInput(name + ": unknown file ending; known: .npy, .csv");
        };
    }
}
