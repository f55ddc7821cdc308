package org.deepsparse.trial;

import java.util.List;
import java.util.OptionalInt;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.RateInstance;
import org.deepsparse.theorem.DeepestFirstConvergence;
import org.deepsparse.theorem.LayerByLayerConvergence;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Claim;

/// What the same noise on the signal becomes at the deepest layer under the two methods (paper Thms 5 and 6):
/// the price of going layer by layer.
///
/// @param example the chain
/// @param depth J
/// @param noise normInf(e_1)
/// @param layerByLayer the last claim about layer J under `layer-by-layer`
/// @param deepestFirst the same under `deepest-first`
public record NoiseAmplification(String example, int depth, double noise, Claim.AtMost layerByLayer,
        Claim.AtMost deepestFirst) {

    /// The two methods.
    static final List<Theorem<?>> COMPARED = List.of(new LayerByLayerConvergence(),
            new DeepestFirstConvergence());

    /// Chains with noise on the signal alone and one entry in the deepest code, so that both methods' norms
    /// are its absolute error.
    private static final List<String> EXAMPLES = List.of(
            "unit-chain-1",
            "unit-chain-2",
            "unit-chain-3",
            "unit-chain-4",
            "unit-chain-5",
            "core3-column-2",
            "core7-column-2",
            "core15-column-2",
            "core7-column-3");

    public static List<NoiseAmplification> all() {
        return EXAMPLES.stream().map(NoiseAmplification::of).toList();
    }

    private static NoiseAmplification of(String example) {
        LayerByLayerConvergence layerByLayer = new LayerByLayerConvergence();
        RateInstance instance = layerByLayer.instance(new NamedExample(layerByLayer.id(), example));
        return new NoiseAmplification(
                example,
                instance.chain().depth(),
                instance.chain().error(1).normInf().enclosure().upper(),
                deepest(layerByLayer, example, instance.chain().depth()),
                deepest(new DeepestFirstConvergence(), example, instance.chain().depth()));
    }

    private static <I> Claim.AtMost deepest(Theorem<I> theorem, String example, int depth) {
        List<Claim> claims = theorem.conclusion(theorem.instance(new NamedExample(theorem.id(), example)));
        return Claim.comparisons(claims).stream()
                .filter(claim -> claim.label().name().equals("error")
                        && claim.label().layer().equals(OptionalInt.of(depth)))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(
                        theorem.id() + " claims nothing about layer " + depth + " of " + example));
    }

    /// The error of layer-by-layer over that of deepest-first.
    public double ratio() {
        return layerByLayer.measured().dividedBy(deepestFirst.measured()).upper();
    }
}
