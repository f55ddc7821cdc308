package org.deepsparse.exact;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// Incremental elimination modulo a prime p below 2^31: a fast one-sided test of linear independence.
///
/// A dyadic column times a power of two is an integer column of the same rank; the rank modulo p never
/// exceeds the rank over the rationals. So *independent modulo p* proves independence, and *outside the span
/// modulo p* of independent columns proves that a vector is outside their span; "dependent modulo p" proves
/// nothing and is left to [RationalMatrix]. Data that p divides by accident, or by design, want another
/// prime: there are several in [#PRIMES].
///
/// Columns form a stack, which is what a depth-first search over subsets of atoms needs. **Cost** O(m k) a
/// push on k columns.
///
/// An instance is for one thread.
public final class ModularElimination {

    /// 2^31 - 1, modulo which sums fold quickly, and the next smaller ones.
    public static final List<Long> PRIMES = List.of(2147483647L, 2147483629L, 2147483587L, 2147483579L,
            2147483563L);

    private static final long MERSENNE = PRIMES.get(0);

    private final long prime;
    private final int pivotRows;
    private final int rows;
    private final long[][] reduced;
    private final int[] pivots;
    private final long[] rest;
    private int size;

    /// @param rows length of the columns
    /// @param capacity how many columns may be on the stack
    /// @param prime p, one of [#PRIMES]
    public ModularElimination(int rows, int capacity, long prime) {
        this(rows, rows, capacity, prime);
    }

    /// @param pivotRows how many rows, from the first, decide about independence; the others go along
    private ModularElimination(int pivotRows, int rows, int capacity, long prime) {
        this.prime = prime;
        this.pivotRows = pivotRows;
        this.rows = rows;
        this.reduced = new long[capacity][rows];
        this.pivots = new int[capacity];
        this.rest = new long[rows];
    }

    /// The residues modulo p of a column times a power of two that makes it integer.
    public long[] residues(double[] column) {
        int least = 0;
        for (double entry : column) {
            if (entry != 0) {
                least = Math.min(least, Rational.exponent(entry));
            }
        }
        long[] residues = new long[column.length];
        for (int i = 0; i < column.length; i++) {
            if (column[i] != 0) {
                long significand = Math.floorMod(Rational.significand(column[i]), prime);
                residues[i] = significand * powerOfTwo(Rational.exponent(column[i]) - least) % prime;
            }
        }
        return residues;
    }

    /// The residues of a rational vector times its common denominator.
    public long[] residues(RationalVector column) {
        BigInteger modulus = BigInteger.valueOf(prime);
        return Arrays.stream(column.integers()).mapToLong(entry -> entry.mod(modulus).longValueExact())
                .toArray();
    }

    /// 2^e modulo p, e >= 0.
    private long powerOfTwo(int e) {
        return power(2, e);
    }

    /// a^e modulo p, by repeated squaring.
    private long power(long a, long e) {
        long result = 1;
        long square = a;
        for (long rest = e; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = residue(result * square);
            }
            square = residue(square * square);
        }
        return result;
    }

    /// An empty stack modulo the same prime, where only the first rows decide about independence.
    ModularElimination emptied(int deciding, int all, int capacity) {
        return new ModularElimination(deciding, all, capacity, prime);
    }

    /// The residues divided by their first nonzero one: equal for parallel columns.
    public List<Long> direction(long[] residues) {
        long first = Arrays.stream(residues).filter(residue -> residue != 0).findFirst().orElse(1);
        long factor = inverse(first);
        return Arrays.stream(residues).map(residue -> residue(residue * factor)).boxed().toList();
    }

    public int size() {
        return size;
    }

    /// What the last column that was not independent was reduced to.
    long[] rest() {
        return reduced[size].clone();
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
                    target[i] = residue(target[i] + (prime - factor) * column[i]);
                }
            }
        }
        for (int i = 0; i < pivotRows; i++) {
            if (target[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    /// Fermat: a^(p-2) is the inverse of a.
    private long inverse(long a) {
        return power(a, prime - 2);
    }

    /// a modulo p for 0 <= a < 2^62. For the Mersenne prime 2^31 = 1, so the high bits are added to the low
    /// ones, twice, which leaves at most p.
    private long residue(long a) {
        if (prime != MERSENNE) {
            return a % prime;
        }
        long once = (a & MERSENNE) + (a >>> 31);
        long twice = (once & MERSENNE) + (once >>> 31);
        return twice == MERSENNE ? 0 : twice;
    }
}
