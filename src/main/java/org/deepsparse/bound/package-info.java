/// The constants of the theorems: pure functions of intervals and rationals, one class a theorem. Nothing
/// else computes a theorem's constant, so a wrong formula has one place to be wrong in, and the trials catch
/// it there.
package org.deepsparse.bound;
