package org.deepsparse.pursuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.decider.ExhaustiveL0;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.MutualCoherence;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.instance.family.Core;
import org.deepsparse.instance.family.IdentityHadamard;
import org.deepsparse.instance.family.Simplex;
import org.deepsparse.kernel.Kernels;
import org.deepsparse.linalg.Matrix;
import org.junit.jupiter.api.Test;

/// What a solver must do where the theorems promise that it can: put its largest entries, with the right
/// signs, on the true support. Solvers with one thing wrong are rejected by the same law.
class SolversTest {

    private interface Solver {
        double[] solve(Dictionary dictionary, double[] signal, int sparsity);
    }

    /// The first case in which the solver misses the truth, in words; empty if it recovers all.
    private static Optional<String> recovers(Solver solver) {
        UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
        for (int trial = 0; trial < 60; trial++) {
            Dictionary dictionary = switch (trial % 3) {
                case 0 -> new Core(7).dictionary();
                case 1 -> new IdentityHadamard(16).dictionary();
                default -> new Simplex(6).dictionary();
            };
            int sparsity = UniquenessCondition.largestSparsity(MutualCoherence.of(dictionary).squared(),
                    dictionary.atoms());
            double[] truth = new double[dictionary.atoms()];
            for (int k = 0; k < sparsity; k++) {
                truth[random.nextInt(truth.length)] = (1 + random.nextInt(9))
                        * (random.nextBoolean() ? 1 : -1);
            }
            RationalVector signal = dictionary.times(RationalVector.of(truth));
            double[] y = signal.nearest();
            double[] answer = solver.solve(dictionary, y, sparsity);
            int[] order = IntStream.range(0, truth.length)
                    .boxed()
                    .sorted((i, l) -> Double.compare(Math.abs(answer[l]), Math.abs(answer[i])))
                    .mapToInt(i -> i)
                    .toArray();
            int size = SparseCode.of(truth).sparsity();
            for (int k = 0; k < size; k++) {
                if (Math.signum(answer[order[k]]) != Math.signum(truth[order[k]])) {
                    return Optional.of("trial " + trial + ": entry " + order[k] + " is " + answer[order[k]]
                            + ", truth " + truth[order[k]]);
                }
            }
        }
        return Optional.empty();
    }

    private static double[] lista(Dictionary dictionary, double[] y, int sparsity, boolean wrongScale) {
        Matrix weights = weights(dictionary, wrongScale);
        ListaCp lista = new ListaCp(dictionary.matrix(), weights);
        double mut = MutualCoherence.of(dictionary).value().upper();
        double[] thresholds = new double[60];
        double error = sparsity * 9.0;
        for (int k = 0; k < thresholds.length; k++) {
            thresholds[k] = mut * error;
            error *= (2 * sparsity - 1) * mut;
        }
        return lista.run(y, thresholds);
    }

    private static Matrix weights(Dictionary dictionary, boolean wrongScale) {
        double[] entries = dictionary.matrix().toColumnMajor();
        for (int i = 0; i < dictionary.atoms(); i++) {
            double squared = dictionary.squaredNorm(i).nearest();
            for (int k = 0; k < dictionary.rows(); k++) {
                entries[i * dictionary.rows() + k] /= wrongScale ? 1 : squared;
            }
        }
        return Matrix.ofColumnMajor(dictionary.rows(), dictionary.atoms(), entries);
    }

    @Test
    void referenceSolversRecover() {
        assertEquals(Optional.empty(), recovers((d, y, s) -> BasisPursuit.minimiser(d, y).orElseThrow()));
        assertEquals(Optional.empty(), recovers((d, y, s) -> lista(d, y, s, false)));
        assertEquals(Optional.empty(),
                recovers((d, y, s) -> OrthogonalMatchingPursuit.code(d, RationalVector.of(y), s).nearest()));
        assertEquals(Optional.empty(), recovers(
                (d, y, s) -> ExhaustiveL0.codes(d, RationalVector.of(y), s, 1).found().get(0).nearest()));
    }

    @Test
    void wrongSolversAreRejected() {
        assertRejected("correlations instead of a minimiser", (d, y, s) -> {
            double[] correlations = new double[d.atoms()];
            Kernels.gemvTransposed(d.matrix().toColumnMajor(), 0, d.rows(), d.atoms(), y, 0, correlations, 0);
            return correlations;
        });
        assertRejected("dropped sign", (d, y, s) -> Arrays.stream(BasisPursuit.minimiser(d, y).orElseThrow())
                .map(Math::abs).toArray());
        assertRejected("one atom further", (d, y, s) -> {
            double[] right = BasisPursuit.minimiser(d, y).orElseThrow();
            double[] shifted = new double[right.length];
            Arrays.setAll(shifted, i -> right[(i + 1) % right.length]);
            return shifted;
        });
        assertRejected("weights without normalisation", (d, y, s) -> lista(d, y, s, true));
    }

    private static void assertRejected(String defect, Solver solver) {
        assertTrue(recovers(solver).isPresent(), defect);
    }
}
