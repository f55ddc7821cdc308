package org.deepsparse.dictionary;

import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The smallest and the largest atom norm, c and C. Statements about norm1 and energy need them: coherence alone is scale free.
///
/// @param smallestSquared c^2, exactly
/// @param largestSquared C^2, exactly
public record AtomNorms(Rational smallestSquared, Rational largestSquared) {

    public static AtomNorms of(Dictionary dictionary) {
        Rational smallest = dictionary.squaredNorm(0);
        Rational largest = smallest;
        for (int i = 1; i < dictionary.atoms(); i++) {
            Rational squared = dictionary.squaredNorm(i);
            smallest = squared.compareTo(smallest) < 0 ? squared : smallest;
            largest = squared.compareTo(largest) > 0 ? squared : largest;
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
