package org.deepsparse.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static List<String> lines(String text, int longest) throws IOException {
        Lines lines = new Lines("D", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                longest);
        List<String> read = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            read.add(line);
            assertEquals(read.size(), lines.number());
        }
        return read;
    }

    @Property(seed = "1", tries = 1000)
    void linesAreThoseOfTheJdk(@ForAll @Chars({'\n', '\r'}) @CharRange(from = 'a', to = 'c') String text)
            throws IOException {
        assertEquals(text.lines().toList(), lines(text, text.length()));
    }

    /// An end of line that two reads of the stream share.
    @Test
    void anEndOfLineMayBeSplit() throws IOException {
        for (int length = 8189; length < 8195; length++) {
            String line = "x".repeat(length);
            assertEquals(List.of(line, "", "y"), lines(line + "\r\n\r\ny", length));
        }
    }

    @Test
    void aLineIsBounded() throws IOException {
        assertEquals(List.of("123", "456"), lines("123\n456", 3));
        ForeignFiles.assertBadInput("D: line 2 has more than 3 characters", () -> lines("123\n4567\n", 3));
    }

    /// What has no end is refused all the same.
    @Test
    void aLineWithoutEndIsRefused() {
        ByteArrayInputStream endless = new ByteArrayInputStream(new byte[1]) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return length;
            }
        };
        ForeignFiles.assertBadInput("D: line 1 has more than 134217728 characters",
                () -> new Lines("D", endless).next());
    }

    @Test
    void otherEncodingsAreReported() {
        Lines lines = new Lines("D", new ByteArrayInputStream(new byte[] {(byte) 0xff}));
        assertThrows(CharacterCodingException.class, lines::next);
    }
}
