/// Arithmetic whose answers are proofs: outward rounded intervals, rationals on `BigInteger`, exact linear
/// algebra (Bareiss, elimination modulo a prime as a filter) and exact linear programs. Every `double` is a
/// dyadic rational, so every question about stored numbers that the theorems ask (rank, support, strict
/// inequality) has a decidable answer here. Imports nothing of this project.
package org.deepsparse.exact;
