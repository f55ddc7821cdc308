package org.deepsparse.exact;

import java.math.BigInteger;
import java.util.Arrays;

/// Incremental elimination modulo the prime p = 2^31 - 1: a fast one-sided test of linear independence.
///
/// A dyadic column times a power of two is an integer column of the same rank; the rank modulo p never
/// exceeds the rank over the rationals. So *independent modulo p* proves independence, and *outside the span
/// modulo p* of independent columns proves that a vector is outside their span; "dependent modulo p" proves
/// nothing and is left to [RationalMatrix].
///
/// Columns form a stack, which is what a depth-first search over subsets of atoms needs. **Cost** O(m k) a
/// push on k columns.
///
/// An instance is for one thread.
public final class ModularElimination {

    private static final long P = Integer.MAX_VALUE;

    private final int rows;
    private final long[][] reduced;
    private final int[] pivots;
    private final long[] rest;
    private int size;

    /// @param rows length of the columns
    /// @param capacity how many columns may be on the stack
    public ModularElimination(int rows, int capacity) {
        this.rows = rows;
        this.reduced = new long[capacity][rows];
        this.pivots = new int[capacity];
        this.rest = new long[rows];
    }

    /// The residues modulo p of a column times a power of two that makes it integer.
    public static long[] residues(double[] column) {
        int least = 0;
        for (double entry : column) {
            if (entry != 0) {
                least = Math.min(least, Rational.exponent(entry));
            }
        }
        long[] residues = new long[column.length];
        for (int i = 0; i < column.length; i++) {
            if (column[i] != 0) {
                long significand = Math.floorMod(Rational.significand(column[i]), P);
                residues[i] = significand * powerOfTwo(Rational.exponent(column[i]) - least) % P;
            }
        }
        return residues;
    }

    /// The residues of a rational vector times its common denominator.
    public static long[] residues(RationalVector column) {
        BigInteger prime = BigInteger.valueOf(P);
        return Arrays.stream(column.integers()).mapToLong(entry -> entry.mod(prime).longValueExact())
                .toArray();
    }

    /// 2^e modulo p, e >= 0; 2^31 = 1 modulo p.
    private static long powerOfTwo(int e) {
        return (1L << (e % 31)) % P;
    }

    public int size() {
        return size;
    }

    /// Puts the column on the stack if it is independent of the stack modulo p, which proves it independent;
    /// returns whether it did.
    public boolean push(long[] residues) {
        long[] column = reduced[size];
        int pivot = reduce(residues, column);
        if (pivot < 0) {
            return false;
        }
        long inverse = inverse(column[pivot]);
        for (int i = 0; i < rows; i++) {
            column[i] = residue(column[i] * inverse);
        }
        pivots[size++] = pivot;
        return true;
    }

    public void pop() {
        size--;
    }

    /// Whether the vector is in the span of the stack modulo p. The answer no is a proof.
    public boolean mayContain(long[] residues) {
        return reduce(residues, rest) < 0;
    }

    /// Writes the vector minus its combination of the stack; returns the row of a nonzero, -1 if nothing is
    /// left.
    private int reduce(long[] vector, long[] target) {
        System.arraycopy(vector, 0, target, 0, rows);
        for (int k = 0; k < size; k++) {
            long factor = target[pivots[k]];
            if (factor != 0) {
                long[] column = reduced[k];
                for (int i = 0; i < rows; i++) {
                    target[i] = residue(target[i] + (P - factor) * column[i]);
                }
            }
        }
        for (int i = 0; i < rows; i++) {
            if (target[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    /// Fermat: a^(p-2) is the inverse of a.
    private static long inverse(long a) {
        long result = 1;
        long power = a;
        for (long e = P - 2; e > 0; e >>= 1) {
            if ((e & 1) == 1) {
                result = residue(result * power);
            }
            power = residue(power * power);
        }
        return result;
    }

    /// a modulo p for 0 <= a < 2^62: as 2^31 = 1, the high bits are added to the low ones, twice, which
    /// leaves at most p.
    private static long residue(long a) {
        long once = (a & P) + (a >>> 31);
        long twice = (once & P) + (once >>> 31);
        return twice == P ? 0 : twice;
    }
}
