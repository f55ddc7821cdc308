package org.deepsparse.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.deepsparse.ChildJvm;
import org.junit.jupiter.api.Test;

class KernelSelectionTest {

    /// Tests that pass on the scalar twin alone prove nothing about the vector one: its absence is a failure,
    /// unless it was asked for.
    @Test
    void vectorKernelsAreActiveUnlessScalarOnesAreAskedFor() {
        KernelSelection active = KernelSelection.active();
        boolean scalar = System.getProperty(KernelSelection.PROPERTY, "").equals("scalar");
        assertEquals(
                scalar ? ScalarKernels.class : VectorKernels.class,
                active.kernels().getClass(),
                active.kernels().name() + " kernels are active: " + active.reason());
    }

    @Test
    void choosesByNameOrByMachine() {
        assertChoice("scalar", "asked for by name", KernelSelection.choose("scalar", true, () -> 8));
        assertChoice("vector", "asked for by name", KernelSelection.choose("vector", true, () -> 8));
        assertChoice(
                "vector", "the Vector API is there, with 2 double lanes",
                KernelSelection.choose("", true, () -> 2));
        assertChoice(
                "scalar",
                "vectors have 1 double lanes and need at least 2",
                KernelSelection.choose("", true, () -> 1));
        assertChoice(
                "scalar",
                "the JVM was started without --add-modules=jdk.incubator.vector",
                KernelSelection.choose("", false, () -> {
                    throw new AssertionError("lanes asked for without the module");
                }));
    }

    private static void assertChoice(String name, String reason, KernelSelection selection) {
        assertTrue(selection.kernels().name().startsWith(name), selection.toString());
        assertEquals(reason, selection.reason());
    }

    @Test
    void refusesUnknownNames() {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> KernelSelection.choose("float", true, () -> 8));
        assertEquals("deepsparse.kernels must be scalar or vector (or absent) but is 'float'",
                refusal.getMessage());
    }

    /// Who forces the vector set must not get the other one unawares.
    @Test
    void refusesToForceWhatCannotRun() {
        IllegalStateException refusal = assertThrows(IllegalStateException.class,
                () -> KernelSelection.choose("vector", true, () -> 1));
        assertEquals(
                "vector kernels are forced but vectors have 1 double lanes and need at least 2",
                refusal.getMessage());
    }

    @Test
    void forcingTheActiveSetIsFineAndTheOtherOneIsNot() {
        boolean scalar = KernelSelection.active().kernels() instanceof ScalarKernels;
        KernelSelection.force(scalar ? "scalar" : "vector");
        assertThrows(IllegalStateException.class, () -> KernelSelection.force(scalar ? "vector" : "scalar"));
    }

    // In a JVM of their own: what is chosen at start-up.

    @Test
    void runsWithoutTheModule() {
        assertEquals(
                List.of("scalar: the JVM was started without --add-modules=jdk.incubator.vector", "11.0",
                        "11.0"),
                selectionOf());
    }

    @Test
    void runsWithTheModule() {
        int lanes = VectorWidth.species("").length();
        assertEquals(
                List.of("vector (" + lanes + " lanes): the Vector API is there, with " + lanes
                        + " double lanes", "11.0", "11.0"),
                selectionOf("--add-modules=jdk.incubator.vector"));
    }

    @Test
    void thePropertyForcesASet() {
        assertEquals(
                List.of("scalar: asked for by name", "11.0", "11.0"),
                selectionOf("--add-modules=jdk.incubator.vector", "-Ddeepsparse.kernels=scalar"));
    }

    /// A width that the machine has is taken, and one lane is none too few for the scalar set.
    @Test
    void thePropertyForcesAWidth() {
        assertEquals(
                List.of("vector (2 lanes): the Vector API is there, with 2 double lanes", "11.0", "11.0"),
                selectionOf("--add-modules=jdk.incubator.vector", "-Ddeepsparse.vector.bits=128"));
        assertEquals(
                List.of("scalar: vectors have 1 double lanes and need at least 2", "11.0", "11.0"),
                selectionOf("--add-modules=jdk.incubator.vector", "-Ddeepsparse.vector.bits=64"));
    }

    @Test
    void anUnknownWidthIsNamedAtEveryCall() {
        String refusal = "java.lang.IllegalArgumentException: deepsparse.vector.bits must be one of "
                + VectorWidth.choices()
                + " (or absent) but is '96'";
        assertEquals(
                Collections.nCopies(3, refusal),
                selectionOf("--add-modules=jdk.incubator.vector", "-Ddeepsparse.vector.bits=96"));
    }

    @Test
    void widthsAreThoseUpToTheOneInUse() {
        List<Integer> choices = VectorWidth.choices();
        assertEquals(64, choices.getFirst());
        assertEquals(VectorWidth.species("").vectorBitSize(), choices.getLast());
        for (int bits : choices) {
            assertEquals(bits, VectorWidth.species(Integer.toString(bits)).vectorBitSize());
        }
    }

    /// A wider vector than the partial sums of an inner product fill, or one that is no power of two, is not
    /// used whole.
    @Test
    void noWidthExceedsThePartialSums() {
        assertEquals(List.of(64), VectorWidth.choices(64));
        assertEquals(List.of(64, 128, 256), VectorWidth.choices(256));
        assertEquals(List.of(64, 128, 256), VectorWidth.choices(384));
        assertEquals(List.of(64, 128, 256, 512), VectorWidth.choices(512));
        assertEquals(List.of(64, 128, 256, 512), VectorWidth.choices(2048));
    }

    /// At every call, not as a class that cannot be loaded from the second call on.
    @Test
    void anUnknownPropertyIsNamedAtEveryCall() {
        String refusal = "java.lang.IllegalArgumentException: deepsparse.kernels must be scalar or vector "
                + "(or absent) but is 'float'";
        assertEquals(Collections.nCopies(3, refusal), selectionOf("-Ddeepsparse.kernels=float"));
    }

    @Test
    void vectorsForcedWithoutTheModuleAreRefused() {
        String refusal = "java.lang.IllegalStateException: vector kernels are forced but the JVM was "
                + "started without"
                + " --add-modules=jdk.incubator.vector";
        assertEquals(Collections.nCopies(3, refusal), selectionOf("-Ddeepsparse.kernels=vector"));
    }

    /// Prints the selection and, twice, a dot product; or what is thrown instead.
    static final class Probe {

        private Probe() {}

        public static void main(String[] arguments) {
            attempt(() -> KernelSelection.active().kernels().name() + ": "
                    + KernelSelection.active().reason());
            attempt(() -> Kernels.dot(new double[] {1, 2}, 0, new double[] {3, 4}, 0, 2));
            attempt(() -> Kernels.dot(new double[] {1, 2}, 0, new double[] {3, 4}, 0, 2));
        }

        private static void attempt(Supplier<Object> action) {
            try {
                System.out.println(action.get());
            } catch (IllegalArgumentException | IllegalStateException refusal) {
                System.out.println(refusal);
            }
        }
    }

    private static List<String> selectionOf(String... options) {
        ChildJvm.Result result = ChildJvm.run(Probe.class, List.of(options));
        assertEquals(0, result.exit(), result.err().toString());
        return result.out();
    }
}
