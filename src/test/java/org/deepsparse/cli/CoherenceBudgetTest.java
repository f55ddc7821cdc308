package org.deepsparse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a budget ends, the enclosure reached so far is printed and the exit code says so.
class CoherenceBudgetTest {

    @TempDir
    private Path folder = Path.of("");

    private String printed = "";

    private int dsc(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        assertEquals("", err.toString(), "no bar without a terminal");
        printed = out.toString();
        return exit;
    }

    private String file(int rows, int atoms, int exponent) throws IOException {
        StringBuilder csv = new StringBuilder();
        for (int k = 0; k < rows; k++) {
            for (int i = 0; i < atoms; i++) {
                double entry = Math.sin(1 + 7 * k + 13 * i * i);
                double scaled = Math.scalb(entry, (k + i) % 2 == 0 ? exponent : -exponent);
                csv.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "%s", scaled));
            }
            csv.append('\n');
        }
        return Files.writeString(folder.resolve(rows + "x" + atoms + ".csv"), csv).toString();
    }

    @Test
    void theSparkStopsAtItsBudget() throws IOException {
        assertEquals(ExitCode.UNDECIDED, dsc("coherence", file(30, 31, 900), "--spark", "--budget", "1"));
        assertTrue(printed.contains("spark                between 2 and 31 (stopped before"), printed);
        assertEquals(ExitCode.HOLDS, dsc("coherence", file(3, 4, 0), "--spark"));
    }

    @Test
    void theGeneralizedCoherenceStopsAtItsBudget() throws IOException {
        String file = file(5, 9, 0);
        assertEquals(ExitCode.UNDECIDED, dsc("coherence", file, "--generalized", "--budget", "1"));
        assertTrue(printed.contains("of the atoms as stored (stopped before"), printed);
        assertEquals(ExitCode.HOLDS, dsc("coherence", file, "--generalized"));
    }

    /// What is asked beside it does not change an answer.
    @Test
    void eachQuantityHasTheWholeBudget() throws IOException {
        String file = file(4, 7, 0);
        dsc("coherence", file, "--generalized", "--budget", "5000", "--json");
        String alone = printed.replaceAll(".*generalizedCoherence\":(\\{[^}]*}).*", "$1");
        dsc("coherence", file, "--generalized", "--spark", "--budget", "5000", "--json");
        assertEquals(alone, printed.replaceAll(".*generalizedCoherence\":(\\{[^}]*}).*", "$1"));
    }
}
