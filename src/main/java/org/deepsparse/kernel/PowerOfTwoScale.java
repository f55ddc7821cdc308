package org.deepsparse.kernel;

/// The factor by which norm2 scales its entries so that no square overflows and the largest does not underflow.
final class PowerOfTwoScale {

    private PowerOfTwoScale() {}

    /// 1 where squares are safe anyway (between 2^-400 and 2^400), else 2^-600 or 2^600; exact except for entries that do not matter
    /// beside the largest. NaN and infinities are left to the arithmetic.
    static double of(double largest) {
        if (largest > 0x1p400 && largest < Double.POSITIVE_INFINITY) {
            return 0x1p-600;
        }
        return largest < 0x1p-400 && largest > 0 ? 0x1p600 : 1;
    }
}
