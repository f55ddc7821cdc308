package org.deepsparse.io;

import java.nio.ByteOrder;
import java.util.Arrays;
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

    private static final Pattern DESCR = Pattern.compile("(?<order>[<>|])(?<type>[a-zA-Z][0-9]*)");

    /// @param name of the array, for messages
    /// @param python2 whether Python 2 may have written it
    /// @throws BadInput if the text is no such dictionary, has a key twice, or names a type that is not read
    static NpyHeader parse(String name, String text, boolean python2) {
        Map<String, Object> items = PythonLiteral.dictionary(name, text, python2);
        if (!items.keySet().equals(KEYS)) {
            throw new BadInput(name + ": the header has the keys "
                    + items.keySet().stream().map(Quoted::visible).sorted().toList() + " but must have "
                    + new TreeSet<>(KEYS));
        }
        if (!(items.get("fortran_order") instanceof Boolean isColumnMajor)) {
            throw new BadInput(name + ": fortran_order must be True or False");
        }
        if (!(items.get("shape") instanceof PythonLiteral.Tuple shape)) {
            throw new BadInput(name + ": the shape is no tuple of sizes");
        }
        if (items.get("descr") instanceof PythonLiteral.Listed structured) {
            throw new BadInput(name + ": entries of a structured type are not read: "
                    + Quoted.text(structured.text()));
        }
        if (!(items.get("descr") instanceof String descr)) {
            throw new BadInput(name + ": descr must be a string");
        }
        Matcher entry = DESCR.matcher(descr);
        NpyType type = entry.matches() ? NpyType.named(group(entry, "type")).orElse(null) : null;
        if (type == null || (type.width() > 1 && group(entry, "order").equals("|"))) {
            throw unread(name, descr);
        }
        return new NpyHeader(
                group(entry, "order").equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN, type,
                isColumnMajor, shape.numbers());
    }

    private static BadInput unread(String name, String descr) {
        String what = descr.matches("[<>]c\\d+") ? "complex entries, " : "entries of type ";
        String known = Arrays.stream(NpyType.values()).map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new BadInput(
                name + ": " + what + Quoted.text(descr) + ", are not read; known: " + known
                        + " in either byte order");
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
