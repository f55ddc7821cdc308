package org.deepsparse.decider;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalSimplex;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// Decides, in exact rationals, whether x is *the* minimiser of `min norm1(z)` subject to `A z = A x`.
///
/// HOLDS by a dual certificate: a nu with `A_S^T nu = sign(x_S)` and `abs(<a_i, nu>) < 1` off S, where A_S
/// has full column rank, proves that x is the only minimiser. That of [LeastNormDual] is tried first, then a
/// proposed one, moved by the least step that makes its equations exact. VIOLATED by a rival: another z with
/// `A z = A x` and `norm1(z) <= norm1(x)`.
///
/// Where neither is at hand, the exact simplex method finds the optimum, and a second program looks over all
/// optima for one that leaves the support; that x is alone then rests on the two programs, not on a
/// certificate. **Cost** s^3 + m n rational operations when the first certificate works; no polynomial bound
/// for the programs. **Source** Fuchs, IEEE Trans. IT 50(6), 2004.
public final class UniqueL1Minimiser {

    private final RationalMatrix matrix;
    private final RationalVector x;
    private final int[] support;
    private final RationalVector signal;

    private UniqueL1Minimiser(RationalMatrix matrix, RationalVector x) {
        this.matrix = matrix;
        this.x = x;
        this.support = x.support();
        this.signal = matrix.times(x);
    }

    /// @param x one entry an atom
    /// @throws IllegalArgumentException if x has another number of entries
    public static Answer decide(Dictionary dictionary, RationalVector x, Proposer proposer) {
        return decide(dictionary.exact(), x, proposer);
    }

    /// The same for any matrix; its columns may be zero.
    public static Answer decide(RationalMatrix matrix, RationalVector x, Proposer proposer) {
        UniqueL1Minimiser question = new UniqueL1Minimiser(matrix, x);
        return question.byCertificate(proposer)
                .or(() -> question.byProposedRival(proposer))
                .orElseGet(question::byLinearPrograms);
    }

    private Optional<Answer> byCertificate(Proposer proposer) {
        RationalMatrix supported = matrix.select(support);
        RationalVector signs = RationalVector.of(
                IntStream.of(support).mapToObj(i -> Rational.of(x.get(i).signum())).toArray(Rational[]::new));
        return LeastNormDual.of(supported, signs)
                .filter(this::isStrictOffSupport)
                .or(() -> proposer.dualPoint(matrix, support, signs)
                        .filter(nu -> nu.length == matrix.rows()
                                && Arrays.stream(nu).allMatch(Double::isFinite))
                        .map(RationalVector::of)
                        .flatMap(nu -> LeastNormDual.of(supported, signs.minus(supported.transposedTimes(nu)))
                                .map(nu::plus))
                        .filter(this::isStrictOffSupport))
                .map(nu -> Answer.of(Verdict.HOLDS, new Evidence.DualVector(List.of(nu))));
    }

    private boolean isStrictOffSupport(RationalVector nu) {
        return IntStream.range(0, matrix.columns())
                .filter(i -> x.get(i).isZero())
                .allMatch(i -> matrix.column(i).dot(nu).abs().compareTo(Rational.ONE) < 0);
    }

    private Optional<Answer> byProposedRival(Proposer proposer) {
        return proposer.rivals(matrix, x).stream()
                .filter(z -> z.size() == x.size() && !z.equals(x))
                .filter(z -> z.norm1().compareTo(x.norm1()) <= 0 && matrix.times(z).equals(signal))
                .findFirst()
                .map(this::violatedBy);
    }

    private Answer violatedBy(RationalVector rival) {
        return Answer.of(Verdict.VIOLATED, new Evidence.RivalCode(x, rival));
    }

    /// In the unknowns z = u - v with u, v >= 0.
    private Answer byLinearPrograms() {
        int n = matrix.columns();
        List<RationalVector> split = new ArrayList<>();
        IntStream.range(0, n).forEach(i -> split.add(matrix.column(i)));
        IntStream.range(0, n).forEach(i -> split.add(matrix.column(i).negate()));
        Rational[] ones = new Rational[2 * n];
        Arrays.fill(ones, Rational.ONE);
        RationalSimplex.Optimum best = feasible(RationalSimplex.minimise(
                RationalMatrix.ofColumns(matrix.rows(), split), signal, RationalVector.of(ones)));
        if (best.value().compareTo(x.norm1()) < 0) {
            return violatedBy(difference(best.point()));
        }
        RationalSimplex.Optimum off = feasible(farthestOptimum(split));
        if (off.value().signum() < 0) {
            return violatedBy(difference(off.point()));
        }
        return matrix.select(support).kernelVector()
                .map(kernel -> violatedBy(alongKernel(RationalVector.sparse(n, support, kernel))))
                .orElseGet(
                        () -> Answer.of(Verdict.HOLDS, new Evidence.Exhaustion("two exact linear programs")));
    }

    /// x is optimal; among all optima, the one that moves as much as possible off its support.
    private Optional<RationalSimplex.Optimum> farthestOptimum(List<RationalVector> split) {
        int n = matrix.columns();
        int m = matrix.rows();
        List<RationalVector> face = new ArrayList<>();
        Rational[] reward = new Rational[2 * n];
        for (int l = 0; l < 2 * n; l++) {
            face.add(withLast(split.get(l), Rational.ONE));
            reward[l] = x.get(l % n).isZero() ? Rational.of(-1) : Rational.ZERO;
        }
        return RationalSimplex.minimise(
                RationalMatrix.ofColumns(m + 1, face), withLast(signal, x.norm1()),
                RationalVector.of(reward));
    }

    private static RationalVector withLast(RationalVector vector, Rational last) {
        Rational[] longer = vector.padded(vector.size() + 1).toArray();
        longer[vector.size()] = last;
        return RationalVector.of(longer);
    }

    /// A_S is dependent, so x can move along a kernel vector by a step that keeps all signs; norm1 is linear
    /// there and minimal at x, so it stays.
    private RationalVector alongKernel(RationalVector kernel) {
        Rational step = Rational.ONE;
        for (int i : kernel.support()) {
            Rational room = x.get(i).dividedBy(kernel.get(i)).abs();
            step = room.compareTo(step) < 0 ? room : step;
        }
        return x.plus(kernel.times(step.times(Rational.of(1, 2))));
    }

    /// x itself is feasible, so the programs are.
    private static RationalSimplex.Optimum feasible(Optional<RationalSimplex.Optimum> optimum) {
        return optimum.orElseThrow(
                () -> new IllegalStateException("a program with a feasible point was called infeasible"));
    }

    private static RationalVector difference(RationalVector parts) {
        int n = parts.size() / 2;
        int[] first = IntStream.range(0, n).toArray();
        int[] second = IntStream.range(n, 2 * n).toArray();
        return parts.select(first).minus(parts.select(second));
    }
}
