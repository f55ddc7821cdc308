package org.deepsparse.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Which assertion of a conclusion a claim is about: its name and, where there are several, the layer and the
/// step.
///
/// @param name what is asserted: `distance`, `error`, `independent`
/// @param layer j, counted from 1 as in the paper; empty where the claim is about no layer
/// @param step K or k, the number of steps done, or another running number; empty where there is none
public record Label(String name, OptionalInt layer, OptionalInt step) {

    public static Label of(String name) {
        return new Label(name, OptionalInt.empty(), OptionalInt.empty());
    }

    public Label inLayer(int j) {
        return new Label(name, OptionalInt.of(j), step);
    }

    public Label atStep(int k) {
        return new Label(name, layer, OptionalInt.of(k));
    }

    /// The same assertion, whatever the step.
    public Label atAnyStep() {
        return new Label(name, layer, OptionalInt.empty());
    }

    /// The same layer and step of another assertion.
    public Label named(String other) {
        return new Label(other, layer, step);
    }

    /// The id that files and tables show: `distance[2]`, `error[k=7]`, `error[2,k=7]`.
    @Override
    public String toString() {
        List<String> places = new ArrayList<>();
        layer.ifPresent(j -> places.add(String.valueOf(j)));
        step.ifPresent(k -> places.add("k=" + k));
        return places.isEmpty() ? name : name + "[" + String.join(",", places) + "]";
    }
}
