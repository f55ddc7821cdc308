package org.deepsparse.instance.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.util.MathArrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.linalg.Matrix;

/// Random dictionaries that [GramProjections] has made less coherent. Atoms have norm 1 up to the rounding to
/// multiples of 2^-16. mu ends far below that of a random dictionary and seldom at the Welch bound.
///
/// Recipes call it `alternating(rows,atoms)`, and `alternating(rows,atoms,steps)` where there are not 30
/// steps.
///
/// @param rows at least 3
/// @param atoms rows + 1..64
/// @param steps the number of projections on either set, 0..1000; 0 leaves the start as it is drawn
public record AlternatingProjections(int rows, int atoms, int steps) implements Drawn {

    static final Form FORM = new Form(
            "alternating",
            2,
            3,
            p -> p.size() == 2
                    ? new AlternatingProjections(p.get(0), p.get(1))
                    : new AlternatingProjections(p.get(0), p.get(1), p.get(2)));

    private static final int USUAL = 30;
    private static final int MOST_ATOMS = 64;
    private static final int BITS = 16;

    /// Each atom of the start is the best of so many: two atoms that are nearly parallel would never be
    /// parted.
    private static final int CANDIDATES = 16;

    /// @throws IllegalArgumentException if a parameter is out of its range
    public AlternatingProjections {
        Parameter.requireBetween("alternating", "rows", rows, 3, MOST_ATOMS - 1);
        Parameter.requireBetween("alternating", "atoms", atoms, rows + 1, MOST_ATOMS);
        Parameter.requireBetween("alternating", "steps", steps, 0, 1000);
    }

    /// With 30 steps.
    public AlternatingProjections(int rows, int atoms) {
        this(rows, atoms, USUAL);
    }

    @Override
    public Dictionary dictionary(UniformRandomProvider random) {
        Matrix frame = GramProjections.of(spread(random), steps);
        return Formula.dictionary(rows, atoms, (i, j) -> Gaussian.rounded(frame.get(i, j), BITS));
    }

    private Matrix spread(UniformRandomProvider random) {
        Gaussian single = new Gaussian(rows, 1, BITS);
        List<double[]> chosen = new ArrayList<>();
        for (int j = 0; j < atoms; j++) {
            double least = Double.POSITIVE_INFINITY;
            double[] best = {};
            for (int c = 0; c < CANDIDATES; c++) {
                double[] candidate = single.dictionary(random).atom(0);
                double coherence = chosen.stream().mapToDouble(atom -> Math.abs(cosine(candidate, atom)))
                        .max().orElse(0);
                if (coherence < least) {
                    least = coherence;
                    best = candidate;
                }
            }
            chosen.add(best);
        }
        return Matrix.ofColumnMajor(rows, atoms, chosen.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /// Not by [org.deepsparse.kernel.Kernels]: what is drawn must not depend on the set of kernels in use.
    private static double cosine(double[] a, double[] b) {
        return MathArrays.linearCombination(a, b)
                / Math.sqrt(MathArrays.linearCombination(a, a) * MathArrays.linearCombination(b, b));
    }

    @Override
    public List<AlternatingProjections> smaller() {
        Stream<AlternatingProjections> fewerRows = Parameter.below(rows, 3)
                .map(fewer -> new AlternatingProjections(fewer, atoms, steps));
        Stream<AlternatingProjections> fewerAtoms = Parameter.below(atoms, rows + 1)
                .map(fewer -> new AlternatingProjections(rows, fewer, steps));
        Stream<AlternatingProjections> usual = Stream.of(new AlternatingProjections(rows, atoms))
                .filter(member -> steps > USUAL);
        return Stream.of(fewerRows, fewerAtoms, usual).flatMap(members -> members).toList();
    }

    @Override
    public String text() {
        return steps == USUAL ? FORM.text(rows, atoms) : FORM.text(rows, atoms, steps);
    }
}
