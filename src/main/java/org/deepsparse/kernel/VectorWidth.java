package org.deepsparse.kernel;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// How wide the vectors of [VectorKernels] are: as wide as the machine prefers, up to 512 bits, unless
/// [#PROPERTY] says otherwise. Results do not depend on it ([KernelSet]).
///
/// One width for the life of the JVM, because vectors are fast only where their species is a constant: in a
/// field of an object or in an argument it makes the JIT box every vector.
public final class VectorWidth {

    /// The system property: one of [#choices], in bits; empty or absent lets the machine decide. Looked at
    /// where vector kernels are chosen ([KernelSelection#active], which refuses any other value) or used
    /// directly.
    public static final String PROPERTY = "deepsparse.vector.bits";

    /// A vector holds all partial sums of an inner product, or a part of them: more lanes would have nothing
    /// to do.
    private static final int MOST_BITS = KernelSet.PARTIAL_SUMS * Double.SIZE;

    private VectorWidth() {}

    /// The widths in bits that may be asked for, in ascending order: the powers of two from 64, which holds
    /// one double, to 512, as far as the machine has them.
    public static List<Integer> choices() {
        return choices(DoubleVector.SPECIES_PREFERRED.vectorBitSize());
    }

    /// @param preferred the width that the machine prefers, at least 64
    static List<Integer> choices(int preferred) {
        return IntStream
                .iterate(Double.SIZE, bits -> bits <= Math.min(preferred, MOST_BITS), bits -> 2 * bits)
                .boxed()
                .toList();
    }

    /// What the system property asks for. For constants only.
    ///
    /// @throws IllegalArgumentException if that is no width of [#choices]
    static VectorSpecies<Double> species() {
        return species(System.getProperty(PROPERTY, ""));
    }

    static VectorSpecies<Double> species(String asked) {
        List<Integer> choices = choices();
        if (asked.isEmpty()) {
            return ofBits(choices.getLast());
        }
        for (int bits : choices) {
            if (asked.equals(Integer.toString(bits))) {
                return ofBits(bits);
            }
        }
        throw new IllegalArgumentException(
                PROPERTY + " must be one of " + choices + " (or absent) but is '" + asked + "'");
    }

    private static VectorSpecies<Double> ofBits(int bits) {
        return VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
    }
}
