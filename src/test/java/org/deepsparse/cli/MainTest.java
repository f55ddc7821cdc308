package org.deepsparse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.deepsparse.theorem.Theorems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract that scripts rely on: exit codes, what goes to stdout, one line on stderr for bad input.
class MainTest {

    private record Result(int exit, String out, String err) {}

    private static Result dsc(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Result(exit, out.toString(), err.toString());
    }

    private static void assertBadInput(String message, String... args) {
        Result result = dsc(args);
        assertEquals(2, result.exit, result.err);
        assertEquals("", result.out);
        assertEquals("dsc: " + message + System.lineSeparator(), result.err);
    }

    @Test
    void badUsageIsOneLine(@TempDir Path folder) throws IOException {
        assertBadInput("no command given; try dsc --help");
        assertBadInput("unknown command 'nonsense'", "nonsense");
        assertBadInput("unknown command 'coherense'; did you mean coherence?", "coherense");
        assertBadInput("unknown command '@zero.csv'", "@zero.csv");
        assertBadInput("unknown option '--nonsense'", "verify", "--nonsense");
        assertBadInput("unknown option '--case'; did you mean --cases?", "verify", "--case=3");
        assertBadInput("unknown option '--treads'; did you mean --threads?", "--treads", "2", "verify");
        assertBadInput("unexpected 'b'", "theorems", "stability", "b");
        assertBadInput("unknown option '--rip'", "coherence", "D.csv", "--rip");
        assertBadInput(
                "unknown theorem 'nonsense'; known: uniqueness, l1-equivalence, weighted-l1, stability, "
                        + "soft-threshold-relu, lista-cp, deepest-first, "
                        + "layer-by-layer, noiseless-rate, spark-bound, welch-bound, babel-bound, omp-exact",
                "verify",
                "nonsense");
        for (String[] command : new String[][] {{"verify", "--cases", "1"}, {"theorems"},
            {"coherence", "D.csv"}, {"replay", "uniqueness:example=core7-halves"}}) {
            String[] args = Arrays.copyOf(command, command.length + 2);
            args[command.length] = "--threads";
            args[command.length + 1] = "0";
            assertBadInput("--threads 0 but it must be in 1..32767", args);
        }
        assertBadInput("--threads 40000 but it must be in 1..32767", "--threads", "40000", "verify",
                "--cases", "1");
        assertBadInput("--kernels 'foo' but it must be scalar or vector", "verify", "--kernels", "foo");
        assertBadInput("--bibtex and --json are two forms of output: one of them", "theorems", "--bibtex",
                "--json");
        assertBadInput("--cases -1 but it must be at least 0", "verify", "--cases", "-1");
        assertBadInput("recipe 'uniqueness:example=' names no example", "replay", "uniqueness:example=");
        assertBadInput("omp-exact takes no activation but the layer has leaky(1/2)", "replay",
                "omp-exact:seed=651/core(7):1,leaky(1/2)");
        assertBadInput(
                "omp-exact takes one layer without an activation, but "
                        + "omp-exact:example=core7-midpoint-below-2 has 2, the first with identity",
                "replay", "omp-exact:example=core7-midpoint-below-2");
        assertBadInput("spark-bound takes no activation but the layer has relu", "replay",
                "spark-bound:seed=1/core(7):1,relu");
        assertBadInput("no-such.npy: no such file", "coherence", "no-such.npy");
        Path zero = Files.writeString(folder.resolve("zero.csv"), "1,0\n1,0\n");
        assertBadInput(zero + ": atom 1 (counted from 0) of 2 is zero", "coherence", zero.toString());
        assertBadInput("theorem 'stability' has no example 'nonsense'", "replay",
                "stability:example=nonsense");
        assertBadInput("unknown key 'x' in recipe; known: seed, K, noise, weights, example", "replay",
                "stability:x=1/core(7):1");
        assertBadInput("family 'core' has n = 8 but it must be one of 3, 7, 15, 31, 63, 127, 255, 511, 1023",
                "replay",
                "stability:seed=1/core(8):1");
        assertBadInput("layer 2 has 5 rows but layer 1 has 8 atoms", "replay",
                "stability:seed=1/core(7):1/identity(5):1");
    }

    @Test
    void verifyCounts() {
        Result result = dsc("verify", "soft-threshold-relu", "spark-bound", "--cases", "5", "--json");
        assertEquals(0, result.exit, result.err);
        assertTrue(result.out.startsWith(
                "{\"schema\":\"deepsparse/verify/v1\",\"verdict\":\"HOLDS\",\"seed\":1,"
                        + "\"theorems\":[{\"id\":\"soft-threshold-relu\""),
                result.out);
        assertTrue(result.out.contains("\"violated\":0,\"undecided\":0"), result.out);
        assertEquals(1, result.out.lines().count());
        assertEquals(5, dsc("verify", "spark-bound", "--cases", "0").exit);
    }

    @Test
    void verifyDoesNotDependOnThreads() {
        String one = dsc("verify", "uniqueness", "--cases", "12", "--json", "--threads", "1").out;
        assertEquals(one, dsc("verify", "uniqueness", "--cases", "12", "--json", "--threads", "2").out);
    }

    @Test
    void replayExitsWithTheVerdict() {
        assertEquals(4, dsc("replay", "uniqueness:example=core7-halves").exit);
        assertEquals(0, dsc("replay", "spark-bound:example=steiner-7x28").exit);
        assertEquals(0, dsc("replay", "uniqueness:seed=7/core(7):3").exit);
    }

    @Test
    void coherenceTellsTheTetrahedron(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("D.csv"), "1,-1,1,-1\n1,1,-1,-1\n1,-1,-1,1\n");
        Result json = dsc("coherence", file.toString(), "--spark", "--json");
        assertEquals(0, json.exit, json.err);
        assertTrue(json.out.contains("\"squared\":\"1/9\",\"pair\":[0,1]},\"guaranteedSparsity\":1,"),
                json.out);
        assertTrue(json.out.contains("\"attained\":true,\"attainable\":true"), json.out);
        assertTrue(json.out.contains(
                "\"spark\":{\"lower\":4,\"upper\":4,\"decided\":\"EXACT\",\"witness\":[0,1,2,3],"
                        + "\"coefficients\":[\"1\",\"1\",\"1\",\"1\"]}"),
                json.out);
        assertTrue(json.out.endsWith("\"hangsOnRounding\":false}\n"), json.out);
        Result byKernel = dsc("coherence", file.toString(), "--spark", "--budget", "4");
        assertEquals(0, byKernel.exit, "one kernel vector of four atoms decides without a search");
        assertEquals(3, dsc("coherence", file.toString(), "--spark", "--budget", "3").exit);
        Path tall = Files.writeString(folder.resolve("tall.csv"), "1\n2\n");
        Result hint = dsc("coherence", tall.toString());
        assertEquals(0, hint.exit);
        assertEquals("hint: 2 rows and only 1 atom: should it be --atoms rows?", hint.err.strip());
    }

    /// The hint goes by the norms before it goes by the shape, and names the reading that is not in use.
    @Test
    void aTransposedDictionaryIsHinted(@TempDir Path folder) throws IOException {
        String unitRows = Files.writeString(folder.resolve("rows.csv"), "0.6,0.8,0\n0,0.8,0.6\n").toString();
        String hint = "hint: all rows have one norm and the atoms have not: should it be --atoms rows?";
        assertEquals(hint, dsc("coherence", unitRows).err.strip());
        assertEquals("", dsc("coherence", unitRows, "--atoms", "rows").err,
                "3 rows and 2 atoms, but of one norm");
        String neither = Files.writeString(folder.resolve("neither.csv"), "1,2,3\n0,1,1\n").toString();
        assertEquals("", dsc("coherence", neither).err);
        assertEquals(
                "hint: 3 rows and only 2 atoms: should it be --atoms columns?",
                dsc("coherence", neither, "--atoms", "rows").err.strip());
        String single = Files.writeString(folder.resolve("single.csv"), "0.6,0.8,0\n0,0.80000001,0.6\n")
                .toString();
        assertEquals(hint, dsc("coherence", single).err.strip(), "normalised in single precision");
        String unlike = Files.writeString(folder.resolve("unlike.csv"), "0.6,0.8,0\n0,0.801,0.6\n")
                .toString();
        assertEquals("", dsc("coherence", unlike).err);
    }

    @Test
    void outputThatIsLostIsNoVerdict() {
        Writer full = new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        for (String[] args : new String[][] {{"theorems"}, {"--version"},
            {"verify", "babel-bound", "--cases", "2", "--json"}}) {
            StringWriter err = new StringWriter();
            assertEquals(74, Main.run(args, new PrintWriter(full, true), new PrintWriter(err, true)));
            assertTrue(err.toString().contains("dsc: stdout cannot be written to, the output is lost"),
                    err.toString());
        }
    }

    @Test
    void aFileHoldsOneRecipe(@TempDir Path folder) throws IOException {
        String one = Files.writeString(folder.resolve("one.txt"),
                "# a comment\n\nuniqueness:seed=7/core(7):3 # and another\n").toString();
        assertEquals(dsc("replay", "uniqueness:seed=7/core(7):3"), dsc("replay", one));
        String two = Files.writeString(folder.resolve("two.txt"),
                "uniqueness:seed=7/core(7):3\nuniqueness:seed=8/core(7):3\n").toString();
        assertBadInput(two + ": 2 recipes, but one is replayed at a time", "replay", two);
        String none = Files.writeString(folder.resolve("none.txt"), "# nothing\n").toString();
        assertBadInput(none + ": 0 recipes, but one is replayed at a time", "replay", none);
        String binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0x93, 'N'}).toString();
        assertBadInput(binary + ": is no UTF-8 text", "replay", binary);
        String large = Files.writeString(folder.resolve("large"), "x".repeat(100_001)).toString();
        assertBadInput(large + ": has 100001 bytes, but at most 100000 are read", "replay", large);
        assertBadInput(folder + ": is a folder", "replay", folder.toString());
        for (String absent : new String[] {"", "missing.txt"}) {
            assertBadInput(
                    "'" + absent + "' is no recipe, which starts with a theorem and ':', and no file either",
                    "replay", absent);
        }
    }

    /// Before or behind the command; what stands on stdout and the exit code stay as they are.
    @Test
    void diagnosticsGoToStderr() {
        Result quiet = dsc("theorems");
        for (String[] args : new String[][] {{"--verbose", "theorems"}, {"theorems", "--verbose"}}) {
            Result verbose = dsc(args);
            assertEquals(quiet.out, verbose.out);
            assertEquals(quiet.exit, verbose.exit);
            assertTrue(verbose.err.matches("(?s)deepsparse .*\\Rkernels: .*\\Rjava: .*\\Rthreads: \\d+\\R"),
                    verbose.err);
        }
        Result fault = dsc("--verbose", "replay", "uniqueness:seed=1/core(8):1");
        assertEquals(2, fault.exit);
        assertTrue(fault.err.contains("\tat org.deepsparse.instance.family.Core"), fault.err);
        assertTrue(
                fault.err.stripTrailing().lines().toList().getLast()
                        .startsWith("dsc: family 'core' has n = 8"),
                fault.err);
    }

    /// A percent sign is a format specifier to the library behind it.
    @Test
    void helpSaysWhatEndsWithWhichCode() {
        assertTrue(dsc("verify", "--help").out.contains("decided in fewer than 99 % of its cases"));
    }

    @Test
    void theoremsAreListed() {
        Result list = dsc("theorems");
        assertEquals(0, list.exit);
        assertEquals(Theorems.all().size(), list.out.lines().count());
        assertTrue(dsc("theorems", "stability").out.contains("(H2) lambda_j < (1 + 1/mu(D_j))/2"));
    }
}
