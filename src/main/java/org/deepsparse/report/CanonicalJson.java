package org.deepsparse.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.exact.Interval;
import tools.jackson.databind.json.JsonMapper;

/// One line of JSON, the same bytes for the same values: keys in the order given, shortest decimal form of
/// each double, no spaces.
public final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CanonicalJson() {}

    /// Writes maps with ordered keys, lists, strings, numbers, booleans and null.
    public static String write(Map<String, ? extends @Nullable Object> object) {
        return MAPPER.writeValueAsString(object);
    }

    /// A number as JSON can hold it: infinite ends become the strings "inf" and "-inf", NaN null, whole
    /// numbers lose their fraction.
    public static @Nullable Object number(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 0x1p53;
        return whole ? (Object) (long) value : (Object) value;
    }

    /// `[lower, upper]`.
    public static List<@Nullable Object> enclosure(Interval interval) {
        return Arrays.asList(number(interval.lower()), number(interval.upper()));
    }
}
