package org.deepsparse.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.activation.Identity;
import org.deepsparse.coding.Layer;

/// A recipe that draws its instance from families of dictionaries.
///
/// Everything that could make an instance too large is bounded here, before anything is built: the number of
/// layers, the entries of all dictionaries together, and those of the product of the dictionaries.
///
/// @param settings the seed, and the keys in front of the layers
/// @param layers first layer first; none where the theorem is about numbers only
public record DrawnRecipe(String theorem, Settings settings, List<LayerRecipe> layers) implements Recipe {

    private static final int MOST_LAYERS = 16;

    /// Of all dictionaries together, and of their product: twice what is drawn at most. Exact arithmetic on
    /// such an instance takes seconds to minutes.
    private static final int MOST_ENTRIES = 1 << 15;

    /// @throws IllegalArgumentException if there are too many layers or entries, if consecutive layers do not
    ///     fit, or if the product is given optimal weights that are not computed for its size
    public DrawnRecipe {
        layers = List.copyOf(layers);
        fault(settings, layers).ifPresent(fault -> {
            throw new IllegalArgumentException(fault);
        });
    }

    /// What is wrong with such a recipe, if anything is.
    private static Optional<String> fault(Settings settings, List<LayerRecipe> layers) {
        if (layers.size() > MOST_LAYERS) {
            return Optional.of("recipe has " + layers.size() + " layers; at most " + MOST_LAYERS);
        }
        long entries = 0;
        for (int j = 1; j <= layers.size(); j++) {
            LayerRecipe layer = layers.get(j - 1);
            entries += (long) layer.rows() * layer.atoms();
            if (j > 1 && layer.rows() != layers.get(j - 2).atoms()) {
                return Optional
                        .of("layer " + j + " has " + layer.rows() + " rows but layer " + (j - 1) + " has "
                                + layers.get(j - 2).atoms() + " atoms");
            }
        }
        if (entries > MOST_ENTRIES) {
            return Optional.of(
                    "the dictionaries of the recipe have " + entries + " entries; at most " + MOST_ENTRIES);
        }
        if (layers.isEmpty()) {
            return Optional.empty();
        }
        int rows = layers.get(0).rows();
        int atoms = layers.get(layers.size() - 1).atoms();
        if ((long) rows * atoms > MOST_ENTRIES) {
            return Optional.of("the product of the dictionaries has " + (long) rows * atoms
                    + " entries; at most " + MOST_ENTRIES);
        }
        return settings.weighting() == Weighting.OPTIMAL && !Weighting.isSmall(rows, atoms)
                ? Optional.of(Weighting.productRefusal(rows, atoms))
                : Optional.empty();
    }

    DrawnRecipe with(Settings others) {
        return new DrawnRecipe(theorem, others, layers);
    }

    DrawnRecipe with(List<LayerRecipe> others) {
        return new DrawnRecipe(theorem, settings, others);
    }

    /// K, or 0 if it is not given.
    public int count() {
        return settings.count().orElse(0);
    }

    /// The size of the perturbations, or 0 if it is not given.
    public double noise() {
        return settings.noise().orElse(0);
    }

    /// How many entries the dictionaries have, all layers together; K, the number of sample points, where
    /// there are no layers.
    public long size() {
        return layers.isEmpty()
                ? count()
                : layers.stream().mapToLong(layer -> (long) layer.rows() * layer.atoms()).sum();
    }

    /// Whether the product or a layer is given optimal weights.
    boolean hasOptimalWeights() {
        return settings.weighting() == Weighting.OPTIMAL
                || layers.stream().anyMatch(layer -> layer.weighting() == Weighting.OPTIMAL);
    }

    /// Independent random numbers for one purpose (`stream`) within this recipe.
    public UniformRandomProvider random(int stream) {
        return random(settings.seed(), stream);
    }

    /// The random numbers of every recipe with this seed. The dictionary of layer j is drawn from stream j.
    static UniformRandomProvider random(long seed, int stream) {
        return RandomSource.XO_SHI_RO_256_PP.create(seed * 0x9E37_79B9_7F4A_7C15L + stream);
    }

    /// The layers with their dictionaries, the same in every kind of instance.
    public List<Layer> build() {
        List<Layer> built = new ArrayList<>();
        for (int j = 1; j <= layers.size(); j++) {
            built.add(layers.get(j - 1).layer(random(j)));
        }
        return built;
    }

    /// This recipe, if it gives no other keys than these, and gives K if K is among them.
    ///
    /// @throws IllegalArgumentException if it gives another key, even with the value that it has by default
    DrawnRecipe taking(Key... keys) {
        Set<Key> given = settings.keys();
        if (layers.stream().anyMatch(layer -> layer.weighting() == Weighting.OPTIMAL)) {
            given.add(Key.LAYER_WEIGHTS);
        }
        Set<Key> taken = EnumSet.copyOf(Arrays.asList(keys));
        String takes = theorem + " takes " + taken.stream().map(Key::label).collect(Collectors.joining(", "));
        for (Key key : given) {
            if (!taken.contains(key)) {
                throw new IllegalArgumentException(takes + " but the recipe gives " + key.label());
            }
        }
        if (taken.contains(Key.COUNT) && !given.contains(Key.COUNT)) {
            throw new IllegalArgumentException(takes + " but the recipe gives no K");
        }
        return this;
    }

    /// This recipe, if it has a layer.
    ///
    /// @throws IllegalArgumentException if it has none
    DrawnRecipe withLayers() {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(theorem + " takes at least one layer but the recipe has none");
        }
        return this;
    }

    /// The only layer of a recipe that has one, without an activation.
    ///
    /// @throws IllegalArgumentException if it has another number of layers, or an activation
    LayerRecipe onlyLayer() {
        if (layers.size() != 1) {
            throw new IllegalArgumentException(
                    theorem + " takes one layer but the recipe has " + layers.size());
        }
        if (!(layers.get(0).activation() instanceof Identity)) {
            throw new IllegalArgumentException(
                    theorem + " takes no activation but the layer has " + layers.get(0).activation().text());
        }
        return layers.get(0);
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder(theorem).append(':').append(settings.text());
        layers.forEach(layer -> text.append('/').append(layer.text()));
        return text.toString();
    }

    static DrawnRecipe parse(String theorem, String text) {
        List<String> parts = splitOutsideParentheses(text);
        Settings settings = Settings.parse(parts.get(0));
        return new DrawnRecipe(theorem, settings, parts.stream().skip(1).map(LayerRecipe::parse).toList());
    }

    /// A slope is written `leaky(1/2)`, so only slashes outside parentheses separate layers.
    private static List<String> splitOutsideParentheses(String text) {
        List<String> parts = new ArrayList<>();
        boolean inside = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == (inside ? '(' : ')')) {
                throw new IllegalArgumentException("recipe has a '" + c
                        + "' that does not fit: parentheses come in pairs and do not nest");
            }
            inside = c == '(' || (inside && c != ')');
            if (c == '/' && !inside) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (inside) {
            throw new IllegalArgumentException("recipe has a '(' without a ')'");
        }
        parts.add(text.substring(start));
        return parts;
    }

    /// Fewer layers, simpler layers, simpler settings: in this order, each only if it makes a recipe.
    @Override
    public List<Recipe> smaller() {
        List<Recipe> smaller = new ArrayList<>();
        if (layers.size() > 1) {
            fitting(layers.subList(0, layers.size() - 1)).ifPresent(smaller::add);
            fitting(layers.subList(1, layers.size())).ifPresent(smaller::add);
        }
        for (int j = 0; j < layers.size(); j++) {
            for (LayerRecipe simpler : layers.get(j).smaller()) {
                fitting(refitted(j, simpler)).ifPresent(smaller::add);
            }
        }
        settings.smaller().forEach(simpler -> smaller.add(with(simpler)));
        return smaller;
    }

    /// The recipe with other layers, if they fit. Its product loses optimal weights where it becomes too
    /// large for them.
    private Optional<DrawnRecipe> fitting(List<LayerRecipe> others) {
        for (Settings possible : List.of(settings, settings.with(Weighting.SCALED))) {
            if (fault(possible, others).isEmpty()) {
                return Optional.of(new DrawnRecipe(theorem, possible, others));
            }
        }
        return Optional.empty();
    }

    /// The layers with layer j (from 0) changed. Where the sizes of its neighbours then differ, the standard
    /// basis of the right size takes their place.
    private List<LayerRecipe> refitted(int changed, LayerRecipe simpler) {
        List<LayerRecipe> fitted = new ArrayList<>(layers);
        fitted.set(changed, simpler);
        for (int j = changed + 1; j < fitted.size()
                && fitted.get(j).rows() != fitted.get(j - 1).atoms(); j++) {
            fitted.set(j, fitted.get(j).withStandardBasis(fitted.get(j - 1).atoms()));
        }
        for (int j = changed; j > 0 && fitted.get(j).rows() != fitted.get(j - 1).atoms(); j--) {
            fitted.set(j - 1, fitted.get(j - 1).withStandardBasis(fitted.get(j).rows()));
        }
        return fitted;
    }
}
