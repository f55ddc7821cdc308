package org.deepsparse.io;

import java.util.Locale;

/// Foreign text inside a message.
final class Quoted {

    private static final int LONGEST = 40;

    private Quoted() {}

    /// The visible text between apostrophes.
    static String text(String text) {
        return "'" + visible(text) + "'";
    }

    /// The text, cut after 40 characters. Whatever is not a visible ASCII character is written as an escape,
    /// such as `\u00a0` for a space that looks like any other: a reader must see why `1\u00a0` is no number.
    static String visible(String text) {
        StringBuilder quoted = new StringBuilder();
        for (char c : text.substring(0, Math.min(text.length(), LONGEST)).toCharArray()) {
            if (c < ' ' || c > '~') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c == '\'' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return quoted.append(text.length() > LONGEST ? "..." : "").toString();
    }
}
