package org.deepsparse.activation;

import org.deepsparse.exact.Interval;

/// An activation rho : R -> R with rho(0) = 0, applied entry by entry, as far as enclosures can tell.
///
/// The *lower Lipschitz constant* l is the largest number with `abs(rho(a) - rho(b)) >= l abs(a - b)` for all
/// a, b. Those that allow exact evaluation are [PiecewiseLinear].
public interface Activation {

    /// Encloses rho(t) for every t of the interval.
    Interval enclosure(Interval t);

    /// Encloses l.
    Interval lowerLipschitz();

    boolean isContinuous();

    /// Continuous with l > 0: a bijection of R.
    default boolean isBijective() {
        return isContinuous() && lowerLipschitz().lower() > 0;
    }

    /// The text form, as recipes have it: `identity`, `leaky(1/8)`.
    String text();
}
