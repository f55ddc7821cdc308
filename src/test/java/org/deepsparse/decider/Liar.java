package org.deepsparse.decider;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;

/// A proposer whose dual points come out of the blue, and whose rivals are none: the code itself, codes of
/// other signals, and dearer codes of the same one.
///
/// @param size of the entries of dual points: small ones may hit by chance, large ones cannot
record Liar(UniformRandomProvider random, double size) implements Proposer {

    static Liar wild(long seed) {
        return new Liar(RandomSource.XO_SHI_RO_256_PP.create(seed), 0x1p20);
    }

    static Liar tame(long seed) {
        return new Liar(RandomSource.XO_SHI_RO_256_PP.create(seed), 1);
    }

    @Override
    public Optional<double[]> dualPoint(RationalMatrix matrix, int[] support, RationalVector signs) {
        return Optional.of(random.doubles(matrix.rows(), -size, size).toArray());
    }

    @Override
    public List<RationalVector> rivals(RationalMatrix matrix, RationalVector x) {
        RationalVector other = RationalVector.of(random.ints(x.size(), -2, 3).asDoubleStream().toArray());
        RationalVector elsewhere = matrix.times(other).equals(matrix.times(x)) ? x : other;
        // a kernel vector has an entry of 1
        Rational step = x.norm1().times(2).plus(Rational.ONE);
        RationalVector dearer = matrix.kernelVector().map(kernel -> x.plus(kernel.times(step))).orElse(x);
        return List.of(x, elsewhere, dearer, x.times(Rational.of(-2)));
    }
}
