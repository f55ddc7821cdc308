/// The nonlinearities between layers, with exactly the facts that theorems use: injectivity, the lower
/// Lipschitz constant, the inverse.
///
/// [Activation] speaks in enclosures, which every function can give; [PiecewiseLinear] adds exact evaluation
/// and inversion on rationals.
package org.deepsparse.activation;
