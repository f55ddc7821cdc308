package org.deepsparse.properties.kernel;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.VectorKernels;

/// The vector twin obeys every law.
class VectorKernelsTest extends KernelSetContract {

    @Override
    protected KernelSet kernels() {
        return new VectorKernels();
    }

    @Override
    protected int lanes() {
        return VectorKernels.lanes();
    }
}
