package org.deepsparse.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.deepsparse.exact.Rational;

/// What the interface promises of every activation, and the numbers at which each shows its kind.
class ActivationProperties {

    private static final List<PiecewiseLinear> ALL = Stream.of("identity", "leaky(1/8)", "leaky(1)", "relu", "abs", "jump")
            .map(PiecewiseLinear::parse).toList();

    @Provide
    Arbitrary<PiecewiseLinear> activations() {
        return Arbitraries.of(ALL);
    }

    @Provide
    Arbitrary<Rational> rationals() {
        return Combinators.combine(Arbitraries.integers().between(-60, 60), Arbitraries.integers().between(1, 12)).as(Rational::of);
    }

    @Property(seed = "1", tries = 500)
    void keepsZeroAndItsLowerLipschitzConstant(
            @ForAll("activations") PiecewiseLinear rho, @ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        assertEquals(Rational.ZERO, rho.apply(Rational.ZERO));
        Rational moved = rho.apply(a).minus(rho.apply(b)).abs();
        assertTrue(moved.compareTo(rho.lowerSlope().times(a.minus(b).abs())) >= 0, () -> rho + " at " + a + " and " + b);
    }

    /// A pair of points at which each constant is attained: no larger number is a lower Lipschitz constant.
    @Example
    void theLowerLipschitzConstantIsTheLargest() {
        for (PiecewiseLinear rho : ALL) {
            Rational a = rho instanceof AbsoluteValue ? Rational.ONE : Rational.of(-1);
            Rational b = a.times(rho instanceof AbsoluteValue ? -1 : 2);
            assertEquals(rho.lowerSlope().times(a.minus(b).abs()), rho.apply(a).minus(rho.apply(b)).abs(), rho.text());
        }
    }

    @Property(seed = "1", tries = 500)
    void inversesAreRightAndNonnegativeWhereThereIsAChoice(@ForAll("activations") PiecewiseLinear rho, @ForAll("rationals") Rational t) {
        Rational value = rho.apply(t);
        Rational back = rho.inverse(value);
        assertEquals(value, rho.apply(back));
        if (rho.isBijective()) {
            assertEquals(t, back);
        } else if (rho.lowerSlope().isZero()) {
            assertTrue(back.signum() >= 0);
        }
    }

    @Example
    void valuesAndKinds() {
        Rational[] points = {Rational.of(-2), Rational.of(2)};
        assertEquals(List.of("-2 2", "-1/4 2", "-2 2", "0 2", "2 2", "-3 3"),
                ALL.stream().map(rho -> rho.apply(points[0]) + " " + rho.apply(points[1])).toList());
        assertEquals(List.of(true, true, true, false, false, false), ALL.stream().map(PiecewiseLinear::isBijective).toList());
        assertEquals(List.of(true, true, true, true, true, false), ALL.stream().map(PiecewiseLinear::isContinuous).toList());
        assertEquals(Rational.of(1, 2), new Jump().inverse(Rational.of(3, 2)));
        assertEquals(Rational.ZERO, new AbsoluteValue().inverse(Rational.ZERO));
        assertThrows(ArithmeticException.class, () -> new Relu().inverse(Rational.of(-1, 9)));
        assertThrows(ArithmeticException.class, () -> new AbsoluteValue().inverse(Rational.of(-1, 9)));
    }

    @Example
    void textsAreReadBackAndOthersRefused() {
        ALL.forEach(rho -> assertEquals(rho, PiecewiseLinear.parse(rho.text())));
        for (String text : List.of("elu", "leaky(1/8", "leaky", "(1/8)", "leaky(0)", "leaky(-1/2)", "leaky(9/8)", "leaky(x)", "")) {
            assertThrows(IllegalArgumentException.class, () -> PiecewiseLinear.parse(text), text);
        }
        assertEquals(Rational.of(Double.MIN_VALUE), new LeakyRelu(Double.MIN_VALUE).lowerSlope());
        assertThrows(IllegalArgumentException.class, () -> new LeakyRelu(Double.NaN));
        assertFalse(new LeakyRelu(0.5).equals(new LeakyRelu(0.25)));
    }
}
