package org.deepsparse.io;

import java.util.function.Supplier;

/// Decimals in text files.
final class Decimal {

    private Decimal() {}

    /// The binary64 number nearest to a decimal such as `-2.5e-3`, ties to even. Digits are those of ASCII;
    /// neither NaN nor infinity, nor a type suffix, nor a hexadecimal number is a decimal.
    ///
    /// @param place where the text stands, for the message
    /// @throws BadInput if the text is no decimal, or its nearest number is infinite
    static double nearest(String text, Supplier<String> place) {
        double value;
        try {
            if (!text.chars().allMatch(Decimal::belongs)) {
                throw new NumberFormatException();
            }
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInput(place.get() + " is no number: " + Quoted.text(text));
        }
        if (Double.isInfinite(value)) {
            throw new BadInput(place.get() + " is beyond the range of binary64: " + Quoted.text(text));
        }
        return value;
    }

    /// What this leaves out is what `Double.parseDouble` reads besides decimals: `NaN`, `Infinity`, `0x1p3`,
    /// `1d`.
    private static boolean belongs(int c) {
        return (c >= '0' && c <= '9') || c == '.' || c == '+' || c == '-' || c == 'e' || c == 'E';
    }
}
