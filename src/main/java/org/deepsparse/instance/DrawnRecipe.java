package org.deepsparse.instance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.activation.Identity;
import org.deepsparse.coding.Layer;

/// A recipe that draws its instance from families of dictionaries.
///
/// @param seed decides everything the other components leave open
/// @param count K: iterations, or sample points where there are no iterations; 0 where neither matters
/// @param noise size of the perturbations, 0 for none
/// @param weighting the analysis weights of unrolled solvers; scaled where there are none
/// @param layers first layer first; none where the theorem is about numbers only
public record DrawnRecipe(String theorem, long seed, int count, double noise, Weighting weighting, List<LayerRecipe> layers)
        implements
            Recipe {

    /// Memory of the layer-by-layer runs grows like its square.
    private static final int LARGEST_COUNT = 5_000;

    /// Beyond this, integer truths would drown in the noise.
    private static final double LARGEST_NOISE = 0x1p20;

    /// @throws IllegalArgumentException if consecutive layers do not fit or count or noise is out of range
    public DrawnRecipe {
        layers = List.copyOf(layers);
        if (count < 0 || count > LARGEST_COUNT || !(noise >= 0 && noise <= LARGEST_NOISE)) {
            throw new IllegalArgumentException("recipe has K=" + count + " and noise=" + noise + ": K must be in 0.." + LARGEST_COUNT
                    + " and noise in 0.." + (int) LARGEST_NOISE);
        }
        for (int j = 1; j < layers.size(); j++) {
            int rows = layers.get(j).rows();
            int atoms = layers.get(j - 1).atoms();
            if (rows != atoms) {
                throw new IllegalArgumentException(
                        "layer " + (j + 1) + " has " + rows + " rows but layer " + j + " has " + atoms + " atoms");
            }
        }
    }

    /// With scaled weights.
    public DrawnRecipe(String theorem, long seed, int count, double noise, List<LayerRecipe> layers) {
        this(theorem, seed, count, noise, Weighting.SCALED, layers);
    }

    DrawnRecipe with(List<LayerRecipe> others) {
        return new DrawnRecipe(theorem, seed, count, noise, weighting, others);
    }

    DrawnRecipe with(Weighting other) {
        return new DrawnRecipe(theorem, seed, count, noise, other, layers);
    }

    private DrawnRecipe withCount(int fewer) {
        return new DrawnRecipe(theorem, seed, fewer, noise, weighting, layers);
    }

    /// Independent random numbers for one purpose (`stream`) within this recipe.
    public UniformRandomProvider random(int stream) {
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

    /// The only layer of a recipe that has one, without an activation.
    ///
    /// @throws IllegalArgumentException if it has another number of layers, or an activation
    public LayerRecipe onlyLayer() {
        if (layers.size() != 1) {
            throw new IllegalArgumentException(theorem + " takes one layer but the recipe has " + layers.size());
        }
        if (!(layers.get(0).activation() instanceof Identity)) {
            throw new IllegalArgumentException(theorem + " takes no activation but the layer has " + layers.get(0).activation().text());
        }
        return layers.get(0);
    }

    @Override
    public String text() {
        StringBuilder text = new StringBuilder(theorem)
                .append(":seed=").append(seed)
                .append(",K=").append(count)
                .append(",noise=").append(new BigDecimal(noise).stripTrailingZeros().toPlainString());
        if (weighting != Weighting.SCALED) {
            text.append(",weights=").append(weighting.text());
        }
        layers.forEach(layer -> text.append('/').append(layer.text()));
        return text.toString();
    }

    static DrawnRecipe parse(String theorem, String text) {
        List<String> parts = splitOutsideParentheses(text);
        long seed = 0;
        int count = 0;
        double noise = 0;
        Weighting weighting = Weighting.SCALED;
        for (String setting : parts.get(0).split(",", -1)) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals);
            String value = setting.substring(equals + 1);
            try {
                switch (key) {
                    case "seed" -> seed = Long.parseLong(value);
                    case "K" -> count = Integer.parseInt(value);
                    case "noise" -> noise = Double.parseDouble(value);
                    case "weights" -> weighting = Weighting.parse(value);
                    default -> throw new IllegalArgumentException(
                            "unknown key '" + key + "' in recipe; known: seed, K, noise, weights, example");
                }
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("recipe key '" + key + "' has the value '" + value + "', no number", e);
            }
        }
        List<LayerRecipe> layers = parts.stream().skip(1).map(LayerRecipe::parse).toList();
        return new DrawnRecipe(theorem, seed, count, noise, weighting, layers);
    }

    /// A slope is written `leaky(1/2)`, so only slashes outside parentheses separate layers.
    private static List<String> splitOutsideParentheses(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '/' && depth == 0) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /// Fewer layers, smaller layers, no noise, scaled weights, fewer iterations, a smaller seed: in this order, each only if it fits.
    @Override
    public List<Recipe> smaller() {
        List<Recipe> smaller = new ArrayList<>();
        if (layers.size() > 1) {
            smaller.add(with(layers.subList(0, layers.size() - 1)));
            smaller.add(with(layers.subList(1, layers.size())));
        }
        for (int j = 0; j < layers.size(); j++) {
            for (LayerRecipe simpler : layers.get(j).smaller()) {
                List<LayerRecipe> changed = new ArrayList<>(layers);
                changed.set(j, simpler);
                refit(changed, j);
                smaller.add(with(changed));
            }
        }
        if (noise > 0) {
            smaller.add(new DrawnRecipe(theorem, seed, count, 0, weighting, layers));
        }
        if (weighting != Weighting.SCALED) {
            smaller.add(with(Weighting.SCALED));
        }
        if (count > 1) {
            smaller.add(withCount(count / 2));
            smaller.add(withCount(count - 1));
        }
        for (long simpler : new long[] {1, seed / 2}) {
            if (0 <= simpler && simpler < seed) {
                smaller.add(new DrawnRecipe(theorem, simpler, count, noise, weighting, layers));
            }
        }
        return smaller;
    }

    /// Makes the layers above the changed one fit again, with the identity of the right size where the sizes differ.
    private static void refit(List<LayerRecipe> layers, int changed) {
        for (int j = changed + 1; j < layers.size() && layers.get(j).rows() != layers.get(j - 1).atoms(); j++) {
            int rows = layers.get(j - 1).atoms();
            layers.set(j, LayerRecipe.identity(rows, Math.min(rows, layers.get(j).sparsity()), layers.get(j).activation()));
        }
        for (int j = changed; j > 0 && layers.get(j).rows() != layers.get(j - 1).atoms(); j--) {
            int atoms = layers.get(j).rows();
            layers.set(j - 1, LayerRecipe.identity(atoms, Math.min(atoms, layers.get(j - 1).sparsity()), layers.get(j - 1).activation()));
        }
    }
}
