package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Comma-separated decimals in UTF-8: a matrix, one row a line. A decimal means the nearest binary64 number.
///
/// `#` starts a comment, blank lines do not count, lines end as on any system, and a byte order mark is
/// dropped. The first line may name the columns: then all of its fields start with a letter or an underscore,
/// perhaps behind a quotation mark. A number in quotation marks is no name, and no number either: dropping it
/// as a name would lose a row.
final class CsvFormat implements ArrayFormat.OfOneArray {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /// Words for what is no number here. A line of them is a row with faulty entries and no line of names.
    private static final Set<String> NOT_NAMES = Set.of("nan", "inf", "infinity", "na", "n/a", "null", "nil",
            "none", "nothing", "missing", "true", "false");

    @Override
    public NdArray read(String name, InputStream in, long length, EntryLimit limit) throws IOException {
        Lines lines = new Lines(name, in);
        EntryBuffer entries = new EntryBuffer(name, limit);
        int columns = -1;
        int first = 0;
        int rows = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            String content = content(line, lines.number());
            if (content.isEmpty()) {
                continue;
            }
            String[] fields = content.split(",", -1);
            boolean isHeader = columns < 0 && Arrays.stream(fields).allMatch(field -> isName(field.strip()));
            if (columns < 0) {
                columns = fields.length;
                first = lines.number();
            }
            if (fields.length != columns) {
                throw new BadInput(name + ": line " + lines.number() + " has " + fields.length
                        + " fields but the first, line " + first + ", has " + columns);
            }
            if (!isHeader) {
                rows++;
                add(name, lines.number(), fields, entries);
            }
        }
        return NdArray.adopt(name, Shape.claimed(name, limit, rows, Math.max(0, columns)), entries.toArray());
    }

    private static String content(String line, int number) {
        int start = number == 1 && line.indexOf(BYTE_ORDER_MARK) == 0 ? 1 : 0;
        int comment = line.indexOf('#');
        return line.substring(start, comment < 0 ? line.length() : comment).strip();
    }

    private static void add(String name, int line, String[] fields, EntryBuffer entries) {
        for (int k = 0; k < fields.length; k++) {
            int field = k + 1;
            String text = fields[k].strip();
            String separators = otherSeparators(text);
            if (!separators.isEmpty()) {
                throw new BadInput(name + ": line " + line + " has " + separators
                        + ", but fields are separated by commas");
            }
            entries.add(Decimal.nearest(text, () -> name + ": line " + line + ", field " + field));
        }
    }

    /// What separates fields in files of other kinds, if it stands inside of this field; no number has it.
    private static String otherSeparators(String field) {
        if (field.indexOf(';') >= 0) {
            return "semicolons";
        }
        return field.indexOf('\t') >= 0 ? "tabs" : field.indexOf(' ') >= 0 ? "blanks" : "";
    }

    private static boolean isName(String field) {
        String inside = field.startsWith("\"") ? field.substring(1) : field;
        char start = inside.isEmpty() ? ',' : inside.charAt(0);
        return (Character.isLetter(start) || start == '_')
                && !NOT_NAMES.contains(inside.replaceFirst("\"$", "").toLowerCase(Locale.ROOT));
    }
}
