package org.deepsparse.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the literal that the header of a .npy file is: a Python dictionary of strings, truth values, tuples
/// of whole numbers and lists, with comments behind `#` and line breaks where Python allows them.
///
/// Nothing else of Python is understood, and nothing is guessed: a string with a backslash, a number that is
/// no whole one or an expression is refused. So is a key that stands twice, where Python takes the last.
final class PythonLiteral {

    /// A list, whose entries are not looked at: that of a structured type.
    ///
    /// @param text as it stands in the literal
    record Listed(String text) {}

    /// A tuple of whole numbers.
    record Tuple(List<Long> numbers) {}

    /// 18 digits fit into a long.
    private static final int MOST_DIGITS = 18;

    private final String name;
    private final String text;
    private final boolean python2;
    private int at;

    private PythonLiteral(String name, String text, boolean python2) {
        this.name = name;
        this.text = text;
        this.python2 = python2;
    }

    /// @param name of the array, for messages
    /// @param python2 whether a number may end with `L`, as Python 2 wrote it
    /// @return for each key a String, a Boolean, a [Tuple] or a [Listed]
    /// @throws BadInput if the text is no such dictionary
    static Map<String, Object> dictionary(String name, String text, boolean python2) {
        PythonLiteral literal = new PythonLiteral(name, text, python2);
        if (text.indexOf(0) >= 0) {
            throw literal.fault("has a NUL, which no source of Python has");
        }
        literal.indentation();
        Map<String, Object> items = literal.items();
        literal.skip();
        if (literal.at < text.length()) {
            throw literal.fault("goes on behind its dictionary");
        }
        return items;
    }

    private Map<String, Object> items() {
        Map<String, Object> items = new LinkedHashMap<>();
        if (charAt(at) != '{') {
            throw fault("is no dictionary");
        }
        takes('{');
        while (!takes('}')) {
            String key = string();
            expect(':', "has no ':' behind a key");
            if (items.put(key, value()) != null) {
                throw new BadInput(name + ": the header has the key " + Quoted.text(key) + " twice");
            }
            if (!takes(',')) {
                expect('}', "has neither ',' nor '}' behind a value");
                break;
            }
        }
        return items;
    }

    private Object value() {
        skip();
        char c = next();
        if (c == '\'' || c == '"') {
            return string();
        }
        if (c == '(') {
            return tuple();
        }
        if (c == '[') {
            return list();
        }
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, at) && !Character.isLetterOrDigit(charAt(at + word.length()))) {
                at += word.length();
                return word.equals("True");
            }
        }
        throw fault("has a value that is no string, truth value, tuple or list");
    }

    private String string() {
        skip();
        char quote = next();
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        String inside = end < 0 ? "\\" : text.substring(at + 1, end);
        if (inside.chars().anyMatch(c -> c == '\\' || c < ' ')) {
            throw fault("has no plain string where one must stand");
        }
        at = end + 1;
        return inside;
    }

    /// `()`, `(3,)`, `(2, 3)`, `(2, 3,)`; `(3)` is a number in parentheses.
    private Tuple tuple() {
        expect('(', "has no tuple");
        List<Long> numbers = new ArrayList<>();
        boolean comma = true;
        while (!takes(')')) {
            int start = at;
            while (Character.digit(charAt(at), 10) >= 0) {
                at++;
            }
            if (!comma || at == start || at - start > MOST_DIGITS) {
                throw fault("has a shape that is no tuple of sizes");
            }
            if (charAt(start) == '0' && at - start > 1) {
                throw fault("has a size with a leading zero");
            }
            numbers.add(Long.parseLong(text.substring(start, at)));
            at += python2 && charAt(at) == 'L' ? 1 : 0;
            comma = takes(',');
            skip();
        }
        if (numbers.size() == 1 && !comma) {
            throw fault("has a shape that is no tuple of sizes");
        }
        return new Tuple(List.copyOf(numbers));
    }

    private Listed list() {
        int start = at;
        int depth = 0;
        do {
            char c = next();
            if (c == '\'' || c == '"') {
                string();
                continue;
            }
            depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
            at++;
        } while (depth > 0);
        return new Listed(text.substring(start, at));
    }

    /// Passes over what may stand in front of the dictionary: behind a line break, it would be indented.
    private void indentation() {
        while (charAt(at) == ' ' || charAt(at) == '\t') {
            at++;
        }
    }

    /// Passes over blanks, line breaks and comments. What else Unicode counts as a blank is none in Python.
    private void skip() {
        for (boolean comment = false; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean end = c == '\n' || c == '\r';
            comment = !end && (comment || c == '#');
            if (!comment && !end && c != ' ' && c != '\t' && c != '\f') {
                return;
            }
        }
    }

    private boolean takes(char c) {
        skip();
        boolean is = charAt(at) == c;
        at += is ? 1 : 0;
        if (is) {
            skip();
        }
        return is;
    }

    private void expect(char c, String fault) {
        if (!takes(c)) {
            throw fault(fault);
        }
    }

    private char next() {
        if (at >= text.length()) {
            throw fault("ends in the middle");
        }
        return text.charAt(at);
    }

    /// NUL behind the end.
    private char charAt(int place) {
        return place < text.length() ? text.charAt(place) : 0;
    }

    private BadInput fault(String what) {
        return new BadInput(name + ": the header " + what + ": " + Quoted.text(text.strip()));
    }
}
