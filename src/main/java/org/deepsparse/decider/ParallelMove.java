package org.deepsparse.decider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Rational;
import org.deepsparse.verdict.Evidence;

/// Makes two atoms parallel, exactly, by moving each nonzero entry by at most half an ulp, or finds that this
/// is impossible.
///
/// Parallel atoms have the same nonzero rows, and `abs(a_k) = c abs(b_k)` for one c > 0. In row k the moves
/// leave c between `(abs(a_k) - h_k)/(abs(b_k) + g_k)` and `(abs(a_k) + h_k)/(abs(b_k) - g_k)`, with h and g
/// the half ulps, which are smaller than the entries. So it is possible where these ranges have a c in
/// common.
final class ParallelMove {

    private ParallelMove() {}

    /// The moved entries; empty if there are none that make the pair parallel.
    static Optional<List<RoundedSparsity.Moved>> of(Dictionary dictionary, Evidence.Pair pair) {
        double[] a = dictionary.atom(pair.first());
        double[] b = dictionary.atom(pair.second());
        double sign = 0;
        Optional<Rational> least = Optional.empty();
        Optional<Rational> most = Optional.empty();
        for (int k = 0; k < a.length; k++) {
            if ((a[k] == 0) != (b[k] == 0)) {
                return Optional.empty();
            }
            if (a[k] != 0) {
                double here = Math.signum(a[k]) * Math.signum(b[k]);
                if (sign != 0 && sign != here) {
                    return Optional.empty();
                }
                sign = here;
                Rational from = size(a[k], -1).dividedBy(size(b[k], 1));
                Rational to = size(a[k], 1).dividedBy(size(b[k], -1));
                least = Optional.of(least.filter(bound -> bound.compareTo(from) > 0).orElse(from));
                most = Optional.of(most.filter(bound -> bound.compareTo(to) < 0).orElse(to));
            }
        }
        Rational low = least.orElseThrow();
        Rational high = most.orElseThrow();
        if (low.compareTo(high) > 0) {
            return Optional.empty();
        }
        Rational ratio = low.plus(high).times(Rational.of(1, 2)).times((long) sign);
        List<RoundedSparsity.Moved> moved = new ArrayList<>();
        for (int k = 0; k < a.length; k++) {
            Rational first = clamped(Rational.of(b[k]).times(ratio), a[k]);
            add(moved, k, pair.first(), first, a[k]);
            add(moved, k, pair.second(), first.dividedBy(ratio), b[k]);
        }
        return Optional.of(List.copyOf(moved));
    }

    private static Rational size(double entry, int side) {
        return Rational.of(entry).abs().plus(MovedAtoms.halfUlp(entry).times(side));
    }

    /// The number next to `value` that the entry can become.
    private static Rational clamped(Rational value, double entry) {
        Rational lower = Rational.of(entry).minus(MovedAtoms.halfUlp(entry));
        Rational upper = Rational.of(entry).plus(MovedAtoms.halfUlp(entry));
        if (value.compareTo(lower) < 0) {
            return lower;
        }
        return value.compareTo(upper) > 0 ? upper : value;
    }

    private static void add(List<RoundedSparsity.Moved> moved, int row, int atom, Rational value,
            double entry) {
        if (!value.equals(Rational.of(entry))) {
            moved.add(new RoundedSparsity.Moved(row, atom, value));
        }
    }
}
