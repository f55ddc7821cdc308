package org.deepsparse.kernel;

/// Which kernels are active, and why.
///
/// @param kernels the active set
/// @param reason in words, for `--version` and logs
public record KernelSelection(KernelSet kernels, String reason) {

    /// `scalar` or `vector` forces a set; empty or absent chooses.
    public static final String PROPERTY = "deepsparse.kernels";

    /// Chosen once for the JVM, at first use.
    private static final class Active {
        static final KernelSelection SELECTION = choose(System.getProperty(PROPERTY, ""));
    }

    public static KernelSelection active() {
        return Active.SELECTION;
    }

    /// Forces a set before any kernel has run.
    ///
    /// @throws IllegalArgumentException if the set is unknown
    /// @throws IllegalStateException if the other set is active already
    public static void force(String name) {
        KernelSelection wanted = choose(name);
        System.setProperty(PROPERTY, name);
        if (!active().kernels().name().equals(wanted.kernels().name())) {
            throw new IllegalStateException(name + " kernels asked for but " + active().kernels().name() + " are active already");
        }
    }

    /// @throws IllegalArgumentException if `forced` is neither empty, `scalar` nor `vector`
    /// @throws IllegalStateException if vector kernels are forced but cannot run
    static KernelSelection choose(String forced) {
        return switch (forced) {
            case "scalar" -> new KernelSelection(new ScalarKernels(), "forced by " + PROPERTY);
            case "vector" -> vector("forced by " + PROPERTY, true);
            case "" -> vector("the Vector API is there", false);
            default -> throw new IllegalArgumentException(PROPERTY + "=" + forced + " but only scalar and vector are known");
        };
    }

    /// The module is looked for first: without it, touching [VectorKernels] would be a linkage error.
    private static KernelSelection vector(String reason, boolean forced) {
        String obstacle = "";
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            obstacle = "the JVM was started without --add-modules=jdk.incubator.vector";
        } else if (VectorKernels.lanes() < 2) {
            obstacle = "this machine has no double vectors";
        }
        if (obstacle.isEmpty()) {
            return new KernelSelection(new VectorKernels(), reason);
        }
        if (forced) {
            throw new IllegalStateException(PROPERTY + "=vector but " + obstacle);
        }
        return new KernelSelection(new ScalarKernels(), obstacle);
    }
}
