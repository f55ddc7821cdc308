/// The laws of [kernels][org.deepsparse.kernel.KernelSet] for other implementations: extend
/// [KernelSetContract].
package org.deepsparse.properties.kernel;
