package org.deepsparse.dictionary;

import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.Kernels;

/// The smallest and the largest atom norm, c and C. Statements about norm1 and energy need them: coherence
/// alone is scale free.
///
/// @param smallestSquared c^2, exactly
/// @param largestSquared C^2, exactly
public record AtomNorms(Rational smallestSquared, Rational largestSquared) {

    /// Up to this many rows gamma is far below 1/100, so three of them cover two norms' errors and the
    /// products here.
    private static final int LARGEST_TRUSTED = 1 << 30;

    /// Exact norms of all atoms whose computed norm is within rounding of the smallest or largest computed
    /// one; **cost** m n flops and the exact work on those.
    public static AtomNorms of(Dictionary dictionary) {
        int rows = dictionary.rows();
        double[] computed = new double[dictionary.atoms()];
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 0; i < computed.length; i++) {
            computed[i] = Kernels.norm2(dictionary.atom(i), 0, rows);
            least = Math.min(least, computed[i]);
            most = Math.max(most, computed[i]);
        }
        // each computed norm is within gamma_{m+4} of the exact one, relatively, where nothing is subnormal
        // or overflows
        boolean trusted = least > 0x1p-900 && most < 0x1p900 && rows < LARGEST_TRUSTED;
        double window = trusted ? 3 * ErrorBound.gammaUp(rows + 4L) : Double.POSITIVE_INFINITY;
        Rational smallest = Rational.ZERO;
        Rational largest = Rational.ZERO;
        for (int i = 0; i < computed.length; i++) {
            if (!trusted || computed[i] <= least * (1 + window) || computed[i] >= most * (1 - window)) {
                Rational squared = dictionary.squaredNorm(i);
                smallest = smallest.isZero() || squared.compareTo(smallest) < 0 ? squared : smallest;
                largest = squared.compareTo(largest) > 0 ? squared : largest;
            }
        }
        return new AtomNorms(smallest, largest);
    }

    public Interval smallest() {
        return smallestSquared.sqrtEnclosure();
    }

    public Interval largest() {
        return largestSquared.sqrtEnclosure();
    }
}
