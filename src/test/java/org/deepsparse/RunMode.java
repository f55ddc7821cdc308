package org.deepsparse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepsparse.kernel.KernelSelection;
import org.deepsparse.kernel.VectorWidth;

/// How a JVM runs a program, and on which kernels: what no result may depend on.
///
/// @param name for messages
/// @param compiles whether code is compiled at all
/// @param options of the JVM
public record RunMode(String name, boolean compiles, List<String> options) {

    private static final List<RunMode> TIERS = List.of(
            new RunMode("interpreted", false, List.of("-Xint")),
            new RunMode("first compiler", true, List.of("-XX:TieredStopAtLevel=1")),
            new RunMode("second compiler", true, List.of("-XX:-TieredCompilation")));

    /// Interpreter and compilers, each with the scalar kernels and with vectors of every width. (Vectors of
    /// one lane are used by who asks for the vector kernels by their class; the selection takes the scalar
    /// ones instead.)
    public static List<RunMode> all() {
        List<String> kernels = new ArrayList<>();
        kernels.add(KernelSelection.PROPERTY + "=scalar");
        VectorWidth.choices().forEach(bits -> kernels.add(VectorWidth.PROPERTY + "=" + bits));
        return TIERS.stream().flatMap(tier -> kernels.stream().map(tier::with)).toList();
    }

    private RunMode with(String property) {
        return new RunMode(
                name + ", " + property, compiles,
                Stream.concat(options.stream(), Stream.of("-D" + property)).toList());
    }
}
