package org.deepsparse.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Nested lists of numbers in JSON, at most 64 deep; lists of one depth have one length. A string holds a
/// hexadecimal floating-point number such as `"0x1.8p-3"`, which is 0.1875. Either number means the nearest
/// binary64 number; one that would be infinite is refused.
final class JsonFormat implements ArrayFormat.OfOneArray {

    /// Characters of a number or a string: no binary64 number needs more than 800 or so.
    private static final int LONGEST_VALUE = 1000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(LONGEST_VALUE)
                    .maxStringLength(LONGEST_VALUE)
                    .maxNameLength(LONGEST_VALUE)
                    .build())
            .build();

    /// How the parser starts to speak of a word that it does not know, and how it names a character.
    private static final Pattern WORD = Pattern
            .compile("(?s)(?:Non-standard|Unrecognized) token '(.*?)': .*");
    private static final Pattern CHARACTER = Pattern.compile("\\bcode ([0-9]{1,7})\\b");

    @Override
    public NdArray read(String name, InputStream in, long length, EntryLimit limit) throws IOException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            return new Reading(name, parser, limit).array();
        } catch (JacksonIOException e) {
            throw e.getCause();
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            String where = place == null
                    ? ""
                    : "line " + place.getLineNr() + ", column " + place.getColumnNr() + ": ";
            throw new BadInput(name + ": is no JSON: " + where + fault(e));
        }
    }

    /// In words of our own: the parser's speak of its settings and its classes.
    private static String fault(JacksonException e) {
        if (e instanceof UnexpectedEndOfInputException) {
            return "ends in the middle";
        }
        if (e instanceof StreamConstraintsException) {
            return "a number or a string has more than " + LONGEST_VALUE + " characters";
        }
        Matcher word = WORD.matcher(e.getOriginalMessage());
        if (word.matches()) {
            return "unexpected word " + Quoted.text(String.valueOf(word.group(1)));
        }
        Matcher character = CHARACTER.matcher(e.getOriginalMessage());
        if (character.find()) {
            int code = Integer.parseInt(String.valueOf(character.group(1)));
            return "unexpected character " + Quoted.text(Character.toString(code));
        }
        if (e.getOriginalMessage().startsWith("Unexpected close marker")) {
            return "a bracket closes what is not open";
        }
        if (e.getOriginalMessage().startsWith("Invalid UTF-8")) {
            return "no UTF-8 text";
        }
        return e.getOriginalMessage().startsWith("Invalid numeric value")
                ? "a number starts with more zeros than one"
                : "neither a number, a string nor a list";
    }

    /// One pass over the text. The shape grows as lists are entered and is settled as the first of each depth
    /// ends.
    private static final class Reading {

        /// A list of this depth has been entered, but none has ended.
        private static final int OPEN = -1;

        private static final Pattern HEX = Pattern.compile(
                "[+-]?0[xX]([0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+");

        private final String name;
        private final JsonParser parser;
        private final EntryLimit limit;
        private final EntryBuffer entries;
        private final List<Integer> sizes = new ArrayList<>();
        private final List<Integer> index = new ArrayList<>();
        private int numberDepth = OPEN;

        Reading(String name, JsonParser parser, EntryLimit limit) {
            this.name = name;
            this.parser = parser;
            this.limit = limit;
            this.entries = new EntryBuffer(name, limit);
        }

        NdArray array() {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new BadInput(name + ": the file is empty");
            }
            value(first);
            if (parser.nextToken() != null) {
                throw new BadInput(name + ": goes on behind its array");
            }
            long[] shape = sizes.stream().mapToLong(Integer::longValue).toArray();
            return NdArray.adopt(name, Shape.claimed(name, limit, shape), entries.toArray());
        }

        private void value(JsonToken token) {
            switch (token) {
                case START_ARRAY -> list();
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    number(Decimal.nearest(parser.getString(), this::here));
                case VALUE_STRING -> number(hex(parser.getString()));
                default ->
                    throw new BadInput(here() + " is neither a number nor a list but "
                            + Quoted.text(parser.getString()));
            }
        }

        private void list() {
            int depth = index.size();
            if (depth == Shape.MOST_AXES) {
                throw new BadInput(here() + " is a list in " + depth + " lists, but at most " + depth
                        + " dimensions are read");
            }
            if (numberDepth == depth) {
                throw new BadInput(here() + " is a list where others are numbers");
            }
            if (sizes.size() == depth) {
                sizes.add(OPEN);
            }
            index.add(0);
            int size = 0;
            JsonToken token = parser.nextToken();
            while (token != JsonToken.END_ARRAY) {
                value(token);
                index.set(depth, ++size);
                token = parser.nextToken();
            }
            index.removeLast();
            if (sizes.get(depth) == OPEN) {
                sizes.set(depth, size);
            } else if (sizes.get(depth) != size) {
                throw new BadInput(
                        here() + " has " + size + " entries but lists before it have " + sizes.get(depth));
            }
        }

        private void number(double value) {
            if (sizes.size() > index.size()) {
                throw new BadInput(here() + " is a number where others are lists");
            }
            numberDepth = index.size();
            entries.add(value);
        }

        private double hex(String text) {
            double value = HEX.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (!Double.isFinite(value)) {
                throw new BadInput(
                        here() + " is no finite hexadecimal number such as \"0x1.8p-3\": "
                                + Quoted.text(text));
            }
            return value;
        }

        /// Such as `D.json: [1][2]`.
        private String here() {
            return name + ": " + (index.isEmpty()
                    ? "the value"
                    : index.stream().map(i -> "[" + i + "]").collect(Collectors.joining()));
        }
    }
}
