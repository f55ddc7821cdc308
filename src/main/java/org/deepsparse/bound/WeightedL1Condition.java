package org.deepsparse.bound;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The condition on weights om_j under which the true chain is the minimiser of `sum_j om_j norm1(x_j)`
/// (`weighted-l1`).
///
/// For layer j, lambda_j is the sparsity budget, mu_j the mutual coherence, c_j the norm that all atoms have,
/// m_j the largest absolute entry of D_j, and l_j the lower Lipschitz constant of the activation.
///
/// Whoever leaves x_j for another code in layer j < J pays at least the *gap* of that layer for each unit of
/// norm1. What this can save in the layers above it is at most eps_{j+1} a unit:
/// ```
/// eps_{J+1} = 0
///         lambda_j m_j (om_j + eps_{j+1})
/// eps_j = ------------------------------------     for j = J, ..., 2
///         l_j c_j^2 (1 - (lambda_j - 1) mu_j)
/// ```
/// The condition is that leaving does not pay: `om_j (1 - 2 lambda_j mu_j/(1 + mu_j)) > eps_{j+1}` for j < J,
/// and om_J > 0. Proof: proofs-notes/weighted-l1.md.
public final class WeightedL1Condition {

    private WeightedL1Condition() {}

    /// What the condition needs of one layer: mu^2, c^2 (equal for all atoms), m = largest absolute entry,
    /// lambda, l.
    public record LayerData(Rational squaredCoherence, Rational squaredNorm, Rational largestEntry,
            int sparsity, Rational lowerLipschitz) {

        /// `1 - 2 lambda mu/(1 + mu)`: what norm1 gains for each unit of a kernel vector.
        private Rational gap(Rational mu) {
            return Rational.ONE.minus(mu.times(2L * sparsity).dividedBy(Rational.ONE.plus(mu)));
        }

        private Interval gap() {
            Interval mu = squaredCoherence.sqrtEnclosure();
            return Interval.ONE.minus(mu.times(2.0 * sparsity).dividedBy(Interval.ONE.plus(mu)));
        }

        /// `l c^2 (1 - (lambda - 1) mu)`, the denominator of eps.
        private Rational resistance(Rational mu) {
            return Rational.ONE.minus(mu.times(sparsity - 1L)).times(squaredNorm).times(lowerLipschitz);
        }

        private Interval resistance() {
            Interval mu = squaredCoherence.sqrtEnclosure();
            return Interval.ONE.minus(mu.times(sparsity - 1.0))
                    .times(squaredNorm.enclosure())
                    .times(lowerLipschitz.enclosure());
        }

        /// `lambda m`.
        private Rational reach() {
            return largestEntry.times(sparsity);
        }
    }

    /// What is left of each inequality, first layer first: `om_j gap_j - eps_{j+1}` for j < J, and om_J.
    ///
    /// Where all coherences are rational they are computed exactly, so that equality is the point 0. Else
    /// they are enclosed. Outside the other hypotheses a denominator may be 0, and enclosures are infinite.
    ///
    /// @param weights om_j, one a layer
    /// @throws IllegalArgumentException if there is not one weight a layer
    public static List<Interval> margins(List<Rational> weights, List<LayerData> layers) {
        if (weights.size() != layers.size()) {
            throw new IllegalArgumentException(layers.size() + " layers but " + weights.size() + " weights");
        }
        return exactMargins(weights, layers)
                .map(margins -> margins.stream().map(Rational::enclosure).toList())
                .orElseGet(() -> enclosedMargins(weights, layers));
    }

    private static Optional<List<Rational>> exactMargins(List<Rational> weights, List<LayerData> layers) {
        List<Rational> margins = new ArrayList<>();
        Rational saved = Rational.ZERO;
        for (int j = layers.size(); j >= 1; j--) {
            LayerData layer = layers.get(j - 1);
            Rational weight = weights.get(j - 1);
            Optional<Rational> mu = layer.squaredCoherence.sqrt();
            if (mu.isEmpty()) {
                return Optional.empty();
            }
            boolean top = j == layers.size();
            margins.add(top ? weight : weight.times(layer.gap(mu.get())).minus(saved));
            if (j > 1) {
                Rational resistance = layer.resistance(mu.get());
                if (resistance.signum() <= 0) {
                    return Optional.empty();
                }
                saved = layer.reach().times(weight.plus(saved)).dividedBy(resistance);
            }
        }
        Collections.reverse(margins);
        return Optional.of(margins);
    }

    private static List<Interval> enclosedMargins(List<Rational> weights, List<LayerData> layers) {
        List<Interval> margins = new ArrayList<>();
        Interval saved = Interval.ZERO;
        for (int j = layers.size(); j >= 1; j--) {
            LayerData layer = layers.get(j - 1);
            Interval weight = weights.get(j - 1).enclosure();
            margins.add(j == layers.size() ? weight : weight.times(layer.gap()).minus(saved));
            saved = saved(layer, weight, saved);
        }
        Collections.reverse(margins);
        return margins;
    }

    private static Interval saved(LayerData layer, Interval weight, Interval above) {
        return layer.reach().enclosure().times(weight.plus(above)).dividedBy(layer.resistance());
    }

    /// Weights that meet the condition: om_J = 1, and from there down the least powers of two that do.
    ///
    /// Inside `lambda_j < (1 + 1/mu_j)/2` every gap is positive, so there is one, unless it is beyond 2^60.
    /// Where there is none the weight is 1, which does not meet the condition.
    public static List<Rational> sufficientWeights(List<LayerData> layers) {
        List<Rational> weights = new ArrayList<>();
        Interval saved = Interval.ZERO;
        for (int j = layers.size(); j >= 1; j--) {
            LayerData layer = layers.get(j - 1);
            Rational weight = j == layers.size() ? Rational.ONE : sufficient(layer, saved);
            weights.add(weight);
            saved = saved(layer, weight.enclosure(), saved);
        }
        Collections.reverse(weights);
        return weights;
    }

    private static Rational sufficient(LayerData layer, Interval saved) {
        Interval needed = saved.dividedBy(layer.gap());
        if (!(needed.lower() >= 0 && needed.upper() < 0x1p60)) {
            return Rational.ONE;
        }
        return Rational.of(Math.scalb(1.0, Math.getExponent(Math.max(needed.upper(), 0x1p-60)) + 1));
    }
}
