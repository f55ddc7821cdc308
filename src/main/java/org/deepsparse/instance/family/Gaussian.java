package org.deepsparse.instance.family;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.linalg.Matrix;

/// Independent standard normal entries, rounded to the nearest multiple of 2^-bits. The signals of integer
/// codes are then exact in doubles. An atom that would be zero is drawn again.
///
/// Recipes call it `gaussian(rows,atoms)`, and `gaussian(rows,atoms,bits)` where there are not 16 bits.
///
/// @param rows 1..1024
/// @param atoms 1..1024
/// @param bits behind the binary point, 1..52
public record Gaussian(int rows, int atoms, int bits) implements Drawn {

    static final Form FORM = new Form(
            "gaussian", 2, 3,
            p -> p.size() == 2
                    ? new Gaussian(p.get(0), p.get(1))
                    : new Gaussian(p.get(0), p.get(1), p.get(2)));

    private static final int USUAL = 16;

    /// @throws IllegalArgumentException if a parameter is out of its range
    public Gaussian {
        Parameter.requireBetween("gaussian", "rows", rows, 1, Parameter.LARGEST);
        Parameter.requireBetween("gaussian", "atoms", atoms, 1, Parameter.LARGEST);
        Parameter.requireBetween("gaussian", "bits", bits, 1, 52);
    }

    /// With 16 bits.
    public Gaussian(int rows, int atoms) {
        this(rows, atoms, USUAL);
    }

    @Override
    public Dictionary dictionary(UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] entries = new double[rows * atoms];
        for (int j = 0; j < atoms; j++) {
            boolean zero = true;
            while (zero) {
                for (int i = 0; i < rows; i++) {
                    entries[j * rows + i] = rounded(normal.sample(), bits);
                    zero &= entries[j * rows + i] == 0;
                }
            }
        }
        return Dictionary.of(Matrix.ofColumnMajor(rows, atoms, entries));
    }

    /// To the nearest multiple of 2^-bits.
    static double rounded(double value, int bits) {
        return Math.scalb(Math.rint(Math.scalb(value, bits)), -bits);
    }

    @Override
    public List<Gaussian> smaller() {
        Stream<Gaussian> fewerRows = Parameter.below(rows, 1).map(fewer -> new Gaussian(fewer, atoms, bits));
        Stream<Gaussian> fewerAtoms = Parameter.below(atoms, 1).map(fewer -> new Gaussian(rows, fewer, bits));
        Stream<Gaussian> usual = Stream.of(new Gaussian(rows, atoms)).filter(member -> bits > USUAL);
        return Stream.of(fewerRows, fewerAtoms, usual).flatMap(members -> members).toList();
    }

    @Override
    public String text() {
        return bits == USUAL ? FORM.text(rows, atoms) : FORM.text(rows, atoms, bits);
    }
}
