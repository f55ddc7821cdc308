package org.deepsparse.instance.family;

/// The Hadamard matrices of Sylvester: orders are powers of two, entries +-1, rows and columns orthogonal,
/// the first row and column all ones.
final class Hadamard {

    private Hadamard() {}

    /// Entry (i, j): -1 to the number of ones that the binary forms of i and j have in common.
    static double entry(int i, int j) {
        return (Integer.bitCount(i & j) & 1) == 0 ? 1 : -1;
    }
}
