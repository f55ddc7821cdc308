package org.deepsparse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepsparse.kernel.VectorKernels;
import org.deepsparse.report.CanonicalJson;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs twin benchmarks in rounds, the scalar and the vector set of each one right after the other, and
/// reports how many times faster the vector set was: the median of the rounds with the least and the most.
/// Times do not leave this class, because clock and neighbours drift; a ratio of two runs a few seconds apart
/// means something, and the spread over rounds says how much.
///
/// Arguments: a pattern of benchmark names, the number of rounds, and the JSON file to write.
public final class Ratios {

    /// One benchmark at one size: the time a set took in each round.
    private record Twins(List<Double> scalar, List<Double> vector) {

        double[] ratios() {
            double[] ratios = new double[scalar.size()];
            Arrays.setAll(ratios, k -> Math.round(100 * scalar.get(k) / vector.get(k)) / 100.0);
            return ratios;
        }
    }

    private Ratios() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("needs a pattern, a number of rounds and a file but got "
                    + arguments.length + " arguments");
        }
        Map<String, Twins> measured = new LinkedHashMap<>();
        for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
            measure(arguments[0], measured);
        }
        measured.forEach((name, twins) -> print(name, twins.ratios()));
        Files.writeString(Path.of(arguments[2]), json(arguments, measured));
    }

    private static void measure(String pattern, Map<String, Twins> measured) throws RunnerException {
        for (RunResult result : new Runner(new OptionsBuilder()
                .include(pattern)
                .verbosity(VerboseMode.SILENT)
                .build()).run()) {
            String benchmark = result.getParams().getBenchmark();
            String kernel = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            Twins twins = measured.computeIfAbsent(
                    kernel + " " + result.getParams().getParam("dimensions"),
                    name -> new Twins(new ArrayList<>(), new ArrayList<>()));
            boolean scalar = result.getParams().getParam("kernels").equals("scalar");
            (scalar ? twins.scalar : twins.vector).add(result.getPrimaryResult().getScore());
        }
    }

    private static void print(String name, double[] ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        System.out.printf("%-28s %6.2f   (%.2f to %.2f)%n", name, sorted[sorted.length / 2], sorted[0],
                sorted[sorted.length - 1]);
    }

    /// The machine by its kind only: what a reader needs to judge a ratio.
    private static String json(String[] arguments, Map<String, Twins> measured) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", "Ratios " + arguments[0] + " " + arguments[1]);
        document.put("quantity", "time of the scalar set over time of the vector set, one value a round");
        document.put("cores", Runtime.getRuntime().availableProcessors());
        document.put("architecture", System.getProperty("os.arch", ""));
        document.put("kernels", new VectorKernels().name());
        document.put("java", System.getProperty("java.vm.version", ""));
        Map<String, Object> ratios = new LinkedHashMap<>();
        measured.forEach((name, twins) -> ratios.put(name, twins.ratios()));
        document.put("ratios", ratios);
        return CanonicalJson.write(document) + System.lineSeparator();
    }
}
