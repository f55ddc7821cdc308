package org.deepsparse.instance.family;

import java.util.List;

/// The list of all families, and the way from a text to a member.
public final class Families {

    /// In the order in which the error about an unknown family names them.
    private static final List<Form> ALL = List.of(
            Simplex.FORM,
            Core.FORM,
            IdentityHadamard.FORM,
            IdentityDct.FORM,
            Steiner.FORM,
            AffinePlane.FORM,
            FanoPlane.FORM,
            Harmonic.FORM,
            MutuallyUnbiasedBases.FORM,
            StandardBasis.FORM,
            Disjoint.FORM,
            Packing.FORM,
            RandomInteger.FORM,
            Gaussian.FORM,
            AlternatingProjections.FORM);

    private Families() {}

    /// The member that [Family#text()] writes as `name(parameters)`.
    ///
    /// @throws IllegalArgumentException if there is no such family, or it does not take these parameters
    public static Family parse(String name, List<Integer> parameters) {
        return ALL.stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown family '" + name + "'; known: " + String.join(", ", names())))
                .member(parameters);
    }

    /// The names of all families.
    public static List<String> names() {
        return ALL.stream().map(Form::name).toList();
    }
}
