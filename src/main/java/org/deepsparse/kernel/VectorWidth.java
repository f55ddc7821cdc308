package org.deepsparse.kernel;

import java.util.List;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// How wide the vectors of [VectorKernels] are: as wide as the machine prefers, unless [#PROPERTY] says otherwise.
///
/// One width for the life of the JVM, because vectors are fast only where their species is a constant: in a field of an object or in an
/// argument it makes the JIT box every vector.
public final class VectorWidth {

    /// The system property: one of [#choices], in bits; empty or absent lets the machine decide. Looked at where vector kernels are
    /// chosen ([KernelSelection#active], which refuses any other value) or used directly.
    public static final String PROPERTY = "deepsparse.vector.bits";

    private VectorWidth() {}

    /// The widths in bits that may be asked for, in ascending order: powers of two from 64, which holds one double, up to the width that
    /// the machine prefers.
    public static List<Integer> choices() {
        int preferred = DoubleVector.SPECIES_PREFERRED.vectorBitSize();
        return IntStream.concat(IntStream.iterate(64, bits -> bits < preferred, bits -> 2 * bits), IntStream.of(preferred))
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
        if (asked.isEmpty()) {
            return DoubleVector.SPECIES_PREFERRED;
        }
        for (int bits : choices()) {
            if (asked.equals(Integer.toString(bits))) {
                return VectorSpecies.of(double.class, VectorShape.forBitSize(bits));
            }
        }
        throw new IllegalArgumentException(PROPERTY + " must be one of " + choices() + " (or absent) but is '" + asked + "'");
    }
}
