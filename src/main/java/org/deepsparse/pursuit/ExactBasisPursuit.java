package org.deepsparse.pursuit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Bareiss;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalSimplex;
import org.deepsparse.exact.RationalVector;

/// Decides, in exact rationals, whether x is *the* minimiser of `min norm1(z)` subject to `D z = D x`.
///
/// First a dual certificate: nu with `D_S^T nu = sign(x_S)`, `abs(<d_i, nu>) < 1` off S and D_S of full column rank proves that x is the
/// unique minimiser; that of [LeastNormDual] is tried. If it fails, the exact simplex method finds the optimum,
/// and a second program looks over all optima for one that leaves the support. Each answer of "no" carries another point.
/// **Cost** s^3 + m n rational operations when the certificate works. **Source** Fuchs, IEEE Trans. IT 50(6), 2004.
public final class ExactBasisPursuit {

    private ExactBasisPursuit() {}

    /// Another feasible point whose norm1 is at most that of x; empty if x is the unique minimiser.
    ///
    /// @param x one entry an atom
    public static Optional<RationalVector> rival(Dictionary dictionary, RationalVector x) {
        Rational[][] columns = new Rational[dictionary.atoms()][];
        for (int l = 0; l < columns.length; l++) {
            columns[l] = Rational.of(dictionary.atom(l));
        }
        return rival(columns, x);
    }

    static Optional<RationalVector> rival(Rational[][] columns, RationalVector x) {
        int[] support = support(x);
        return hasDualCertificate(columns, x, support) ? Optional.empty() : byLinearPrograms(columns, x, support);
    }

    private static int[] support(RationalVector x) {
        return IntStream.range(0, x.size()).filter(i -> !x.get(i).isZero()).toArray();
    }

    private static boolean hasDualCertificate(Rational[][] columns, RationalVector x, int[] support) {
        Rational[] signs = new Rational[support.length];
        Arrays.setAll(signs, a -> Rational.of(x.get(support[a]).signum()));
        return LeastNormDual.of(columns, support, signs).filter(nu -> isStrictOff(columns, support, nu)).isPresent();
    }

    private static boolean isStrictOff(Rational[][] columns, int[] support, RationalVector nu) {
        for (int l = 0; l < columns.length; l++) {
            boolean inside = Arrays.binarySearch(support, l) >= 0;
            if (!inside && RationalVector.of(columns[l]).dot(nu).abs().compareTo(Rational.ONE) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<RationalVector> byLinearPrograms(Rational[][] columns, RationalVector x, int[] support) {
        int n = columns.length;
        int m = columns[0].length;
        Rational[] signal = product(columns, x);
        Rational[][] split = new Rational[2 * n][];
        Rational[] ones = new Rational[2 * n];
        Arrays.fill(ones, Rational.ONE);
        for (int l = 0; l < n; l++) {
            split[l] = columns[l];
            split[n + l] = RationalVector.of(columns[l]).times(Rational.of(-1)).toArray();
        }
        RationalSimplex.Optimum best = feasible(RationalSimplex.minimise(split, signal, ones));
        if (best.value().compareTo(x.norm1()) < 0) {
            return Optional.of(difference(best.point()));
        }
        // x is optimal; among all optima, move as much as possible off its support
        Rational[][] face = new Rational[2 * n][];
        Rational[] reward = new Rational[2 * n];
        for (int l = 0; l < 2 * n; l++) {
            face[l] = Rational.padded(split[l], m + 1);
            face[l][m] = Rational.ONE;
            reward[l] = Arrays.binarySearch(support, l % n) >= 0 ? Rational.ZERO : Rational.of(-1);
        }
        Rational[] faceSide = Rational.padded(signal, m + 1);
        faceSide[m] = x.norm1();
        RationalSimplex.Optimum off = feasible(RationalSimplex.minimise(face, faceSide, reward));
        if (off.value().signum() < 0) {
            return Optional.of(difference(off.point()));
        }
        Rational[][] active = new Rational[support.length][];
        for (int a = 0; a < support.length; a++) {
            active[a] = columns[support[a]];
        }
        return Bareiss.kernelVector(active).map(kernel -> alongKernel(x, support, kernel));
    }

    /// D_S is dependent, so x can move along a kernel vector by a step that keeps all signs; norm1 is linear there and minimal at x, so it stays.
    private static RationalVector alongKernel(RationalVector x, int[] support, Rational[] kernel) {
        Rational step = Rational.ONE;
        for (int a = 0; a < support.length; a++) {
            if (!kernel[a].isZero()) {
                Rational room = x.get(support[a]).dividedBy(kernel[a]).abs();
                step = room.compareTo(step) < 0 ? room : step;
            }
        }
        Rational[] moved = x.toArray();
        for (int a = 0; a < support.length; a++) {
            moved[support[a]] = moved[support[a]].plus(kernel[a].times(step).times(Rational.of(1, 2)));
        }
        return RationalVector.of(moved);
    }

    /// x itself is feasible, so the programs are.
    private static RationalSimplex.Optimum feasible(Optional<RationalSimplex.Optimum> optimum) {
        return optimum.orElseThrow(() -> new IllegalStateException("a program with a feasible point was called infeasible"));
    }

    private static RationalVector difference(RationalVector parts) {
        int n = parts.size() / 2;
        Rational[] z = new Rational[n];
        for (int l = 0; l < n; l++) {
            z[l] = parts.get(l).minus(parts.get(n + l));
        }
        return RationalVector.of(z);
    }

    private static Rational[] product(Rational[][] columns, RationalVector x) {
        RationalVector sum = RationalVector.zero(columns[0].length);
        for (int l = 0; l < columns.length; l++) {
            if (!x.get(l).isZero()) {
                sum = sum.plus(RationalVector.of(columns[l]).times(x.get(l)));
            }
        }
        return sum.toArray();
    }
}
