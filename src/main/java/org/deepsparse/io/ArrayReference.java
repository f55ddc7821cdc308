package org.deepsparse.io;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Where an array is: a file, and where that holds several arrays, a key.
///
/// @param key null if the file's only array is meant
public record ArrayReference(Path file, @Nullable String key) {

    /// Understands `file` and `file:key`.
    ///
    /// File names and keys may contain colons themselves. The longest beginning of the text that is a file is
    /// the file; if there is none, the whole text is, and reading it will say that it does not exist.
    ///
    /// @throws BadInput if the text cannot be the name of a file on this system
    public static ArrayReference parse(String text) {
        Path whole = path(text);
        if (!Files.exists(whole)) {
            for (int colon = text.lastIndexOf(':'); colon > 0; colon = text.lastIndexOf(':', colon - 1)) {
                Path file = path(text.substring(0, colon));
                if (Files.isRegularFile(file)) {
                    return new ArrayReference(file, text.substring(colon + 1));
                }
            }
        }
        return new ArrayReference(whole, null);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadInput(Quoted.text(text) + " is no name of a file");
        }
    }
}
