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
    private int at;

    private PythonLiteral(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /// @param name of the array, for messages
    /// @return for each key a String, a Boolean, a [Tuple] or a [Listed]
    /// @throws BadInput if the text is no such dictionary
    static Map<String, Object> dictionary(String name, String text) {
        PythonLiteral literal = new PythonLiteral(name, text);
        Map<String, Object> items = literal.items();
        literal.skip();
        if (literal.at < text.length()) {
            throw literal.fault("goes on behind its dictionary");
        }
        return items;
    }

    private Map<String, Object> items() {
        Map<String, Object> items = new LinkedHashMap<>();
        expect('{', "is no dictionary");
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

    /// `()`, `(3,)`, `(2, 3)`, `(2, 3,)`; `(3)` is a number in parentheses. Python 2 wrote `3L`.
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
            numbers.add(Long.parseLong(text.substring(start, at)));
            at += charAt(at) == 'L' ? 1 : 0;
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

    /// Passes over blanks, line breaks and comments.
    private void skip() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                at++;
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
