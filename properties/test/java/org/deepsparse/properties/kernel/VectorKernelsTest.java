package org.deepsparse.properties.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.VectorKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// The vector twin obeys every law, at every width that the machine has.
@ParameterizedClass
@MethodSource("org.deepsparse.properties.kernel.ForcedWidth#all")
class VectorKernelsTest extends KernelSetContract {

    private final ForcedWidth width;

    VectorKernelsTest(ForcedWidth width) {
        this.width = width;
    }

    @Override
    protected KernelSet kernels() {
        return width.kernels();
    }

    @Override
    protected int lanes() {
        return width.lanes();
    }

    /// Else the laws would be those of another width, or of the one in use over and over again.
    @Test
    void areOfTheWidthAskedFor() {
        assertEquals("vector (" + width.lanes() + " lanes)", kernels().name());
        assertNotSame(VectorKernels.class, kernels().getClass());
    }
}
