package org.deepsparse.kernel;

/// The factor by which norm2 scales its entries so that no square overflows and the square of the largest does not
/// underflow.
final class PowerOfTwoScale {

    private PowerOfTwoScale() {}

    /// 1 where squares are safe anyway (largest entry 0, or between 2^-400 and 2^400), else 2^-600 or 2^600: the
    /// largest scaled entry is in [2^-474, 2^424], the sum of up to 2^31 squares below 2^880. Scaling is exact but for
    /// entries so far below the largest that they do not matter ([ErrorBound#norm2]). NaN and infinities get 1 and are
    /// left to the arithmetic.
    static double of(double largest) {
        if (largest > 0x1p400 && largest < Double.POSITIVE_INFINITY) {
            return 0x1p-600;
        }
        return largest < 0x1p-400 && largest > 0 ? 0x1p600 : 1;
    }
}
