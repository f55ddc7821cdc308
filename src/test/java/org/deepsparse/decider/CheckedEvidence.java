package org.deepsparse.decider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.coding.Chain;
import org.deepsparse.coding.Layer;
import org.deepsparse.coding.Problem;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Answer;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Verdict;

/// What a stranger does with evidence: each kind is checked by its definition, without asking the decider
/// that gave it.
///
/// Sums are formed entry by entry, so that a mistake in the products of a matrix cannot agree with itself.
final class CheckedEvidence {

    private CheckedEvidence() {}

    /// `<a_i, nu>`.
    private static Rational inner(RationalMatrix matrix, int i, RationalVector nu) {
        Rational sum = Rational.ZERO;
        for (int k = 0; k < matrix.rows(); k++) {
            sum = sum.plus(matrix.column(i).get(k).times(nu.get(k)));
        }
        return sum;
    }

    /// A z, row by row.
    private static RationalVector product(RationalMatrix matrix, RationalVector z) {
        assertEquals(matrix.columns(), z.size(), "one entry a column");
        Rational[] product = new Rational[matrix.rows()];
        for (int k = 0; k < product.length; k++) {
            product[k] = Rational.ZERO;
            for (int i = 0; i < z.size(); i++) {
                product[k] = product[k].plus(matrix.column(i).get(k).times(z.get(i)));
            }
        }
        return RationalVector.of(product);
    }

    private static Rational norm1(RationalVector z) {
        return Arrays.stream(z.toArray()).map(Rational::abs).reduce(Rational.ZERO, Rational::plus);
    }

    private static long norm0(RationalVector z) {
        return Arrays.stream(z.toArray()).filter(entry -> !entry.isZero()).count();
    }

    /// Distinct atoms in ascending order, none with coefficient 0, whose combination is 0.
    static void isDependence(RationalMatrix atoms, Evidence.Dependence dependence) {
        assertFalse(dependence.atoms().isEmpty());
        assertEquals(dependence.atoms().stream().distinct().sorted().toList(), dependence.atoms());
        assertEquals(dependence.atoms().size(), norm0(dependence.coefficients()), "no coefficient is 0");
        int[] places = dependence.atoms().stream().mapToInt(Integer::intValue).toArray();
        assertTrue(product(atoms, RationalVector.sparse(atoms.columns(), places, dependence.coefficients()))
                .isZero());
    }

    /// Another code of the same signal, with at most `sparsity` nonzeros.
    static void isAsSparse(RationalMatrix atoms, RationalVector code, int sparsity,
            Evidence.RivalCode codes) {
        isAnotherCode(atoms, code, codes);
        assertTrue(norm0(codes.rival()) <= sparsity, codes::toString);
    }

    /// Another code of the same signal, whose norm1 is no larger.
    static void isAsCheap(RationalMatrix atoms, RationalVector code, Evidence.RivalCode codes) {
        isAnotherCode(atoms, code, codes);
        assertTrue(norm1(codes.rival()).compareTo(norm1(code)) <= 0, codes::toString);
    }

    private static void isAnotherCode(RationalMatrix atoms, RationalVector code, Evidence.RivalCode codes) {
        assertEquals(code, codes.code());
        assertNotEquals(code, codes.rival());
        assertEquals(product(atoms, code), product(atoms, codes.rival()));
    }

    /// `<a_i, nu>` is the sign of x_i on the support and smaller than 1 in size off it; the columns of the
    /// support are independent.
    static void isDualVector(RationalMatrix matrix, RationalVector x, RationalVector nu) {
        for (int i = 0; i < matrix.columns(); i++) {
            Rational value = inner(matrix, i, nu);
            if (x.get(i).isZero()) {
                assertTrue(value.abs().compareTo(Rational.ONE) < 0, "column " + i + " has " + value);
            } else {
                assertEquals(Rational.of(x.get(i).signum()), value, "column " + i);
            }
        }
        isIndependent(matrix, x);
    }

    private static void isIndependent(RationalMatrix matrix, RationalVector x) {
        int[] support = IntStream.range(0, x.size()).filter(i -> !x.get(i).isZero()).toArray();
        assertEquals(support.length, matrix.select(support).rank(), "rank of the support");
    }

    /// An answer of [UniqueL1Minimiser]: a dual vector or a rival, or two programs that were solved.
    static void ofL1Minimum(RationalMatrix matrix, RationalVector x, Answer answer) {
        assertEquals(1, answer.evidence().size());
        switch (answer.evidence().get(0)) {
            case Evidence.RivalCode codes -> {
                assertEquals(Verdict.VIOLATED, answer.verdict());
                isAsCheap(matrix, x, codes);
            }
            case Evidence.DualVector dual -> {
                assertEquals(Verdict.HOLDS, answer.verdict());
                assertEquals(1, dual.multipliers().size());
                isDualVector(matrix, x, dual.multipliers().get(0));
            }
            case Evidence evidence -> {
                assertEquals(Verdict.HOLDS, answer.verdict());
                assertInstanceOf(Evidence.Exhaustion.class, evidence);
            }
        }
    }

    /// An answer of [OnlyChain]: the rival is another solution of the problem with every tolerance 0.
    static void ofOnlyChain(Problem problem, Chain chain, Answer answer) {
        if (answer.verdict() == Verdict.VIOLATED) {
            Evidence.RivalChain chains = assertInstanceOf(Evidence.RivalChain.class,
                    answer.evidence().get(0));
            isAnotherExactChain(problem, chain, chains);
            for (int j = 1; j <= problem.depth(); j++) {
                assertTrue(norm0(chains.rival().get(j - 1)) <= problem.layer(j).sparsityBudget(),
                        chains::toString);
            }
        }
    }

    private static Chain isAnotherExactChain(Problem problem, Chain chain, Evidence.RivalChain chains) {
        assertEquals(chain.entries(), chains.chain());
        assertNotEquals(chains.chain(), chains.rival());
        for (int j = 1; j <= problem.depth(); j++) {
            RationalVector below = j == 1 ? problem.signal() : chains.rival().get(j - 2);
            Layer layer = problem.layer(j);
            Rational[] linear = product(layer.dictionary().exact(), chains.rival().get(j - 1)).toArray();
            Arrays.setAll(linear, i -> layer.activation().apply(linear[i]));
            assertEquals(below, RationalVector.of(linear), "layer " + j + " of " + chains);
        }
        return new Chain(chains.rival().stream().map(SparseCode::new).toList());
    }

    /// An answer of [UniqueJointMinimiser]: a rival chain that costs no more, or multipliers that satisfy the
    /// conditions of its documentation.
    static void ofJointMinimum(Problem problem, Chain chain, List<Rational> weights, Answer answer) {
        switch (answer.evidence().get(0)) {
            case Evidence.RivalChain chains -> {
                assertEquals(Verdict.VIOLATED, answer.verdict());
                Chain rival = isAnotherExactChain(problem, chain, chains);
                assertTrue(cost(rival, weights).compareTo(cost(chain, weights)) <= 0);
            }
            case Evidence.DualVector dual -> {
                assertEquals(Verdict.HOLDS, answer.verdict());
                isJointDualVector(problem, chain, weights, dual.multipliers());
            }
            case Evidence evidence -> assertNotEquals(Verdict.VIOLATED, answer.verdict(), evidence::toString);
        }
    }

    private static Rational cost(Chain chain, List<Rational> weights) {
        Rational cost = Rational.ZERO;
        for (int j = 1; j <= weights.size(); j++) {
            cost = cost.plus(weights.get(j - 1).times(norm1(chain.code(j).entries())));
        }
        return cost;
    }

    /// The Lagrangian is a sum of functions of single entries, `f(t) = om abs(t) + u rho^{-1}(t) - a t`,
    /// where u is the multiplier of the entry in the layer above (0 above the top) and `a = <d_i, u_j>`. Each
    /// is convex, piecewise linear with a kink at 0, and least at the entry x, for x = 0 there only. Values
    /// around x and around 0 decide that.
    private static void isJointDualVector(Problem problem, Chain chain, List<Rational> weights,
            List<RationalVector> u) {
        assertEquals(problem.depth(), u.size());
        for (int j = 1; j <= problem.depth(); j++) {
            RationalMatrix atoms = problem.layer(j).dictionary().exact();
            RationalVector code = chain.code(j).entries();
            for (int i = 0; i < atoms.columns(); i++) {
                Rational weight = weights.get(j - 1);
                Rational product = inner(atoms, i, u.get(j - 1));
                Rational multiplier = j < problem.depth() ? u.get(j).get(i) : Rational.ZERO;
                PiecewiseLinear above = j < problem.depth()
                        ? problem.layer(j + 1).activation()
                        : new Identity();
                UnaryOperator<Rational> f = t -> weight.times(t.abs())
                        .plus(multiplier.times(above.inverse(t))).minus(product.times(t));
                Rational x = code.get(i);
                Rational least = f.apply(x);
                for (Rational t : List.of(Rational.of(-1), Rational.ZERO, Rational.ONE, x.times(2),
                        x.negate())) {
                    if (!t.equals(x)) {
                        boolean sameSide = t.signum() * x.signum() >= 0 && !x.isZero();
                        int order = f.apply(t).compareTo(least);
                        assertTrue(sameSide ? order >= 0 : order > 0,
                                "entry " + i + " of layer " + j + " at " + t);
                    }
                }
            }
            isIndependent(atoms, code);
        }
    }
}
