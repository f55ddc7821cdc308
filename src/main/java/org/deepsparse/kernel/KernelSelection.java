package org.deepsparse.kernel;

import java.util.List;
import java.util.function.IntSupplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Which kernels are active, and why. Chosen once for the JVM, at first use: the vector set where the machine
/// has it, unless [#PROPERTY] or [#force] says otherwise. How wide its vectors are: [VectorWidth].
///
/// @param kernels the active set
/// @param reason in words, for `--version` and logs
public record KernelSelection(KernelSet kernels, String reason) {

    /// The system property: `scalar` or `vector` forces a set; empty or absent lets the machine decide.
    public static final String PROPERTY = "deepsparse.kernels";

    /// What can be asked for.
    public static final List<String> NAMES = List.of("scalar", "vector");

    private static final String MODULE = "jdk.incubator.vector";
    private static final String BY_NAME = "asked for by name";

    /// Not volatile, and yet for several threads: a stale null only leads into the synchronized path, and a
    /// record is published safely.
    private static @Nullable KernelSelection chosen;

    /// @throws IllegalArgumentException if the system property names an unknown set, or that of [VectorWidth]
    ///     an unknown width
    /// @throws IllegalStateException if it demands vector kernels where they cannot run
    public static KernelSelection active() {
        KernelSelection selection = chosen;
        return selection != null ? selection : chooseOnce();
    }

    /// The sets that can run here, whichever is active: the scalar ones, and the vector ones where the
    /// machine has them.
    public static List<KernelSet> runnable() {
        KernelSet best = choose("").kernels;
        KernelSet scalar = new ScalarKernels();
        return best.name().equals(scalar.name()) ? List.of(scalar) : List.of(scalar, best);
    }

    /// Forces a set, before any kernel has run.
    ///
    /// @throws IllegalArgumentException if the set is unknown
    /// @throws IllegalStateException if vector kernels cannot run here, or the other set is active already
    public static synchronized void force(String name) {
        KernelSelection wanted = choose(name);
        KernelSelection selection = chosen;
        if (selection == null) {
            chosen = wanted;
        } else if (!selection.kernels.name().equals(wanted.kernels.name())) {
            throw new IllegalStateException(
                    name + " kernels asked for but " + selection.kernels.name() + " are active already");
        }
    }

    private static synchronized KernelSelection chooseOnce() {
        KernelSelection selection = chosen;
        if (selection == null) {
            selection = choose(System.getProperty(PROPERTY, ""));
            chosen = selection;
        }
        return selection;
    }

    /// A lambda and no method reference: that one would load [VectorWidth] before the module is known to be
    /// there.
    private static KernelSelection choose(String forced) {
        return choose(forced, ModuleLayer.boot().findModule(MODULE).isPresent(),
                () -> VectorWidth.species().length());
    }

    /// @param lanes asked only if the module is there: without it, touching vectors would be a linkage error.
    ///     Not asked of [VectorKernels], because an unknown width would make that a class that cannot be
    ///     loaded
    /// @throws IllegalArgumentException if `forced` is neither empty, `scalar` nor `vector`
    /// @throws IllegalStateException if `vector` is forced but cannot run: who forces a set must not silently
    ///     get another one
    static KernelSelection choose(String forced, boolean moduleIsThere, IntSupplier lanes) {
        if (!forced.isEmpty() && !NAMES.contains(forced)) {
            throw new IllegalArgumentException(
                    PROPERTY + " must be " + String.join(" or ", NAMES) + " (or absent) but is '" + forced
                            + "'");
        }
        if (forced.equals("scalar")) {
            return new KernelSelection(new ScalarKernels(), BY_NAME);
        }
        String obstacle = "";
        if (!moduleIsThere) {
            obstacle = "the JVM was started without --add-modules=" + MODULE;
        } else if (lanes.getAsInt() < 2) {
            obstacle = "vectors have " + lanes.getAsInt() + " double lanes and need at least 2";
        }
        if (!obstacle.isEmpty() && forced.equals("vector")) {
            throw new IllegalStateException("vector kernels are forced but " + obstacle);
        }
        if (!obstacle.isEmpty()) {
            return new KernelSelection(new ScalarKernels(), obstacle);
        }
        String reason = "the Vector API is there, with " + lanes.getAsInt() + " double lanes";
        return new KernelSelection(new VectorKernels(), forced.isEmpty() ? reason : BY_NAME);
    }
}
