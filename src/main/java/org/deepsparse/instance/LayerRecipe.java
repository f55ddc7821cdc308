package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.deepsparse.activation.Identity;
import org.deepsparse.activation.PiecewiseLinear;
import org.deepsparse.coding.Layer;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.instance.family.Determined;
import org.deepsparse.instance.family.Families;
import org.deepsparse.instance.family.Family;
import org.deepsparse.instance.family.StandardBasis;
import org.deepsparse.instance.family.Variant;

/// One layer of a recipe. `perturbed-core(7):3,leaky(1/2)` is a perturbed copy of core_7 with budget 3 under
/// a leaky ReLU; `affine(3):2,weights=optimal` is an affine plane whose solver is given optimal weights.
///
/// @param family the family of dictionaries with its parameters
/// @param variant what is done to the family's member
/// @param sparsity lambda_j
/// @param activation rho_j
/// @param weighting the analysis weights of an unrolled solver; scaled where the layer does not ask for
///     others
public record LayerRecipe(Family family, Variant variant, int sparsity, PiecewiseLinear activation,
        Weighting weighting) {

    private static final Pattern FORM = Pattern
            .compile("([a-z-]+)(?:\\((-?[0-9]+(?:,-?[0-9]+)*)\\))?:([^,]+)((?:,.+)?)");

    /// @throws IllegalArgumentException if the budget exceeds the atoms, or optimal weights are asked for
    ///     where they are not computed
    public LayerRecipe {
        if (sparsity < 0 || sparsity > family.atoms()) {
            throw new IllegalArgumentException(
                    "sparsity is " + sparsity + " for " + family.atoms() + " atoms of " + family.text());
        }
        if (weighting == Weighting.OPTIMAL && !Weighting.reaches(family, variant)) {
            throw new IllegalArgumentException(
                    Weighting.refusal(family, variant));
        }
    }

    /// Budget 0, no activation and scaled weights, which a draw replaces later.
    LayerRecipe(Family family, Variant variant) {
        this(family, variant, 0, new Identity(), Weighting.SCALED);
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

    /// Whether family and variant leave nothing to chance: the dictionary is then known by its text alone.
    boolean isOnlyMember() {
        return isOnlyMember(family, variant);
    }

    static boolean isOnlyMember(Family family, Variant variant) {
        return variant == Variant.PLAIN && family instanceof Determined;
    }

    boolean reachesOptimalWeights() {
        return Weighting.reaches(family, variant);
    }

    String dictionaryText() {
        return variant.prefix() + family.text();
    }

    LayerRecipe withSparsity(int budget) {
        return new LayerRecipe(family, variant, budget, activation, weighting);
    }

    LayerRecipe withActivation(PiecewiseLinear other) {
        return new LayerRecipe(family, variant, sparsity, other, weighting);
    }

    LayerRecipe with(Weighting other) {
        return new LayerRecipe(family, variant, sparsity, activation, other);
    }

    /// With another dictionary. The budget shrinks with the atoms, and optimal weights stay only where they
    /// are computed.
    LayerRecipe with(Family other, Variant varied) {
        boolean optimal = weighting == Weighting.OPTIMAL && Weighting.reaches(other, varied);
        return new LayerRecipe(
                other, varied, Math.min(sparsity, other.atoms()), activation,
                optimal ? Weighting.OPTIMAL : Weighting.SCALED);
    }

    /// With the identity matrix of that size as its dictionary.
    LayerRecipe withStandardBasis(int size) {
        return with(new StandardBasis(size), Variant.PLAIN);
    }

    public String text() {
        StringBuilder text = new StringBuilder(dictionaryText()).append(':').append(sparsity);
        if (!(activation instanceof Identity)) {
            text.append(',').append(activation.text());
        }
        if (weighting == Weighting.OPTIMAL) {
            text.append(',').append(Weighting.KEY).append(weighting.text());
        }
        return text.toString();
    }

    static LayerRecipe parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "layer '" + text
                            + "' is not of the form "
                            + "[variant-]family(sizes):sparsity[,activation][,weights=optimal]");
        }
        String name = group(matcher, 1);
        Variant variant = Variant.ofPrefix(name);
        List<Integer> parameters = group(matcher, 2).isEmpty()
                ? List.of()
                : Stream.of(group(matcher, 2).split(",")).map(size -> number("size", text, size)).toList();
        Family family = Families.parse(name.substring(variant.prefix().length()), parameters);
        LayerRecipe layer = new LayerRecipe(family, variant)
                .withSparsity(number("sparsity", text, group(matcher, 3)));
        return layer.withOptions(group(matcher, 4));
    }

    private static String group(Matcher matcher, int index) {
        String group = matcher.group(index);
        return group == null ? "" : group;
    }

    private static int number(String what, String layer, String text) {
        return (int) WholeNumber.parse("a " + what + " of layer '" + layer + "'", text, Integer.MIN_VALUE,
                Integer.MAX_VALUE);
    }

    /// @param text what follows the sparsity, each option behind a comma
    private LayerRecipe withOptions(String text) {
        LayerRecipe layer = this;
        Set<String> given = new HashSet<>();
        for (String option : text.isEmpty() ? new String[0] : text.substring(1).split(",", -1)) {
            boolean weights = option.startsWith(Weighting.KEY);
            if (!given.add(weights ? "weights" : "activation")) {
                throw new IllegalArgumentException("a layer of " + dictionaryText() + " is given two "
                        + (weights ? "weights" : "activations"));
            }
            layer = weights
                    ? layer.with(Weighting.parse(option.substring(Weighting.KEY.length())))
                    : layer.withActivation(PiecewiseLinear.parse(option));
        }
        return layer;
    }

    /// A smaller member of the family, plain instead of varied, the identity activation, scaled weights, a
    /// smaller budget.
    List<LayerRecipe> smaller() {
        List<LayerRecipe> smaller = new ArrayList<>();
        family.smaller().forEach(fewer -> smaller.add(with(fewer, variant)));
        if (variant != Variant.PLAIN) {
            smaller.add(with(family, Variant.PLAIN));
        }
        if (!(activation instanceof Identity)) {
            smaller.add(withActivation(new Identity()));
        }
        if (weighting != Weighting.SCALED) {
            smaller.add(with(Weighting.SCALED));
        }
        if (sparsity > 0) {
            smaller.add(withSparsity(sparsity - 1));
        }
        return smaller;
    }
}
