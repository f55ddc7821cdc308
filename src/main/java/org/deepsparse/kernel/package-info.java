/// Arrays in, arrays out: the floating-point kernels everything heavy runs on.
///
/// [Kernels] is the face (argument checks), [KernelSet] the contract, [ScalarKernels] the golden twin
/// (shortest correct loops, never tuned), [VectorKernels] the Vector API twin; [KernelSelection] says which
/// one is active and why, [VectorWidth] how wide its vectors are, [ErrorBound] how far each may be off.
package org.deepsparse.kernel;
