package org.deepsparse.dictionary;

import java.util.Arrays;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.linalg.Matrix;

/// Analysis weights W for a dictionary A, meant to be feasible (`w_i^T a_i = 1`), with what convergence
/// bounds need of them.
///
/// Stored in doubles, W is feasible only up to rounding: `infeasibility` says how far it is off, and bounds
/// account for it. The literature writes the coherence of the best W as the generalized mutual coherence; any
/// W here gives an upper bound of it.
///
/// @param matrix W, m x n
/// @param coherence encloses mut_W = max abs(w_i^T a_l), i != l
/// @param infeasibility encloses delta = max abs(w_i^T a_i - 1)
/// @param norm1 om1 >= max_i norm1(w_i)
/// @param normInf omInf = max_i normInf(w_i)
/// @param dictionaryNorm at least the operator norm of A from inf to inf, the largest norm1 of a row
public record AnalysisWeights(
        Matrix matrix, Interval coherence, Interval infeasibility, double norm1, double normInf,
        double dictionaryNorm) {

    /// `w_i = a_i / norm2(a_i)^2`, each entry correctly rounded: mut_W = mu for equal atom norms, at most mu
    /// C/c in general.
    public static AnalysisWeights scaled(Dictionary dictionary) {
        int m = dictionary.rows();
        double[] weights = dictionary.matrix().toColumnMajor();
        for (int i = 0; i < dictionary.atoms(); i++) {
            Rational squared = dictionary.squaredNorm(i);
            Interval enclosure = squared.enclosure();
            for (int k = i * m; k < (i + 1) * m; k++) {
                weights[k] = enclosure.isPoint() // then one division of doubles rounds correctly
                        ? weights[k] / enclosure.lower()
                        : Rational.of(weights[k]).dividedBy(squared).nearest();
            }
        }
        return of(dictionary, Matrix.ofColumnMajor(m, dictionary.atoms(), weights));
    }

    /// Those of [GeneralizedCoherence]: mut_W = mut up to rounding, and of these the least norms.
    public static AnalysisWeights optimal(Dictionary dictionary) {
        return GeneralizedCoherence.weights(dictionary);
    }

    /// @throws IllegalArgumentException if W has not the shape of the dictionary
    public static AnalysisWeights of(Dictionary dictionary, Matrix weights) {
        if (weights.rows() != dictionary.rows() || weights.columns() != dictionary.atoms()) {
            throw new IllegalArgumentException(
                    "dictionary is " + dictionary.rows() + " x " + dictionary.atoms() + " but weights are "
                            + weights.rows() + " x " + weights.columns());
        }
        int n = dictionary.atoms();
        Interval coherence = Interval.ZERO;
        Interval infeasibility = Interval.ZERO;
        double norm1 = 0;
        double normInf = 0;
        for (int i = 0; i < n; i++) {
            double[] weight = weights.column(i);
            for (int l = 0; l < n; l++) {
                Interval product = dot(weight, dictionary.atom(l));
                if (i == l) {
                    infeasibility = infeasibility.max(product.minus(Interval.ONE).abs());
                } else {
                    coherence = coherence.max(product.abs());
                }
            }
            norm1 = Math.max(norm1, norm1(weight));
            normInf = Math.max(normInf, Arrays.stream(weight).map(Math::abs).max().orElse(0));
        }
        double dictionaryNorm = 0;
        for (int k = 0; k < dictionary.rows(); k++) {
            double[] row = new double[n];
            for (int l = 0; l < n; l++) {
                row[l] = dictionary.matrix().get(k, l);
            }
            dictionaryNorm = Math.max(dictionaryNorm, norm1(row));
        }
        return new AnalysisWeights(weights, coherence, infeasibility, norm1, normInf, dictionaryNorm);
    }

    /// Upper bound of the coherence of the feasible weights `w_i/(w_i^T a_i)`, hence of the generalized
    /// mutual coherence; infinite where W is too far off.
    double feasibleCoherence() {
        Interval product = Interval.ONE.minus(infeasibility);
        return product.lower() > 0
                ? Interval.of(coherence.upper()).dividedBy(Interval.of(product.lower())).upper()
                : Double.POSITIVE_INFINITY;
    }

    /// `max_i abs(w_i^T e)`, upward: the noise that an error e of the signal puts in front of the threshold.
    public double response(RationalVector error) {
        double largest = 0;
        for (int i = 0; i < matrix.columns(); i++) {
            Rational product = RationalVector.of(matrix.column(i)).dot(error).abs();
            largest = Math.max(largest, product.enclosure().upper());
        }
        return largest;
    }

    /// A number with the exact sign of `1 - (2s - 1) mut - 2 s delta`, the margin of contraction for sparsity
    /// s.
    public Interval contractionMargin(Dictionary dictionary, int sparsity) {
        Interval margin = Interval.ONE
                .minus(coherence.times(2.0 * sparsity - 1))
                .minus(infeasibility.times(2.0 * sparsity));
        return margin.lower() > 0 || margin.upper() <= 0
                ? margin
                : exactMargin(dictionary, sparsity).enclosure();
    }

    private Rational exactMargin(Dictionary dictionary, long sparsity) {
        Rational largest = Rational.ZERO;
        Rational off = Rational.ZERO;
        for (int i = 0; i < dictionary.atoms(); i++) {
            RationalVector weight = RationalVector.of(matrix.column(i));
            for (int l = 0; l < dictionary.atoms(); l++) {
                Rational product = weight.dot(dictionary.exactAtom(l));
                if (i == l) {
                    off = max(off, product.minus(Rational.ONE).abs());
                } else {
                    largest = max(largest, product.abs());
                }
            }
        }
        return Rational.ONE.minus(largest.times(2 * sparsity - 1)).minus(off.times(2 * sparsity));
    }

    private static Rational max(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static Interval dot(double[] a, double[] b) {
        Interval sum = Interval.ZERO;
        for (int k = 0; k < a.length; k++) {
            sum = sum.plus(Interval.of(a[k]).times(b[k]));
        }
        return sum;
    }

    /// Upward.
    private static double norm1(double[] vector) {
        Interval sum = Interval.ZERO;
        for (double entry : vector) {
            sum = sum.plus(Interval.of(Math.abs(entry)));
        }
        return sum.upper();
    }
}
