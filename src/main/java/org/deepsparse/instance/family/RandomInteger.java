package org.deepsparse.instance.family;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.linalg.Matrix;

/// Integer entries, independent and uniform in `-largest..largest`. An atom that would be zero is drawn
/// again.
///
/// Recipes call it `integer(rows,atoms)`, and `integer(rows,atoms,largest)` where the largest entry is not 9.
///
/// @param rows 1..1024
/// @param atoms 1..1024
/// @param largest 1..2^30
public record RandomInteger(int rows, int atoms, int largest) implements Drawn {

    static final Form FORM = new Form(
            "integer", 2, 3,
            p -> p.size() == 2
                    ? new RandomInteger(p.get(0), p.get(1))
                    : new RandomInteger(p.get(0), p.get(1), p.get(2)));

    private static final int USUAL = 9;

    /// @throws IllegalArgumentException if a parameter is out of its range
    public RandomInteger {
        Parameter.requireBetween("integer", "rows", rows, 1, Parameter.LARGEST);
        Parameter.requireBetween("integer", "atoms", atoms, 1, Parameter.LARGEST);
        Parameter.requireBetween("integer", "largest", largest, 1, 1 << 30);
    }

    /// With entries -9..9.
    public RandomInteger(int rows, int atoms) {
        this(rows, atoms, USUAL);
    }

    @Override
    public Dictionary dictionary(UniformRandomProvider random) {
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            boolean zero = true;
            while (zero) {
                for (int i = 0; i < rows; i++) {
                    entries[j * rows + i] = random.nextInt(-largest, largest + 1);
                    zero &= entries[j * rows + i] == 0;
                }
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }

    @Override
    public List<RandomInteger> smaller() {
        Stream<RandomInteger> fewerRows = Parameter.below(rows, 1)
                .map(fewer -> new RandomInteger(fewer, atoms, largest));
        Stream<RandomInteger> fewerAtoms = Parameter.below(atoms, 1)
                .map(fewer -> new RandomInteger(rows, fewer, largest));
        Stream<RandomInteger> usual = Stream.of(new RandomInteger(rows, atoms))
                .filter(member -> largest > USUAL);
        return Stream.of(fewerRows, fewerAtoms, usual).flatMap(members -> members).toList();
    }

    @Override
    public String text() {
        return largest == USUAL ? FORM.text(rows, atoms) : FORM.text(rows, atoms, largest);
    }
}
