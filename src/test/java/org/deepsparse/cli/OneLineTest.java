package org.deepsparse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OneLineTest {

    @Test
    void whatATerminalObeysIsShown() {
        assertEquals("a\\u000a\\u000d\\u001b[31mb\\u0009\\u007f\\u009b",
                OneLine.of("a\n\r\u001b[31mb\t\u007f\u009b"));
        assertEquals("x\\u2028\\u2029\\u202e\\u200b\\ufeffx", OneLine.of("x\u2028\u2029\u202e\u200b\ufeffx"));
        assertEquals("1\\u00a02", OneLine.of("1\u00a02"), "a blank that is none");
        assertEquals("\\ud83d.\\udb40\\udc41", OneLine.of("\ud83d.\udb40\udc41"), "half a pair, and a tag");
        assertEquals("caf\u00e9 \ud83d\ude00 'a b'", OneLine.of(" caf\u00e9 \ud83d\ude00 'a b'\n"));
    }

    /// What is wrong stands at the end, behind what is quoted.
    @Test
    void theEndOfALongMessageIsKept() {
        String line = OneLine.of("layer '" + "x".repeat(100_000) + "' is not of the form");
        assertTrue(line.startsWith("layer 'xxx") && line.endsWith("xxx' is not of the form"), line);
        assertEquals(505, line.length());
        String longest = "y".repeat(500);
        assertEquals(longest, OneLine.of(longest));
    }
}
