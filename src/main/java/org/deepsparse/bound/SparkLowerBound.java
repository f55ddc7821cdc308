package org.deepsparse.bound;

import java.util.Optional;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// Two lower bounds of the spark, from the Babel function (Tropp 2004) and from the mutual coherence (Donoho
/// & Elad 2003):
/// ```
/// spark >= min{k : mu1(k - 1) >= 1} >= 1 + 1/mu
/// ```
/// A spark is an integer, so both are rounded up to one. Proof: `proofs-notes/spark-bound.md`.
public final class SparkLowerBound {

    private SparkLowerBound() {}

    /// `1 + ceil(1/mu)`, exactly, from mu^2; +infinity for mu = 0.
    public static double byCoherence(Rational squaredCoherence) {
        return squaredCoherence.isZero()
                ? Double.POSITIVE_INFINITY
                : UniquenessCondition.ceilingOfReciprocal(squaredCoherence).doubleValue() + 1;
    }

    /// The smallest k with mu1(k - 1) >= 1, +infinity if there is none up to `atoms`.
    ///
    /// A comparison with 1 may stay open. Then the answer is an interval: from the first k for which
    /// mu1(k - 1) may reach 1 to the first for which it certainly does.
    public static Interval byBabel(BabelFunction babel, int atoms) {
        double first = Double.NaN;
        for (int k = 2; k <= atoms; k++) {
            Optional<Boolean> reaches = babel.reachesOne(k - 1);
            if (reaches.isEmpty() || reaches.get()) {
                first = Double.isNaN(first) ? k : first;
            }
            if (reaches.isPresent() && reaches.get()) {
                return Interval.of(first, k);
            }
        }
        return Interval.of(Double.isNaN(first) ? Double.POSITIVE_INFINITY : first, Double.POSITIVE_INFINITY);
    }
}
