package org.deepsparse.kernel;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Both twins obey every law.
class KernelLawsTest {

    @TestFactory
    Stream<DynamicNode> twinsObeyEveryLaw() {
        return Stream.of(new ScalarKernels(), new VectorKernels())
                .map(kernels -> DynamicContainer.dynamicContainer(
                        kernels.name(),
                        new KernelLaws(kernels, VectorKernels.lanes())
                                .all().stream().map(law -> DynamicTest.dynamicTest(law.name(), law.check()::run))));
    }
}
