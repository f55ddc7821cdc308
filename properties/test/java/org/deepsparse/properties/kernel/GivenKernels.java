package org.deepsparse.properties.kernel;

import org.deepsparse.kernel.KernelSet;

/// The contract of a set that is handed in; a file of its own, so that it is not taken for a test to run by
/// itself.
final class GivenKernels extends KernelSetContract {

    private final KernelSet kernels;
    private final int lanes;

    GivenKernels(KernelSet kernels, int lanes) {
        this.kernels = kernels;
        this.lanes = lanes;
    }

    @Override
    protected KernelSet kernels() {
        return kernels;
    }

    @Override
    protected int lanes() {
        return lanes;
    }
}
