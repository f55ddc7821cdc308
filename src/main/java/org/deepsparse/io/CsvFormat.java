package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Comma-separated decimals in UTF-8: a matrix, one row a line. A decimal means the nearest binary64 number.
///
/// `#` starts a comment, blank lines do not count, lines end as on any system, and a byte order mark is
/// dropped. The first line may name the columns: then all of its fields start with a letter, an underscore or
/// a quotation mark.
final class CsvFormat implements ArrayFormat.OfOneArray {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    /// Words for what is no number here. A line of them is a row with faulty entries and no line of names.
    private static final Set<String> NOT_NAMES = Set.of("nan", "inf", "infinity", "na", "null");

    @Override
    public NdArray read(String name, InputStream in, long length, EntryLimit limit) throws IOException {
        // This decoder reports what is no UTF-8. One that a reader makes from the charset would replace it.
        LineNumberReader lines = new LineNumberReader(
                new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        EntryBuffer entries = new EntryBuffer(name, limit);
        int columns = -1;
        int first = 0;
        int rows = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String content = content(line, lines.getLineNumber());
            if (content.isEmpty()) {
                continue;
            }
            String[] fields = content.split(",", -1);
            boolean isHeader = columns < 0 && Arrays.stream(fields).allMatch(field -> isName(field.strip()));
            if (columns < 0) {
                columns = fields.length;
                first = lines.getLineNumber();
            }
            if (fields.length != columns) {
                throw new BadInput(name + ": line " + lines.getLineNumber() + " has " + fields.length
                        + " fields but the first, line " + first + ", has " + columns);
            }
            if (!isHeader) {
                rows++;
                add(name, lines.getLineNumber(), fields, entries);
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
        if (fields.length == 1 && fields[0].indexOf(';') >= 0) {
            throw new BadInput(
                    name + ": line " + line + " has semicolons, but fields are separated by commas");
        }
        for (int k = 0; k < fields.length; k++) {
            int field = k + 1;
            entries.add(
                    Decimal.nearest(fields[k].strip(), () -> name + ": line " + line + ", field " + field));
        }
    }

    private static boolean isName(String field) {
        char start = field.isEmpty() ? ',' : field.charAt(0);
        return (Character.isLetter(start) || start == '_' || start == '"')
                && !NOT_NAMES.contains(field.toLowerCase(Locale.ROOT));
    }
}
