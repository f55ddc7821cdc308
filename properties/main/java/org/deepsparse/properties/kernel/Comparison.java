package org.deepsparse.properties.kernel;

import java.util.function.Supplier;
import org.deepsparse.exact.Rational;

/// What the laws compare, and the words of a failure: what was run, what it gave, what was allowed. Words are
/// put together for a failure only: they take longer than a comparison.
final class Comparison {

    private Comparison() {}

    /// Within an error bound of the exact result; an infinite bound makes no statement, and none is asked
    /// for.
    static void within(Supplier<String> what, double result, Supplier<Rational> exactly, double bound) {
        if (bound == Double.POSITIVE_INFINITY) {
            return;
        }
        Rational exact = exactly.get();
        if (!Double.isFinite(result)
                || Rational.of(result).minus(exact).abs().compareTo(Rational.of(bound)) > 0) {
            throw new AssertionError(
                    what.get() + " gave " + result + " but the exact result is about " + exact.nearest()
                            + " and an error of " + bound + " is allowed");
        }
    }

    /// Within an error bound of the square root of a rational: `result - bound <= root <= result + bound` is
    /// decided on squares.
    static void withinOfRoot(Supplier<String> what, double result, Supplier<Rational> squared, double bound) {
        if (bound == Double.POSITIVE_INFINITY) {
            return;
        }
        Rational square = squared.get();
        if (!Double.isFinite(result) || isBelowRoot(result, bound, square)
                || isAboveRoot(result, -bound, square)) {
            throw new AssertionError(what.get() + " gave " + result + " but the exact result is about "
                    + square.sqrtEnclosure().lower() + " and an error of " + bound + " is allowed");
        }
    }

    private static boolean isBelowRoot(double result, double shift, Rational square) {
        Rational shifted = Rational.of(result).plus(Rational.of(shift));
        return shifted.signum() < 0 || shifted.square().compareTo(square) < 0;
    }

    private static boolean isAboveRoot(double result, double shift, Rational square) {
        Rational shifted = Rational.of(result).plus(Rational.of(shift));
        return shifted.signum() > 0 && shifted.square().compareTo(square) > 0;
    }

    /// The same double, zeros told apart, all NaN alike.
    static void same(Supplier<String> what, double result, double expected) {
        if (Double.compare(result, expected) != 0) {
            throw new AssertionError(what.get() + " gave " + result + " but must give " + expected);
        }
    }

    /// The same bits as the order of the contract.
    static void ordered(Supplier<String> what, double result, double expected) {
        if (Double.compare(result, expected) != 0) {
            throw new AssertionError(what.get() + " gave " + result + " but must give " + expected
                    + ", the sum in the order of the contract");
        }
    }

    static void writesOnlyItsSlice(Supplier<String> what, Slice before, Slice after) {
        int p = after.changedAround(before);
        if (p >= 0) {
            throw new AssertionError(
                    what.get() + " changed entry " + p + " of the array, outside of its slice");
        }
    }
}
