package org.deepsparse.instance;

import java.math.BigInteger;
import java.util.regex.Pattern;

/// Reads the whole numbers of recipes, with one line for everything that can be wrong with one.
final class WholeNumber {

    private static final Pattern FORM = Pattern.compile("-?[0-9]+");

    /// As many as a long has.
    private static final int MOST_DIGITS = 19;

    private WholeNumber() {}

    /// @param what whose value it is, for the error
    /// @throws IllegalArgumentException if the text is no whole number, has more than 19 digits, or is not in
    ///     `least..most`
    static long parse(String what, String text, long least, long most) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " is '" + text + "', which is no whole number");
        }
        int digits = text.length() - (text.startsWith("-") ? 1 : 0);
        if (digits > MOST_DIGITS) {
            throw new IllegalArgumentException(what + " has " + digits + " digits; at most " + MOST_DIGITS);
        }
        BigInteger value = new BigInteger(text);
        if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new IllegalArgumentException(
                    what + " is " + value + " but it must be in " + least + ".." + most);
        }
        return value.longValue();
    }
}
