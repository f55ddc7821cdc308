package org.deepsparse.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deepsparse.ChildJvm;
import org.deepsparse.RunMode;
import org.deepsparse.kernel.VectorWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every command prints the same bytes and ends with the same exit code in the interpreter and from both
/// compilers, on scalar kernels and on vectors, on one processor and on several.
class CommandBytesTest {

    /// All theorems, with their sharp and broken cases.
    private static final String EVERYTHING = "verify --cases 2";

    /// `gaussian.npy` and `small.npy` stand for files in the folder of the test. The convergence theorems
    /// among them run their iterations in floating point.
    private static final List<String> COMMANDS = List.of(
            "--help",
            "--version",
            "verify --help",
            "nonsense",
            "theorems",
            "theorems --json",
            "theorems --bibtex",
            "theorems lista-cp",
            "theorems lista-cp --json",
            "theorems lista-cp --bibtex",
            EVERYTHING,
            "verify uniqueness lista-cp babel-bound --cases 9 --seed 3",
            "verify uniqueness lista-cp layer-by-layer --cases 3 --seed 3 --json",
            "coherence gaussian.npy --babel 4 --json",
            "coherence small.npy --babel 11 --spark --generalized",
            "coherence small.npy --babel 11 --spark --generalized --json",
            "coherence small.npy --atoms rows",
            "coherence missing.npy",
            "replay stability:example=core7-midpoint",
            "replay stability:example=core7-midpoint --json",
            "replay lista-cp:example=core7-worst-case",
            "replay lista-cp:example=core7-worst-case --json",
            "replay lista-cp:seed=3,K=40,noise=0.125/perturbed-core(7):3 --json",
            "replay layer-by-layer:seed=165218261,K=60,noise=0.25/core(7):3/packing(8,6,2):1,leaky(1/8)",
            "replay l1-equivalence:seed=2/scaled-core(7):2/shuffled-disjoint(8,2):1");

    @Test
    void everyModePrintsTheSameBytes(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("gaussian.npy"), gaussian(130, 200));
        Files.write(folder.resolve("small.npy"), gaussian(6, 12));
        List<RunMode> modes = modes();
        List<ChildJvm.Result> results = modes.parallelStream().map(mode -> run(mode, folder)).toList();
        Map<String, String> expected = outputs(modes.getLast(), results.getLast());
        for (int k = 0; k < modes.size(); k++) {
            String mode = modes.get(k).name() + " against " + modes.getLast().name();
            outputs(modes.get(k), results.get(k))
                    .forEach((command, output) -> assertEquals(expected.get(command), output,
                            command + ": " + mode));
        }
    }

    /// Vectors of every width only where they are fast, which is compiled by the second compiler, and none of
    /// one lane, which the selection of kernels refuses. `KernelBitsTest` has all of them everywhere.
    private static List<RunMode> modes() {
        String widest = "=" + VectorWidth.choices().getLast();
        return RunMode.all().stream()
                .filter(mode -> mode.name().endsWith("=scalar") || mode.name().endsWith(widest)
                        || mode.name().startsWith("second compiler") && !mode.name().endsWith("=64"))
                .toList();
    }

    /// What the interpreter leaves to the compilers: all theorems at once, and where it runs vectors, a
    /// thousand times slower than compiled ones, all iterations.
    private static List<String> commands(RunMode mode) {
        boolean vectors = !mode.name().endsWith("=scalar");
        return COMMANDS.stream()
                .filter(command -> mode.compiles()
                        || !command.equals(EVERYTHING) && (!vectors || command.startsWith("coherence")))
                .toList();
    }

    private static ChildJvm.Result run(RunMode mode, Path folder) {
        List<String> options = new ArrayList<>(mode.options());
        options.addAll(List.of("--add-modules=jdk.incubator.vector", "-XX:CompileThresholdScaling=0.3",
                "-XX:ActiveProcessorCount=" + (mode.compiles() ? 3 : 1)));
        List<String> arguments = new ArrayList<>(List.of(folder.toString()));
        arguments.addAll(commands(mode));
        return ChildJvm.run(Commands.class, options, arguments.toArray(String[]::new));
    }

    /// Command to what it left behind.
    private static Map<String, String> outputs(RunMode mode, ChildJvm.Result result) {
        assertEquals(0, result.exit(), () -> mode.name() + ": " + String.join("\n", result.err()));
        List<String> commands = commands(mode);
        String[] outputs = String.join("\n", result.out()).split(Commands.END, 0);
        assertEquals(commands.size(), outputs.length, () -> mode.name() + ": " + result.out());
        Map<String, String> byCommand = new LinkedHashMap<>();
        for (int c = 0; c < outputs.length; c++) {
            assertTrue(outputs[c].contains("exit code "), outputs[c]);
            byCommand.put(commands.get(c), outputs[c].strip());
        }
        return byCommand;
    }

    /// Runs commands one after the other, on the files of a folder.
    static final class Commands {

        static final String END = "\f";

        private Commands() {}

        public static void main(String[] arguments) {
            for (String command : List.of(arguments).subList(1, arguments.length)) {
                String[] words = command.split(" ");
                for (int k = 0; k < words.length; k++) {
                    words[k] = words[k].endsWith(".npy")
                            ? Path.of(arguments[0], words[k]).toString()
                            : words[k];
                }
                StringWriter out = new StringWriter();
                int exit = Main.run(words, new PrintWriter(out), new PrintWriter(new StringWriter()));
                out.toString().lines().filter(line -> !line.startsWith("kernels: "))
                        .forEach(System.out::println);
                System.out.println("exit code " + exit + END);
            }
        }
    }

    /// A file of version 1 with the row-major entries of a matrix.
    private static byte[] gaussian(int rows, int columns) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + rows + ", " + columns
                + "), }\n";
        ByteBuffer file = ByteBuffer.allocate(10 + header.length() + 8 * rows * columns)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 0);
        file.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < rows * columns; k++) {
            file.putDouble(random.nextGaussian());
        }
        return file.array();
    }
}
