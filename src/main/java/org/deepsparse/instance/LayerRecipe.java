package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.activation.Activation;
import org.deepsparse.activation.Identity;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.Determined;
import org.deepsparse.instance.family.Families;
import org.deepsparse.instance.family.Family;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.instance.family.Variant;

/// One layer of a recipe: `perturbed-core(7):3,leaky(1/2)` is a perturbed copy of core_7 with budget 3 under
/// a leaky ReLU.
///
/// @param family the family of dictionaries with its parameters
/// @param variant what is done to the family's member
/// @param sparsity lambda_j
/// @param activation rho_j
public record LayerRecipe(Family family, Variant variant, int sparsity, Activation activation) {

    private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:\\(([0-9,]*)\\))?:([0-9]+)(?:,(.+))?");

    /// @throws IllegalArgumentException if the budget exceeds the atoms
    public LayerRecipe {
        if (sparsity < 0 || sparsity > family.atoms()) {
            throw new IllegalArgumentException("sparsity " + sparsity + " for " + family.atoms() + " atoms of " + family.text());
        }
    }

    /// Budget 0 and no activation, which a draw fills in later.
    LayerRecipe(Family family, Variant variant) {
        this(family, variant, 0, new Identity());
    }

    static LayerRecipe identity(int size, int sparsity, Activation activation) {
        return new LayerRecipe(new StandardBasis(size), Variant.PLAIN, sparsity, activation);
    }

    public int rows() {
        return family.rows();
    }

    public int atoms() {
        return family.atoms();
    }

    /// An upper bound of the nonzeros in an atom: what a code of sparsity k becomes below has at most k times
    /// as many nonzeros.
    public int columnSparsity() {
        return family.columnSparsity();
    }

    /// The dictionary this layer describes; `random` decides what the family and variant leave open.
    public Dictionary dictionary(UniformRandomProvider random) {
        return variant.apply(family.dictionary(random), random);
    }

    public Layer layer(UniformRandomProvider random) {
        return new Layer(dictionary(random), activation, sparsity);
    }

    /// Whether family and parameters leave nothing to chance: the dictionary is then known by its text alone.
    boolean isOnlyMember() {
        return variant == Variant.PLAIN && family instanceof Determined;
    }

    String dictionaryText() {
        return variant.prefix() + family.text();
    }

    LayerRecipe withFamily(Family other) {
        return new LayerRecipe(other, variant, Math.min(sparsity, other.atoms()), activation);
    }

    LayerRecipe withSparsity(int budget) {
        return new LayerRecipe(family, variant, budget, activation);
    }

    LayerRecipe withVariant(Variant other) {
        return new LayerRecipe(family, other, sparsity, activation);
    }

    LayerRecipe withActivation(Activation other) {
        return new LayerRecipe(family, variant, sparsity, other);
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
        try {
            List<Integer> parameters = group(matcher, 2).isEmpty()
                    ? List.of()
                    : Arrays.stream(group(matcher, 2).split(",", -1)).map(Integer::valueOf).toList();
            String activation = group(matcher, 4);
            return new LayerRecipe(
                    Families.parse(name.substring(variant.prefix().length()), parameters),
                    variant,
                    Integer.parseInt(group(matcher, 3)),
                    activation.isEmpty() ? new Identity() : Activation.parse(activation));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("layer '" + text + "' has a size that is no number", e);
        }
    }

    private static String group(Matcher matcher, int index) {
        String group = matcher.group(index);
        return group == null ? "" : group;
    }

    /// A smaller member of the family, plain instead of varied, the identity activation, a smaller budget.
    List<LayerRecipe> smaller() {
        List<LayerRecipe> smaller = new ArrayList<>();
        family.smaller().forEach(fewer -> smaller.add(withFamily(fewer)));
        if (variant != Variant.PLAIN) {
            smaller.add(withVariant(Variant.PLAIN));
        }
        if (!(activation instanceof Identity)) {
            smaller.add(withActivation(new Identity()));
        }
        if (sparsity > 0) {
            smaller.add(withSparsity(sparsity - 1));
        }
        return smaller;
    }
}
