package org.deepsparse.io;

import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What the header of a .npy file says: a Python dictionary with exactly the keys `descr`, `fortran_order`
/// and `shape`.
///
/// @param isColumnMajor Fortran order: the first index runs fastest
/// @param sizes of the axes, as claimed
/// @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
record NpyHeader(ByteOrder byteOrder, NpyType type, boolean isColumnMajor, List<Long> sizes) {

    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

    /// One `'key': value` with what ends it. A value is a string, a truth value, a tuple or, of a structured
    /// type, a list up to the last bracket of the header.
    private static final Pattern ITEM = Pattern.compile(
            "\\s*'(?<key>\\w+)'\\s*:\\s*(?<value>'[^']*'|True|False|\\([^()]*\\)|\\[.*\\])"
                    + "\\s*(?<end>,\\s*}?|})");

    private static final Pattern DESCR = Pattern.compile("'(?<order>[<>|])(?<type>[a-zA-Z][0-9]*)'");

    /// Python 2 wrote `3L`. 18 digits fit into a long.
    private static final Pattern SIZE = Pattern.compile("(?<size>[0-9]{1,18})L?");

    /// @param name of the array, for messages
    /// @throws BadInput if the text is no such dictionary, has a key twice, or names a type that is not read
    static NpyHeader parse(String name, String text) {
        Map<String, String> items = items(name, text.strip());
        if (!items.keySet().equals(KEYS)) {
            throw new BadInput(
                    name + ": the header has the keys " + new TreeSet<>(items.keySet()) + " but must have "
                            + new TreeSet<>(KEYS));
        }
        String descr = items.getOrDefault("descr", "");
        String order = items.getOrDefault("fortran_order", "");
        String shape = items.getOrDefault("shape", "");
        if (!order.equals("True") && !order.equals("False")) {
            throw new BadInput(
                    name + ": fortran_order is " + Quoted.text(order) + " but must be True or False");
        }
        List<Long> sizes = sizes(name, shape);
        Matcher entry = DESCR.matcher(descr);
        NpyType type = entry.matches() ? NpyType.named(group(entry, "type")).orElse(null) : null;
        if (type == null || (type.width() > 1 && group(entry, "order").equals("|"))) {
            throw unread(name, descr);
        }
        return new NpyHeader(
                group(entry, "order").equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, type,
                order.equals("True"), sizes);
    }

    private static Map<String, String> items(String name, String text) {
        Map<String, String> items = new HashMap<>();
        Matcher item = ITEM.matcher(text);
        int start = text.startsWith("{") ? 1 : text.length();
        String end = ",";
        while (!end.endsWith("}") && item.region(start, text.length()).lookingAt()) {
            if (items.put(group(item, "key"), group(item, "value")) != null) {
                throw new BadInput(
                        name + ": the header has the key " + Quoted.text(group(item, "key")) + " twice");
            }
            start = item.end();
            end = group(item, "end");
        }
        if (!end.endsWith("}") || start < text.length()) {
            throw new BadInput(name + ": the header is no dictionary: " + Quoted.text(text));
        }
        return items;
    }

    /// The sizes in a tuple of Python: `()`, `(3,)`, `(2, 3)`, `(2, 3,)`; `(3)` is none.
    private static List<Long> sizes(String name, String tuple) {
        if (tuple.matches("\\(\\s*\\)")) {
            return List.of();
        }
        String[] parts = tuple.replaceAll("^\\(|\\)$", "").split(",", -1);
        boolean endsInComma = parts[parts.length - 1].isBlank();
        List<Matcher> sizes = Arrays.stream(parts).limit(endsInComma ? parts.length - 1 : parts.length)
                .map(part -> SIZE.matcher(part.strip())).toList();
        if (!tuple.startsWith("(") || parts.length < 2 || !sizes.stream().allMatch(Matcher::matches)) {
            throw new BadInput(name + ": the shape " + Quoted.text(tuple) + " is no tuple of sizes");
        }
        return sizes.stream().map(size -> Long.parseLong(group(size, "size"))).toList();
    }

    private static BadInput unread(String name, String descr) {
        if (descr.startsWith("[")) {
            return new BadInput(name + ": entries of a structured type are not read: " + Quoted.text(descr));
        }
        String what = descr.matches("'[<>]c\\d+'") ? "complex entries, " : "entries of type ";
        String known = Arrays.stream(NpyType.values()).map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new BadInput(
                name + ": " + what + descr + ", are not read; known: " + known + " in either byte order");
    }

    /// The header of an array of doubles as NumPy writes it, without padding.
    static String ofDoubles(int[] shape) {
        String sizes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return "{'descr': '<f8', 'fortran_order': False, 'shape': (" + sizes + (shape.length == 1 ? "," : "")
                + "), }";
    }

    private static String group(Matcher matcher, String group) {
        String text = matcher.group(group);
        return text == null ? "" : text;
    }
}
