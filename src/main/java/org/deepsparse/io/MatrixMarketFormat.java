package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The Matrix Market exchange format: a matrix as an array (all entries, column by column) or in coordinates
/// (entries that are not given are zero), of real or integer numbers or, in coordinates, as a pattern of
/// ones; general, symmetric or skew-symmetric. A decimal means the nearest binary64 number.
///
/// A matrix with a symmetry is given by its lower triangle, a skew-symmetric one without the diagonal, which
/// is zero. An entry outside that triangle, or given twice, is an error.
///
/// **Source** R. F. Boisvert, R. Pozo, K. A. Remington, The Matrix Market Exchange Formats: Initial Design,
/// NISTIR 5935, 1996.
final class MatrixMarketFormat implements ArrayFormat.OfOneArray {

    @Override
    public NdArray read(String name, InputStream in, long length, EntryLimit limit) throws IOException {
        return new Reading(name, in, length, limit).array();
    }

    /// One pass over the lines of a file.
    private static final class Reading {

        private static final String COORDINATE = "coordinate";
        private static final String GENERAL = "general";
        private static final String SKEW_SYMMETRIC = "skew-symmetric";
        private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");
        private static final Pattern COUNT = Pattern.compile("[0-9]{1,18}"); // fits into a long

        private final String name;
        private final Lines lines;
        private final long length;
        private final EntryLimit limit;

        Reading(String name, InputStream in, long length, EntryLimit limit) {
            this.name = name;
            this.lines = new Lines(name, in);
            this.length = length;
            this.limit = limit;
        }

        NdArray array() throws IOException {
            List<String> banner = banner();
            boolean isCoordinate = banner.get(2).equals(COORDINATE);
            List<String> sizes = sizes();
            require(sizes, isCoordinate ? 3 : 2);
            long rows = count(sizes.get(0));
            long columns = count(sizes.get(1));
            Triangle triangle = new Triangle(!banner.get(4).equals(GENERAL),
                    banner.get(4).equals(SKEW_SYMMETRIC));
            if (triangle.isLower && rows != columns) {
                throw new BadInput(
                        here() + ": a " + banner.get(4) + " matrix is square, but this one is " + rows
                                + " x " + columns);
            }
            Shape shape = Shape.claimed(name, limit, rows, columns);
            long claimed = isCoordinate ? count(sizes.get(2)) : triangle.size(shape);
            if (claimed > triangle.size(shape)) {
                throw new BadInput(here() + ": " + claimed + " entries are claimed but the matrix has "
                        + triangle.size(shape) + " places");
            }
            if (claimed > length / 2 + 1) { // an entry is a digit and the end of its line at least
                throw new BadInput(here() + ": " + claimed + " entries are claimed but the file has " + length
                        + " bytes");
            }
            double[] entries = isCoordinate
                    ? coordinates(shape, triangle, (int) claimed, banner.get(3))
                    : columns(shape, triangle, (int) claimed, banner.get(3));
            if (!next().isEmpty()) {
                throw new BadInput(here() + ": more than the " + claimed + " entries that are claimed");
            }
            return NdArray.adopt(name, shape, entries);
        }

        /// The five words of the first line.
        private List<String> banner() throws IOException {
            List<String> words = words(lines.next()).stream().map(word -> word.toLowerCase(Locale.ROOT))
                    .toList();
            if (words.size() != 5 || !words.get(0).equals("%%matrixmarket")
                    || !words.get(1).equals("matrix")) {
                throw new BadInput(name + ": is no matrix of Matrix Market: the first line must be"
                        + " '%%MatrixMarket matrix', format, field and symmetry");
            }
            known("format", words.get(2), COORDINATE, "array");
            known("field", words.get(3), "real", "integer", "pattern");
            known("symmetry", words.get(4), GENERAL, "symmetric", SKEW_SYMMETRIC);
            if (words.get(3).equals("pattern")
                    && (!words.get(2).equals(COORDINATE) || words.get(4).equals(SKEW_SYMMETRIC))) {
                throw new BadInput(name
                        + ": a pattern is given in coordinates and is not skew-symmetric, but this one is '"
                        + words.get(2) + "' and '" + words.get(4) + "'");
            }
            return words;
        }

        private void known(String what, String word, String... known) {
            if (!List.of(known).contains(word)) {
                throw new BadInput(name + ": the " + what + " " + Quoted.text(word) + " is not read; known: "
                        + String.join(", ", known));
            }
        }

        /// The line of sizes, behind the comments.
        private List<String> sizes() throws IOException {
            List<String> words = next();
            while (!words.isEmpty() && words.get(0).startsWith("%")) {
                words = next();
            }
            return words;
        }

        private double[] columns(Shape shape, Triangle triangle, int claimed, String field)
                throws IOException {
            double[] entries = new double[shape.entries()];
            int read = 0;
            for (int j = 0; j < shape.size(1); j++) {
                for (int i = triangle.firstRow(j); i < shape.size(0); i++) {
                    List<String> words = entry(read++, claimed);
                    require(words, 1);
                    triangle.put(entries, shape, i, j, value(words.get(0), field));
                }
            }
            return entries;
        }

        private double[] coordinates(Shape shape, Triangle triangle, int claimed, String field)
                throws IOException {
            double[] entries = new double[shape.entries()];
            BitSet given = new BitSet(shape.entries());
            for (int read = 0; read < claimed; read++) {
                List<String> words = entry(read, claimed);
                boolean isPattern = field.equals("pattern");
                require(words, isPattern ? 2 : 3);
                long i = count(words.get(0)) - 1; // the format counts from 1
                long j = count(words.get(1)) - 1;
                String place = here() + ": row " + (i + 1) + ", column " + (j + 1);
                if (i < 0 || j < 0 || i >= shape.size(0) || j >= shape.size(1)) {
                    throw new BadInput(place + " lies outside the matrix, which is " + shape);
                }
                if (i < triangle.firstRow((int) j)) {
                    throw new BadInput(
                            place + " lies outside the lower triangle that such a matrix is given by");
                }
                int k = (int) (i * shape.size(1) + j);
                if (given.get(k)) {
                    throw new BadInput(place + " is given twice");
                }
                given.set(k);
                triangle.put(entries, shape, (int) i, (int) j, isPattern ? 1 : value(words.get(2), field));
            }
            return entries;
        }

        private List<String> entry(int read, int claimed) throws IOException {
            List<String> words = next();
            if (words.isEmpty()) {
                throw new BadInput(
                        name + ": ends after " + read + " entries but " + claimed + " are claimed");
            }
            return words;
        }

        private double value(String text, String field) {
            if (field.equals("integer") && !INTEGER.matcher(text).matches()) {
                throw new BadInput(here() + ": is no integer: " + Quoted.text(text));
            }
            return Decimal.nearest(text, this::here);
        }

        /// A size or an index.
        private long count(String text) {
            if (!COUNT.matcher(text).matches()) {
                throw new BadInput(here() + ": is no size and no index: " + Quoted.text(text));
            }
            return Long.parseLong(text);
        }

        private void require(List<String> words, int needed) {
            if (words.size() != needed) {
                throw new BadInput(here() + " has " + words.size() + " fields but must have " + needed);
            }
        }

        /// The words of the next line that is not blank; none at the end of the file.
        private List<String> next() throws IOException {
            String line = lines.next();
            while (line != null && line.isBlank()) {
                line = lines.next();
            }
            return words(line);
        }

        private static List<String> words(@Nullable String line) {
            List<String> words = new ArrayList<>();
            for (StringTokenizer tokens = new StringTokenizer(line == null ? "" : line); tokens
                    .hasMoreTokens();) {
                words.add(tokens.nextToken());
            }
            return words;
        }

        private String here() {
            return name + ": line " + lines.number();
        }
    }

    /// The places of a matrix that a file gives: all, the lower triangle, or the lower triangle without the
    /// diagonal.
    private record Triangle(boolean isLower, boolean isSkew) {

        int firstRow(int column) {
            return isSkew ? column + 1 : isLower ? column : 0;
        }

        long size(Shape shape) {
            long n = shape.size(0);
            return isSkew ? n * (n - 1) / 2 : isLower ? n * (n + 1) / 2 : shape.entries();
        }

        void put(double[] entries, Shape shape, int i, int j, double value) {
            entries[i * shape.size(1) + j] = value;
            if (isLower && i != j) {
                entries[j * shape.size(1) + i] = isSkew ? -value : value;
            }
        }
    }
}
