package org.deepsparse.io;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Comma-separated decimals, no header; `#` starts a comment, blank lines do not count. A decimal means the nearest double.
final class CsvFormat {

    private CsvFormat() {}

    static DenseArray parse(String name, byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(name + ": is no text");
        }
        List<double[]> rows = new ArrayList<>();
        int lineNumber = 0;
        for (String line : text.split("\\R", -1)) {
            lineNumber++;
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!content.isEmpty()) {
                double[] row = row(name, lineNumber, content);
                if (!rows.isEmpty() && rows.get(0).length != row.length) {
                    throw new BadInput(name + ": line " + lineNumber + " has " + row.length + " entries but the first row has "
                            + rows.get(0).length);
                }
                rows.add(row);
            }
        }
        int columns = rows.isEmpty() ? 0 : rows.get(0).length;
        double[] entries = new double[rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, entries, i * columns, columns);
        }
        return new DenseArray(name, new int[] {rows.size(), columns}, entries);
    }

    private static double[] row(String name, int lineNumber, String content) {
        String[] fields = content.split(",", -1);
        double[] row = new double[fields.length];
        for (int k = 0; k < fields.length; k++) {
            try {
                row[k] = new BigDecimal(fields[k].strip()).doubleValue();
            } catch (NumberFormatException e) {
                throw new BadInput(
                        name + ": line " + lineNumber + ", field " + (k + 1) + " is no number: '" + shortened(fields[k].strip()) + "'");
            }
        }
        return row;
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "...";
    }
}
