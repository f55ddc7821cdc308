/// The nonlinearities between layers, with exactly the facts that theorems use: injectivity, the lower Lipschitz constant,
/// the inverse. Evaluation is exact, on rationals.
package org.deepsparse.activation;
