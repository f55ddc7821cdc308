package org.deepsparse.instance.family;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a parameter of a family may be, said in the same words for all of them.
final class Parameter {

    /// The largest number of rows or atoms of a family that could have any number of them.
    static final int LARGEST = 1024;

    private Parameter() {}

    /// @throws IllegalArgumentException unless `least <= value <= most`
    static void requireBetween(String family, String parameter, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "family '" + family + "' has " + parameter + " = " + value + " but it must be in " + least
                            + ".." + most);
        }
    }

    /// @throws IllegalArgumentException unless the value is one of those
    static void requireOneOf(String family, String parameter, int value, List<Integer> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(
                    "family '" + family + "' has " + parameter + " = " + value + " but it must be one of "
                            + allowed.stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
    }

    /// A quarter, a half and one less of the value, each once and only if it is at least `least`.
    static Stream<Integer> below(int value, int least) {
        return Stream.of(value / 4, value / 2, value - 1).distinct()
                .filter(less -> least <= less && less < value);
    }

    /// The allowed values that are smaller.
    static Stream<Integer> below(int value, List<Integer> allowed) {
        return allowed.stream().filter(less -> less < value);
    }
}
