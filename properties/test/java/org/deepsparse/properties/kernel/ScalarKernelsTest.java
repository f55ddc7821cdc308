package org.deepsparse.properties.kernel;

import org.deepsparse.kernel.KernelSet;
import org.deepsparse.kernel.ScalarKernels;

/// The golden twin obeys every law.
class ScalarKernelsTest extends KernelSetContract {

    @Override
    protected KernelSet kernels() {
        return new ScalarKernels();
    }
}
