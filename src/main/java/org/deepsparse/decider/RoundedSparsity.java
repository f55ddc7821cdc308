package org.deepsparse.decider;

import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.bound.WelchLowerBound;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// Whether the guaranteed sparsity hangs on the rounding of the stored entries.
///
/// Let every entry move by at most half an ulp, that is by at most h times its size (h = 2^-53 for normal
/// numbers; zeros stay). Then inner products move by at most (2h + h^2) norm2 norm2 and norms by a factor in
/// [1 - h, 1 + h], so the coherence stays in `[(mu - 2h - h^2)/(1 + h)^2, (mu + 2h + h^2)/(1 - h)^2]`, and
/// never below the Welch bound. If both ends guarantee the same sparsity, rounding does not matter.
public final class RoundedSparsity {

    private RoundedSparsity() {}

    public static boolean hangsOnRounding(Dictionary dictionary, Rational squaredCoherence) {
        Interval h = Interval.of(halfUlp(dictionary));
        Interval drift = h.times(2).plus(h.square());
        Interval mu = squaredCoherence.sqrtEnclosure();
        double lower = mu.minus(drift).dividedBy(Interval.ONE.plus(h).square()).lower();
        double upper = mu.plus(drift).dividedBy(Interval.ONE.minus(h).square()).upper();
        Rational least = Rational.of(Math.max(lower, 0)).square();
        Rational welch = WelchLowerBound.squared(dictionary.rows(), dictionary.atoms());
        least = least.compareTo(welch) < 0 ? welch : least;
        int most = UniquenessCondition.largestSparsity(least, dictionary.atoms());
        return most != UniquenessCondition.largestSparsity(Rational.of(upper).square(), dictionary.atoms());
    }

    /// The largest half ulp of a nonzero entry relative to the entry: 2^-53 unless there are subnormal ones,
    /// and never above 1/2.
    private static double halfUlp(Dictionary dictionary) {
        double largest = Interval.UNIT_ROUNDOFF;
        for (int j = 0; j < dictionary.atoms(); j++) {
            for (double entry : dictionary.atom(j)) {
                if (entry != 0 && Math.abs(entry) < Double.MIN_NORMAL) {
                    largest = Math.max(largest, Interval.of(Double.MIN_VALUE)
                            .dividedBy(Interval.of(2 * Math.abs(entry))).upper());
                }
            }
        }
        return largest;
    }
}
