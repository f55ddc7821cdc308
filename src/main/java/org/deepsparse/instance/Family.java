package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.dictionary.Dictionaries;
import org.deepsparse.dictionary.Dictionary;

/// The families of [Dictionaries] with the sizes a recipe may ask for.
public enum Family {
    SIMPLEX(s -> s.get(0) >= 1 && s.get(0) <= 64, s -> s.get(0) + 1, s -> s.get(0) + 1, (s, r) -> Dictionaries.simplex(s.get(0)), 1),
    CORE(s -> List.of(3, 7, 15, 31).contains(s.get(0)), s -> s.get(0), s -> s.get(0) + 1, (s, r) -> Dictionaries.core(s.get(0)), 1),
    IDENTITY_HADAMARD(
            s -> List.of(4, 16, 64, 256, 1024).contains(s.get(0)),
            s -> s.get(0),
            s -> 2 * s.get(0),
            (s, r) -> Dictionaries.identityHadamard(s.get(0)),
            1),
    IDENTITY_DCT(s -> s.get(0) >= 2 && s.get(0) <= 1024, s -> s.get(0), s -> 2 * s.get(0), (s, r) -> Dictionaries.identityDct(s.get(0)), 1),
    STEINER(
            s -> s.get(0) == 6 || s.get(0) == 7,
            s -> s.get(0),
            s -> s.get(0) == 6 ? 16 : 28,
            (s, r) -> s.get(0) == 6 ? Dictionaries.steiner6x16() : Dictionaries.steiner7x28(),
            1),
    AFFINE(
            s -> s.get(0) >= 2 && s.get(0) <= 5,
            s -> s.get(0) * s.get(0),
            s -> s.get(0) * (s.get(0) + 1),
            (s, r) -> Dictionaries.affinePlane(s.get(0)),
            1),
    FANO(s -> true, s -> 7, s -> 7, (s, r) -> Dictionaries.fano(), 0),
    HARMONIC(
            s -> List.of(6, 10, 28, 36).contains(s.get(0)),
            s -> s.get(0),
            s -> s.get(0) <= 10 ? 16 : 64,
            (s, r) -> Dictionaries.harmonic(s.get(0)),
            1),
    MUB(
            s -> s.get(0) == 4 || s.get(0) == 16,
            s -> s.get(0),
            s -> s.get(0) * (s.get(0) / 2 + 1),
            (s, r) -> Dictionaries.mutuallyUnbiasedBases(s.get(0)),
            1),
    IDENTITY(s -> s.get(0) >= 1 && s.get(0) <= 1024, s -> s.get(0), s -> s.get(0), (s, r) -> Dictionaries.identity(s.get(0)), 1),
    /// (rows, p)
    DISJOINT(
            s -> s.get(1) >= 1 && s.get(0) >= s.get(1) && s.get(0) <= 1024,
            s -> s.get(0),
            s -> s.get(0) / s.get(1),
            (s, r) -> Dictionaries.disjoint(s.get(0), s.get(1)),
            2),
    /// (rows, atoms, p)
    PACKING(
            s -> s.get(1) >= 1 && s.get(0) <= 1024 && s.get(1) <= Dictionaries.packingCapacity(s.get(0), s.get(2)),
            s -> s.get(0),
            s -> s.get(1),
            (s, r) -> Dictionaries.packing(s.get(0), s.get(1), s.get(2), r),
            3),
    /// (rows, atoms), entries -9..9
    INTEGER(
            s -> s.get(0) >= 1 && s.get(1) >= 1 && s.get(0) <= 256 && s.get(1) <= 256,
            s -> s.get(0),
            s -> s.get(1),
            (s, r) -> Dictionaries.randomInteger(s.get(0), s.get(1), 9, r),
            2),
    /// (rows, atoms), standard normal entries rounded to multiples of 2^-16
    GAUSSIAN(
            s -> s.get(0) >= 1 && s.get(1) >= 1 && s.get(0) <= 256 && s.get(1) <= 256,
            s -> s.get(0),
            s -> s.get(1),
            (s, r) -> Dictionaries.gaussianGrid(s.get(0), s.get(1), 16, r),
            2),
    /// (rows, atoms), multiples of 2^-16
    ALTERNATING(
            s -> s.get(0) >= 3 && s.get(0) < s.get(1) && s.get(1) <= 64,
            s -> s.get(0),
            s -> s.get(1),
            (s, r) -> Dictionaries.alternatingProjections(s.get(0), s.get(1), 30, 16, r),
            2);

    private interface Builder {
        Dictionary build(List<Integer> sizes, UniformRandomProvider random);
    }

    private final Predicate<List<Integer>> valid;
    private final ToIntFunction<List<Integer>> rows;
    private final ToIntFunction<List<Integer>> atoms;
    private final Builder builder;
    private final int arity;

    Family(
            Predicate<List<Integer>> valid,
            ToIntFunction<List<Integer>> rows,
            ToIntFunction<List<Integer>> atoms,
            Builder builder,
            int arity) {
        this.valid = valid;
        this.rows = rows;
        this.atoms = atoms;
        this.builder = builder;
        this.arity = arity;
    }

    /// @throws IllegalArgumentException if the number or the values of the sizes do not fit
    void check(List<Integer> sizes) {
        if (!takes(sizes)) {
            throw new IllegalArgumentException("family '" + label() + "' does not take the sizes " + LayerRecipe.join(sizes));
        }
    }

    boolean takes(List<Integer> sizes) {
        return sizes.size() == arity && valid.test(sizes);
    }

    int rows(List<Integer> sizes) {
        return rows.applyAsInt(sizes);
    }

    int atoms(List<Integer> sizes) {
        return atoms.applyAsInt(sizes);
    }

    Dictionary build(List<Integer> sizes, UniformRandomProvider random) {
        return builder.build(sizes, random);
    }

    /// Whether the sizes determine the dictionary.
    boolean isOnlyMember() {
        return switch (this) {
            case PACKING, INTEGER, GAUSSIAN, ALTERNATING -> false;
            default -> true;
        };
    }

    /// Each size halved and each less one, where the family takes the result.
    List<List<Integer>> smaller(List<Integer> sizes) {
        List<List<Integer>> smaller = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            for (int size : new int[] {sizes.get(i) / 4, sizes.get(i) / 2, sizes.get(i) - 1}) {
                List<Integer> fewer = new ArrayList<>(sizes);
                fewer.set(i, size);
                if (size < sizes.get(i) && takes(fewer) && !smaller.contains(fewer)) {
                    smaller.add(fewer);
                }
            }
        }
        return smaller;
    }

    String text(List<Integer> sizes) {
        return label() + LayerRecipe.join(sizes);
    }

    private String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Family named(String label) {
        return Arrays.stream(values())
                .filter(family -> family.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown family '" + label + "'; known: "
                        + String.join(", ", Arrays.stream(values()).map(Family::label).toList())));
    }
}
