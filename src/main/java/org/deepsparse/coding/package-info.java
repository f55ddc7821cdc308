/// The objects of Deep Sparse Coding: sparse codes, layers, chains of codes and the problem DSC(lambda, eps)
/// they solve.
///
/// Everything here is exact: a code is a vector of rationals, so "solves" and "equals" have no tolerance.
package org.deepsparse.coding;
