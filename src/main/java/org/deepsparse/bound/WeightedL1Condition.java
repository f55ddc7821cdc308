package org.deepsparse.bound;

import java.util.Optional;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The condition on weights om_j under which the true chain minimises `sum_j om_j norm1(x_j)`
/// (`weighted-l1`), for j < J: `om_j (1 - 2 lambda_j mu_j/(1 + mu_j)) >= om_{j+1} (2 lambda_{j+1} m_{j+1}/((1
/// + mu_{j+1}) c_{j+1}^2)) / l_{j+1}`.
public final class WeightedL1Condition {

    private WeightedL1Condition() {}

    /// What the condition needs of one layer: mu^2, c^2 (equal for all atoms), m = largest absolute entry,
    /// lambda, l.
    public record LayerData(Rational squaredCoherence, Rational squaredNorm, Rational largestEntry,
            int sparsity, Rational lowerLipschitz) {

        /// `1 - 2 lambda mu/(1 + mu)`: what norm1 gains on the kernel.
        Interval gap() {
            Interval mu = squaredCoherence.sqrtEnclosure();
            return Interval.ONE.minus(mu.times(2.0 * sparsity).dividedBy(Interval.ONE.plus(mu)));
        }

        /// `2 lambda m/((1 + mu) c^2 l)`: what a change of the code below can cost here.
        Interval gain() {
            Interval mu = squaredCoherence.sqrtEnclosure();
            Interval numerator = largestEntry.enclosure().times(2.0 * sparsity);
            return numerator
                    .dividedBy(Interval.ONE.plus(mu).times(squaredNorm.enclosure()))
                    .dividedBy(lowerLipschitz.enclosure());
        }

        private Optional<Rational> exactGap() {
            return squaredCoherence.sqrt()
                    .map(mu -> Rational.ONE.minus(mu.times(2L * sparsity).dividedBy(Rational.ONE.plus(mu))));
        }

        private Optional<Rational> exactGain() {
            return squaredCoherence.sqrt()
                    .filter(mu -> lowerLipschitz.signum() > 0)
                    .map(mu -> largestEntry.times(2L * sparsity)
                            .dividedBy(Rational.ONE.plus(mu).times(squaredNorm).times(lowerLipschitz)));
        }
    }

    /// Left side minus right side, enclosed; exactly where both coherences are rational, so that equality is
    /// seen as the point 0.
    public static Interval margin(Rational weight, LayerData layer, Rational weightAbove, LayerData above) {
        if (layer.exactGap().isPresent() && above.exactGain().isPresent()) {
            return weight.times(layer.exactGap().get())
                    .minus(weightAbove.times(above.exactGain().get()))
                    .enclosure();
        }
        return weight.enclosure().times(layer.gap()).minus(weightAbove.enclosure().times(above.gain()));
    }

    /// An om_j that meets the condition under `weightAbove`, a power of two; 1 where none does.
    public static Rational sufficientWeight(LayerData layer, Rational weightAbove, LayerData above) {
        Interval needed = weightAbove.enclosure().times(above.gain()).dividedBy(layer.gap());
        if (!(needed.lower() >= 0 && needed.upper() < 0x1p60)) {
            return Rational.ONE;
        }
        return Rational.of(Math.scalb(1.0, Math.getExponent(Math.max(needed.upper(), 0x1p-60)) + 1));
    }
}
