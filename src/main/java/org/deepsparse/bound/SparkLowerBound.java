package org.deepsparse.bound;

import java.util.Optional;
import org.deepsparse.dictionary.BabelFunction;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The lower bounds `spark >= min{k : mu1(k - 1) >= 1} >= 1 + 1/mu` (Tropp 2004; Donoho & Elad 2003), rounded
/// up to the integer that the spark is.
public final class SparkLowerBound {

    private SparkLowerBound() {}

    /// `ceil(1 + 1/mu)`, exactly; +infinity for mu = 0.
    public static double byCoherence(Rational squaredCoherence) {
        return squaredCoherence.isZero()
                ? Double.POSITIVE_INFINITY
                : UniquenessCondition.ceilingOfReciprocal(squaredCoherence).doubleValue() + 1;
    }

    /// The smallest k with mu1(k - 1) >= 1, +infinity if there is none up to `atoms`. Where a comparison with
    /// 1 stays open, the enclosure starts there: it is at least the first k that may reach 1 and at most the
    /// first that does.
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
