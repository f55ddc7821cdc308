package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The lines of a text in UTF-8, whichever way they end: with `\n`, `\r\n` or `\r`.
///
/// A line is held in memory as a whole, and a file without any end of line would fill it. So lines are
/// bounded.
final class Lines {

    /// 2^27 characters: some millions of numbers.
    private static final int LONGEST = 1 << 27;

    private static final int CHUNK = 1 << 13;

    private final String name;
    private final Reader reader;
    private final int longest;
    private final char[] chunk = new char[CHUNK];
    private int from;
    private int to;
    private int number;

    /// @param name of the array, for messages
    Lines(String name, InputStream in) {
        this(name, in, LONGEST);
    }

    Lines(String name, InputStream in, int longest) {
        this.name = name;
        // This decoder reports what is no UTF-8. One that a reader makes from the charset would replace it.
        this.reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        this.longest = longest;
    }

    /// The next line without its end, or null if there is none.
    ///
    /// @throws BadInput if the line is longer than lines may be
    @Nullable
    String next() throws IOException {
        if (!fill()) {
            return null;
        }
        number++;
        StringBuilder line = new StringBuilder();
        do {
            int end = from;
            while (end < to && chunk[end] != '\n' && chunk[end] != '\r') {
                end++;
            }
            line.append(chunk, from, end - from);
            if (line.length() > longest) {
                throw new BadInput(
                        name + ": line " + number + " has more than " + longest + " characters");
            }
            from = end;
            if (end < to) {
                passEnd();
                return line.toString();
            }
        } while (fill());
        return line.toString();
    }

    /// The number of the line that was read last; the first is 1.
    int number() {
        return number;
    }

    private void passEnd() throws IOException {
        boolean carriageReturn = chunk[from++] == '\r';
        if (carriageReturn && fill() && chunk[from] == '\n') {
            from++;
        }
    }

    /// Whether there is a character at `from`.
    private boolean fill() throws IOException {
        while (from == to) {
            int read = reader.read(chunk, 0, CHUNK);
            if (read < 0) {
                return false;
            }
            from = 0;
            to = read;
        }
        return true;
    }
}
