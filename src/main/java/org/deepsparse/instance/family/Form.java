package org.deepsparse.instance.family;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How recipes write the members of one family: a name, and the parameters by position.
///
/// @param fewest the least number of parameters
/// @param most the largest number: a last parameter that nearly always has the same value may be left out
/// @param maker makes the member of these parameters
record Form(String name, int fewest, int most, Function<List<Integer>, Family> maker) {

    Form(String name, int parameters, Function<List<Integer>, Family> maker) {
        this(name, parameters, parameters, maker);
    }

    /// `name(a,b,c)`, and only the name where there are no parameters.
    String text(int... parameters) {
        String joined = IntStream.of(parameters).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return parameters.length == 0 ? name : name + "(" + joined + ")";
    }

    /// @throws IllegalArgumentException if the number of parameters or one of their values does not fit
    Family member(List<Integer> parameters) {
        int given = parameters.size();
        if (given < fewest || given > most) {
            String takes = fewest == most ? String.valueOf(fewest) : fewest + " or " + most;
            throw new IllegalArgumentException(
                    "family '" + name + "' is given " + given + " parameters but takes " + takes);
        }
        return maker.apply(parameters);
    }
}
