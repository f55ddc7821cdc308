package org.deepsparse.properties.kernel;

import java.util.stream.Stream;
import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The tests of an implementation of [KernelSet]: one for each of the [KernelLaws]. Extend it and say which
/// set is meant:
///
/// ```java
/// class MyKernelsTest extends KernelSetContract {
///     @Override
///     protected KernelSet kernels() {
///         return new MyKernels();
///     }
/// }
/// ```
///
/// A set is tried whole. One that is about some kernels only hands the others on to [ScalarKernels].
///
/// **The order counts** every sum must have the bits that the order of [KernelSet] gives. A set that sums
/// more accurately, or in an order that suits its machine, fails.
///
/// **Failures** name the kernel, sizes and offsets, the result and what is allowed, and end with the one call
/// that shows the same failure again. The laws walk the sizes upwards, so the case that is reported is one of
/// the smallest size that fails.
public abstract class KernelSetContract {

    /// The set to be tried.
    protected abstract KernelSet kernels();

    /// How many doubles a vector of the set holds. Lengths are tried around multiples of it, so the ends of
    /// vectors are met only if it is right; 8, the most that a vector of 512 bits holds, unless overridden.
    protected int lanes() {
        return 8;
    }

    @TestFactory
    final Stream<DynamicTest> obeysEveryLaw() {
        KernelLaws laws = new KernelLaws(kernels(), lanes());
        return laws.names().stream().map(law -> DynamicTest.dynamicTest(law, () -> laws.check(law)));
    }
}
