package org.deepsparse.instance.family;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.linalg.Matrix;

/// Sparse atoms that pairwise share at most one row, each with the same number of entries +-1. mu <= 1/ones,
/// all norms are sqrt(ones).
///
/// The atoms are blocks of a transversal design: `ones` groups of q rows, q the largest prime <= rows/ones. A
/// block takes one row of each group, row `slope group + offset` modulo q. Two blocks of different slope then
/// agree in at most one group, and two of the same slope in none. Which blocks, which rows and which signs
/// are drawn.
///
/// @param rows 1..1024
/// @param atoms 1..1024, and at most [#capacity(int, int)]
/// @param ones the number of nonzeros in an atom, 1..rows
public record Packing(int rows, int atoms, int ones) implements Drawn {

    static final Form FORM = new Form("packing", 3,
            parameters -> new Packing(parameters.get(0), parameters.get(1), parameters.get(2)));

    /// How sure the test of a prime must be: it errs with probability at most 2^-64, and never for numbers
    /// this small.
    private static final int CERTAINTY = 64;

    /// @throws IllegalArgumentException if a parameter is out of its range
    public Packing {
        Parameter.requireBetween("packing", "rows", rows, 1, Parameter.LARGEST);
        Parameter.requireBetween("packing", "ones", ones, 1, rows);
        int capacity = capacity(rows, ones);
        if (capacity == 0) {
            throw new IllegalArgumentException(
                    "family 'packing' has ones = " + ones + " but no prime q with " + ones
                            + " <= q <= rows/ones, rows = "
                            + rows);
        }
        Parameter.requireBetween("packing", "atoms", atoms, 1, Math.min(Parameter.LARGEST, capacity));
    }

    /// How many atoms the design has: q^2 for the largest prime q <= rows/ones if q >= ones, else 0.
    public static int capacity(int rows, int ones) {
        int q = ones < 1 ? 0 : largestPrime(rows / ones);
        return q >= ones ? q * q : 0;
    }

    /// The largest prime up to the limit; 0 if there is none.
    private static int largestPrime(int limit) {
        int q = limit;
        while (q > 1 && !BigInteger.valueOf(q).isProbablePrime(CERTAINTY)) {
            q--;
        }
        return q > 1 ? q : 0;
    }

    @Override
    public int columnSparsity() {
        return ones;
    }

    @Override
    public Dictionary dictionary(UniformRandomProvider random) {
        int q = largestPrime(rows / ones);
        List<Integer> blocks = RandomOrder.of(q * q, random);
        List<Integer> places = RandomOrder.of(rows, random);
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            int slope = blocks.get(j) / q;
            int offset = blocks.get(j) % q;
            for (int group = 0; group < ones; group++) {
                int row = places.get(group * q + (slope * group + offset) % q);
                entries[j * rows + row] = random.nextBoolean() ? 1 : -1;
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }

    @Override
    public List<Packing> smaller() {
        Stream<Packing> fewerRows = Parameter.below(rows, 1)
                .filter(fewer -> atoms <= capacity(fewer, ones))
                .map(fewer -> new Packing(fewer, atoms, ones));
        Stream<Packing> fewerAtoms = Parameter.below(atoms, 1).map(fewer -> new Packing(rows, fewer, ones));
        Stream<Packing> fewerOnes = Parameter.below(ones, 1)
                .filter(fewer -> atoms <= capacity(rows, fewer))
                .map(fewer -> new Packing(rows, atoms, fewer));
        return Stream.of(fewerRows, fewerAtoms, fewerOnes).flatMap(members -> members).toList();
    }

    @Override
    public String text() {
        return FORM.text(rows, atoms, ones);
    }
}
