package org.deepsparse.cli;

import java.util.Locale;

/// A message as one line of a terminal, whatever it quotes.
///
/// A message may quote file names, recipes and options. What is in them must neither move the cursor nor look
/// like a line of its own, so characters that cannot be seen are shown as escapes such as `\u001b`. A long
/// message is cut in its middle: what is wrong stands at the end.
final class OneLine {

    private static final int HALF = 250;

    private OneLine() {}

    static String of(String message) {
        StringBuilder visible = new StringBuilder();
        String text = cut(message.strip());
        text.codePoints().forEach(c -> {
            if (isSeen(c)) {
                visible.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    visible.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
                }
            }
        });
        return visible.toString();
    }

    private static String cut(String text) {
        return text.length() <= 2 * HALF
                ? text
                : text.substring(0, HALF) + " ... " + text.substring(text.length() - HALF);
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
