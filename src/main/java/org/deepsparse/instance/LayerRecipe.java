package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;

/// One layer of a recipe: `perturbed-core(7):3,leaky(1/2)` is a perturbed copy of core_7 with budget 3 under a leaky ReLU.
///
/// @param family the family of dictionaries
/// @param sizes its parameters, as many as it asks for
/// @param variant what is done to the family's member
/// @param sparsity lambda_j
public record LayerRecipe(Family family, List<Integer> sizes, Variant variant, int sparsity, PiecewiseLinear activation) {

    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:\\(([0-9,]*)\\))?:([0-9]+)(?:,(.+))?");

    /// @throws IllegalArgumentException if the family does not take these sizes or the budget exceeds the atoms
    public LayerRecipe {
        sizes = List.copyOf(sizes);
        family.check(sizes);
        if (sparsity < 0 || sparsity > family.atoms(sizes)) {
            throw new IllegalArgumentException(
                    "sparsity " + sparsity + " for " + family.atoms(sizes) + " atoms of " + family.text(sizes));
        }
    }

    static LayerRecipe identity(int size, int sparsity, PiecewiseLinear activation) {
        return new LayerRecipe(Family.IDENTITY, List.of(size), Variant.PLAIN, sparsity, activation);
    }

    public int rows() {
        return family.rows(sizes);
    }

    public int atoms() {
        return family.atoms(sizes);
    }

    /// An upper bound of the nonzeros in an atom: what a code of sparsity k becomes below has at most k times as many nonzeros.
    public int columnSparsity() {
        return switch (family) {
            case IDENTITY -> 1;
            case DISJOINT -> sizes.get(1);
            case PACKING -> sizes.get(2);
            case AFFINE -> sizes.get(0);
            case FANO -> 3;
            default -> rows();
        };
    }

    /// The dictionary this layer describes; `random` decides what the family and variant leave open.
    public Dictionary dictionary(UniformRandomProvider random) {
        return variant.apply(family.build(sizes, random), random);
    }

    public Layer layer(UniformRandomProvider random) {
        return new Layer(dictionary(random), activation, sparsity);
    }

    /// Whether family and sizes leave nothing to chance: the dictionary is then known by its text alone.
    boolean isOnlyMember() {
        return variant == Variant.PLAIN && family.isOnlyMember();
    }

    String dictionaryText() {
        return variant.prefix() + family.text(sizes);
    }

    LayerRecipe withSparsity(int budget) {
        return new LayerRecipe(family, sizes, variant, budget, activation);
    }

    LayerRecipe withVariant(Variant other) {
        return new LayerRecipe(family, sizes, other, sparsity, activation);
    }

    LayerRecipe withActivation(PiecewiseLinear other) {
        return new LayerRecipe(family, sizes, variant, sparsity, other);
    }

    public String text() {
        String suffix = activation instanceof Identity ? "" : "," + activation.text();
        return dictionaryText() + ":" + sparsity + suffix;
    }

    static LayerRecipe parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("layer '" + text + "' is not of the form [variant-]family(sizes):sparsity[,activation]");
        }
        String name = group(matcher, 1);
        Variant variant = Variant.ofPrefix(name);
        Family family = Family.named(name.substring(variant.prefix().length()));
        try {
            List<Integer> sizes = group(matcher, 2).isEmpty()
                    ? List.of()
                    : Arrays.stream(group(matcher, 2).split(",", -1)).map(Integer::valueOf).toList();
            String activation = group(matcher, 4);
            return new LayerRecipe(
                    family,
                    sizes,
                    variant,
                    Integer.parseInt(group(matcher, 3)),
                    activation.isEmpty() ? new Identity() : PiecewiseLinear.parse(activation));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("layer '" + text + "' has a size that is no number", e);
        }
    }

    private static String group(Matcher matcher, int index) {
        String group = matcher.group(index);
        return group == null ? "" : group;
    }

    /// Plain instead of varied, the identity activation, smaller sizes, a smaller budget.
    List<LayerRecipe> smaller() {
        List<LayerRecipe> smaller = new ArrayList<>();
        for (List<Integer> fewer : family.smaller(sizes)) {
            smaller.add(new LayerRecipe(family, fewer, variant, Math.min(sparsity, family.atoms(fewer)), activation));
        }
        if (variant != Variant.PLAIN) {
            smaller.add(new LayerRecipe(family, sizes, Variant.PLAIN, sparsity, activation));
        }
        if (!(activation instanceof Identity)) {
            smaller.add(withActivation(new Identity()));
        }
        if (sparsity > 0) {
            smaller.add(withSparsity(sparsity - 1));
        }
        return smaller;
    }

    static String join(List<Integer> sizes) {
        return sizes.isEmpty() ? "" : sizes.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }
}
