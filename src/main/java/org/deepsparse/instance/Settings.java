package org.deepsparse.instance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// What stands in front of the layers of a drawn recipe: `seed=7,K=20,noise=0.5,weights=optimal`.
///
/// A key that is not given is not printed, and the other way round. The seed is always given.
///
/// @param seed decides everything that the rest of the recipe leaves open
/// @param count K: the most iterations, or the number of sample points where there are no iterations
/// @param noise the size of the perturbations; without the key there are none
/// @param weighting the analysis weights for the product of all dictionaries; without the key scaled ones
public record Settings(long seed, OptionalInt count, OptionalDouble noise, Weighting weighting) {

    /// Memory of the layer-by-layer runs grows like its square.
    private static final int LARGEST_COUNT = 5_000;

    /// Beyond this, integer truths would drown in the noise.
    private static final int LARGEST_NOISE = 1 << 20;

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    /// @throws IllegalArgumentException if K or the noise is out of its range
    public Settings {
        if (count.isPresent() && (count.getAsInt() < 0 || count.getAsInt() > LARGEST_COUNT)) {
            throw new IllegalArgumentException(
                    "K is " + count.getAsInt() + " but it must be in 0.." + LARGEST_COUNT);
        }
        if (noise.isPresent()) {
            double size = noise.getAsDouble();
            if (!(size >= 0 && size <= LARGEST_NOISE)) {
                throw new IllegalArgumentException(
                        "noise is " + size + " but it must be in 0.." + LARGEST_NOISE);
            }
            noise = OptionalDouble.of(size + 0.0); // one zero, not two
        }
    }

    /// The seed alone.
    static Settings of(long seed) {
        return new Settings(seed, OptionalInt.empty(), OptionalDouble.empty(), Weighting.SCALED);
    }

    Settings withSeed(long other) {
        return new Settings(other, count, noise, weighting);
    }

    Settings withCount(int other) {
        return new Settings(seed, OptionalInt.of(other), noise, weighting);
    }

    /// With noise of this size; without the key if it is 0.
    Settings withNoise(double size) {
        return new Settings(seed, count, size == 0 ? OptionalDouble.empty() : OptionalDouble.of(size),
                weighting);
    }

    Settings with(Weighting other) {
        return new Settings(seed, count, noise, other);
    }

    /// The keys that are given.
    Set<Key> keys() {
        Set<Key> given = EnumSet.of(Key.SEED);
        if (count.isPresent()) {
            given.add(Key.COUNT);
        }
        if (noise.isPresent()) {
            given.add(Key.NOISE);
        }
        if (weighting == Weighting.OPTIMAL) {
            given.add(Key.PRODUCT_WEIGHTS);
        }
        return given;
    }

    String text() {
        StringBuilder text = new StringBuilder("seed=").append(seed);
        count.ifPresent(k -> text.append(",K=").append(k));
        noise.ifPresent(size -> text.append(",noise=")
                .append(new BigDecimal(size).stripTrailingZeros().toPlainString()));
        if (weighting == Weighting.OPTIMAL) {
            text.append(',').append(Weighting.KEY).append(weighting.text());
        }
        return text.toString();
    }

    /// Reads the keys in any order.
    ///
    /// @throws IllegalArgumentException for an unknown key, one that is given twice, a bad value, or if there
    ///     is no seed
    static Settings parse(String text) {
        Settings settings = of(0);
        Set<String> given = new HashSet<>();
        for (String setting : text.split(",", -1)) {
            int equals = setting.indexOf('=');
            String key = equals < 0 ? setting : setting.substring(0, equals);
            String value = setting.substring(equals + 1);
            if (!given.add(key)) {
                throw new IllegalArgumentException("recipe gives the key '" + key + "' twice");
            }
            settings = switch (key) {
                case "seed" ->
                    settings.withSeed(WholeNumber.parse("seed", value, Long.MIN_VALUE, Long.MAX_VALUE));
                case "K" -> settings.withCount((int) WholeNumber.parse("K", value, 0, LARGEST_COUNT));
                case "noise" -> new Settings(settings.seed, settings.count, OptionalDouble.of(number(value)),
                        settings.weighting);
                case "weights" -> settings.with(Weighting.parse(value));
                default -> throw new IllegalArgumentException(
                        "unknown key '" + key + "' in recipe; known: seed, K, noise, weights, example");
            };
        }
        if (!given.contains("seed")) {
            throw new IllegalArgumentException("recipe gives no seed");
        }
        return settings;
    }

    private static double number(String noise) {
        if (!DECIMAL.matcher(noise).matches()) {
            throw new IllegalArgumentException("noise is '" + noise + "', which is no decimal number");
        }
        return Double.parseDouble(noise);
    }

    /// No noise, scaled weights, fewer iterations, a smaller seed: in this order.
    List<Settings> smaller() {
        List<Settings> smaller = new ArrayList<>();
        if (noise.isPresent()) {
            smaller.add(withNoise(0));
        }
        if (weighting != Weighting.SCALED) {
            smaller.add(with(Weighting.SCALED));
        }
        int most = count.orElse(0);
        if (most > 1) {
            smaller.add(withCount(most / 2));
            smaller.add(withCount(most - 1));
        }
        for (long simpler : new long[] {1, seed / 2}) {
            if (0 <= simpler && simpler < seed) {
                smaller.add(withSeed(simpler));
            }
        }
        return smaller;
    }
}
