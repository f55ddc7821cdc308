package org.deepsparse.dictionary;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.MathArrays;
import org.deepsparse.exact.Budget;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.ModularElimination;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalMatrix;
import org.deepsparse.exact.RationalSimplex;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.kernel.Kernels;
import org.deepsparse.linalg.LeastNorm1;
import org.deepsparse.linalg.Matrix;

/// Generalized mutual coherence `mut(D) = min_W max_{i != l} abs(w_i^T d_l)` over W with `w_i^T d_i = 1`
/// (Chen, Liu, Wang, Yin 2018), enclosed, with weights that attain it up to rounding.
///
/// Not scale free. It falls apart into one program an atom, whose dual is basis pursuit: `mut = max_i mut_i`,
/// `1/mut_i = min norm1(z)` over the ways `d_i = sum_{l != i} z_l d_l` to write an atom by the others, and
/// mut_i = 0 where there is no way. So each such z proves a lower bound and each W an upper one, whatever the
/// floating-point solver did: z is solved for again, exactly, on the support that the solver found, and the
/// products of W are enclosed.
///
/// Of all optimal W the one with the least norm1 of each w_i is asked for (a second program an atom), because
/// noise enters the thresholds through it. **Cost** two linear programs an atom, of m x 2n and 2n x 2m, and
/// one exact m x m system.
///
/// Where these ends do not meet within 1e-9, relatively, the programs that matter are solved again in
/// rationals.
///
/// @param value encloses mut(D); the lower end is 0 where no exact z was found
/// @param weights W in doubles
public record GeneralizedCoherence(Interval value, AnalysisWeights weights) {

    /// How many atoms are tried for a lower bound, the most promising first: one is enough unless the solver
    /// misled.
    private static final int PROOFS = 4;

    /// An enclosure at most this wide, relatively, counts as decided.
    private static final double DECIDED = 1e-9;

    public static GeneralizedCoherence of(Dictionary dictionary) {
        return of(dictionary, Budget.unlimited());
    }

    /// As far as the budget allows: atoms that it does not reach keep the weights of
    /// [AnalysisWeights#scaled], and enclosures that are not tight are made exact one atom after the other.
    /// A floating-point program costs as many steps as subsets of m atoms take as long
    /// ([DependenceSearch]).
    public static GeneralizedCoherence of(Dictionary dictionary, Budget budget) {
        return proposed(dictionary, budget).tightened(dictionary, budget);
    }

    /// Weights in doubles, proposed by the floating-point programs alone.
    static AnalysisWeights weights(Dictionary dictionary) {
        return proposed(dictionary, Budget.unlimited()).weights();
    }

    private static GeneralizedCoherence proposed(Dictionary dictionary, Budget budget) {
        boolean independent = isIndependent(dictionary);
        int reached = independent ? dictionary.atoms() : reached(dictionary, budget);
        Programs programs = new Programs(dictionary);
        List<Representation> representations = IntStream.range(0, independent ? 0 : reached)
                .parallel()
                .filter(i -> !budget.isStopped())
                .mapToObj(programs::shortest)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Representation::norm1))
                .toList();
        double lower = representations.stream()
                .limit(PROOFS)
                .mapToDouble(representation -> representation.lowerBound(dictionary))
                .max()
                .orElse(0);
        double level = Math.max(lower, representations.isEmpty() ? 0 : 1 / representations.get(0).norm1);
        AnalysisWeights simple = AnalysisWeights.scaled(dictionary);
        double[] entries = IntStream.range(0, dictionary.atoms())
                .parallel()
                .mapToObj(i -> (i < reached && !budget.isStopped()
                        ? programs.leastWeight(i, level)
                        : Optional.<double[]>empty()).orElseGet(() -> simple.matrix().column(i)))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        AnalysisWeights weights = AnalysisWeights.of(dictionary,
                Matrix.ofColumnMajor(dictionary.rows(), dictionary.atoms(), entries));
        AnalysisWeights best = weights.feasibleCoherence() <= simple.feasibleCoherence() ? weights : simple;
        return new GeneralizedCoherence(
                independent ? Interval.ZERO : new Interval(lower, best.feasibleCoherence()), best);
    }

    /// For how many atoms the budget pays two programs of up to 2n rows.
    private static int reached(Dictionary dictionary, Budget budget) {
        double n = dictionary.atoms();
        double subset = (double) dictionary.rows() * dictionary.rows();
        long cost = 1 + (long) Math.min(0x1p62, 16 * n * n * n / subset);
        int reached = (int) Math.min(dictionary.atoms(), budget.left() / cost);
        budget.take(reached == dictionary.atoms() ? reached * cost : budget.left());
        return reached;
    }

    /// Solves exactly, in rationals, the programs of those atoms whose weights do not prove that they stay
    /// below the lower end.
    private GeneralizedCoherence tightened(Dictionary dictionary, Budget budget) {
        if (isDecided()) {
            return this;
        }
        Interval tight = Interval.of(value.lower());
        for (int i = 0; i < dictionary.atoms(); i++) {
            Interval one = Interval.of(0, upper(dictionary, i));
            if (one.upper() > tight.lower() * (1 + DECIDED / 2)) {
                Optional<Interval> exact = exactly(dictionary, i, budget);
                one = exact.orElse(one);
            }
            tight = tight.max(one);
        }
        return new GeneralizedCoherence(
                new Interval(tight.lower(), Math.max(tight.lower(), Math.min(tight.upper(), value.upper()))),
                weights);
    }

    /// What the weights of atom i prove of mut_i.
    private double upper(Dictionary dictionary, int i) {
        double[] weight = weights.matrix().column(i);
        Interval own = AnalysisWeights.dot(weight, dictionary.atom(i));
        if (own.lower() <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double largest = 0;
        for (int l = 0; l < dictionary.atoms(); l++) {
            if (l != i) {
                Interval other = AnalysisWeights.dot(weight, dictionary.atom(l)).abs();
                largest = Math.max(largest, other.dividedBy(own).upper());
            }
        }
        return largest;
    }

    /// mut_i by its dual, `min norm1(z)`, in rationals; empty if the budget ends before.
    private static Optional<Interval> exactly(Dictionary dictionary, int i, Budget budget) {
        List<RationalVector> columns = IntStream.range(0, dictionary.atoms())
                .filter(l -> l != i)
                .mapToObj(dictionary::exactAtom)
                .flatMap(atom -> Stream.of(atom, atom.negate()))
                .toList();
        Rational[] ones = new Rational[columns.size()];
        Arrays.fill(ones, Rational.ONE);
        Optional<RationalSimplex.Optimum> optimum = RationalSimplex.minimise(
                RationalMatrix.ofColumns(dictionary.rows(), columns), dictionary.exactAtom(i),
                RationalVector.of(ones), budget);
        if (optimum.isEmpty() && budget.isSpent()) {
            return Optional.empty();
        }
        return Optional.of(optimum.map(shortest -> Rational.ONE.dividedBy(shortest.value()).enclosure())
                .orElse(Interval.ZERO));
    }

    /// Whether the enclosure is tight: wider ones are what the budget left, or too long for it.
    public boolean isDecided() {
        return value.upper() == 0 || value.upper() <= value.lower() * (1 + DECIDED);
    }

    private static boolean isIndependent(Dictionary dictionary) {
        return dictionary.atoms() <= dictionary.rows()
                && ModularElimination.PRIMES.stream().anyMatch(prime -> {
                    ModularElimination elimination = new ModularElimination(dictionary.rows(),
                            dictionary.atoms(),
                            prime);
                    return IntStream.range(0, dictionary.atoms())
                            .allMatch(i -> elimination.push(elimination.residues(dictionary.atom(i))));
                });
    }

    /// `d_i ~ sum_l z_l d_l` as the solver gave it.
    ///
    /// @param atoms the l with z_l != 0
    private record Representation(int atom, int[] atoms, double norm1) {

        /// `1/norm1(z)`, downward, for the exact z on these atoms; 0 if they do not represent d_i.
        double lowerBound(Dictionary dictionary) {
            RationalMatrix columns = dictionary.exact(atoms);
            if (columns.rank() < atoms.length) {
                return 0;
            }
            return columns.solve(dictionary.exactAtom(atom))
                    .map(z -> Rational.ONE.dividedBy(z.norm1()).enclosure().lower())
                    .orElse(0.0);
        }
    }

    /// The linear programs of one dictionary, in units in which its largest entry lies in [1, 2): solvers
    /// have absolute tolerances.
    private static final class Programs {

        private final double unit;
        private final double[][] atoms;
        private final double[][] rows;

        Programs(Dictionary dictionary) {
            double largest = Arrays.stream(dictionary.matrix().toColumnMajor()).map(Math::abs).max()
                    .orElse(1);
            unit = Math.scalb(1.0, -Math.getExponent(largest));
            atoms = new double[dictionary.atoms()][];
            Arrays.setAll(atoms, l -> times(dictionary.atom(l), unit));
            rows = dictionary.matrix().toRows();
            Arrays.setAll(rows, k -> times(rows[k], unit));
        }

        private static double[] times(double[] vector, double factor) {
            return Arrays.stream(vector).map(entry -> entry * factor).toArray();
        }

        /// `min norm1(z)` subject to `sum_l z_l d_l = d_i`, z_i = 0.
        Optional<Representation> shortest(int i) {
            double[][] others = new double[rows.length][];
            Arrays.setAll(others, k -> rows[k].clone());
            for (double[] row : others) {
                row[i] = 0;
            }
            return LeastNorm1.solution(others, atoms[i], atoms[i]).map(z -> {
                int[] used = IntStream.range(0, z.length).filter(l -> l != i && z[l] != 0).toArray();
                return new Representation(i, used, Kernels.norm1(z, 0, z.length));
            });
        }

        /// `min norm1(w)` subject to `w^T d_i = 1`, `abs(w^T d_l) <= level`; divided by the computed w^T d_i.
        Optional<double[]> leastWeight(int i, double level) {
            double[] lower = new double[atoms.length];
            double[] upper = new double[atoms.length];
            Arrays.fill(lower, -level);
            Arrays.fill(upper, level);
            lower[i] = 1;
            upper[i] = 1;
            return LeastNorm1.solution(atoms, lower, upper)
                    .map(w -> times(w, unit / MathArrays.linearCombination(w, atoms[i])))
                    .filter(w -> Arrays.stream(w).allMatch(Double::isFinite));
        }
    }
}
