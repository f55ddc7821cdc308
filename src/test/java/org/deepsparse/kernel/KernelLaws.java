package org.deepsparse.kernel;

import java.util.List;
import java.util.SplittableRandom;

/// The laws of [KernelSet], as checks of any implementation: each kernel against the exact result within its
/// [ErrorBound], nothing read or written outside of the slices, special values as the contract says. A check throws an
/// AssertionError that names the kernel, sizes and offsets, what came out and what is allowed.
public final class KernelLaws {

    /// One law.
    ///
    /// @param name for reports, the kernel first
    /// @param check throws an AssertionError where the law is broken
    public record Law(String name, Runnable check) {}

    private static final double[] FACTORS = {0.0, -0.0, 1, -2.5, 0x1.fp-1, 0x1p-1074, 0x1p500};

    private final AccuracyLaws accuracy;
    private final SpecialValueLaws special;
    private final Operands operands;

    /// @param lanes doubles a vector of the set holds: lengths are tried around its multiples
    public KernelLaws(KernelSet kernels, int lanes) {
        operands = new Operands(lanes);
        accuracy = new AccuracyLaws(kernels);
        special = new SpecialValueLaws(kernels, operands.lengths());
    }

    public List<Law> all() {
        return List.of(
                new Law("dot", () -> operands.pairs(accuracy::dot)),
                new Law("dot: special values", special::dot),
                new Law("axpy", this::axpy),
                new Law("axpy: special values", special::axpy),
                new Law("gemv", this::gemv),
                new Law("gemv: special values", special::gemv),
                new Law("gemvTransposed", this::gemvTransposed),
                new Law("gemvTransposed: special values", special::gemvTransposed),
                new Law("softThreshold", this::softThreshold),
                new Law("softThreshold: special values", special::softThreshold),
                new Law("norm1", () -> operands.pairs((x, ignored) -> accuracy.norm1(x))),
                new Law("norm2", () -> operands.pairs((x, ignored) -> accuracy.norm2(x))),
                new Law("norm2: no spurious overflow or underflow", this::norm2AtTheEnds),
                new Law("normInf", () -> operands.pairs((x, ignored) -> accuracy.normInf(x))),
                new Law("norms: special values", special::norms));
    }

    private void axpy() {
        SplittableRandom random = new SplittableRandom(3);
        operands.pairs((x, y) -> accuracy.axpy(FACTORS[random.nextInt(FACTORS.length)], x, y));
    }

    private void gemv() {
        operands.matrices((a, rows, columns, right, left) -> accuracy.gemv(a, rows, right, right.offset()));
    }

    private void gemvTransposed() {
        operands.matrices((a, rows, columns, right, left) -> accuracy.gemvTransposed(a, columns, left, left.offset()));
    }

    /// Thresholds below, at and above entries, and the smallest and largest there are.
    private void softThreshold() {
        SplittableRandom random = new SplittableRandom(4);
        double[] fixed = {0.0, -0.0, Double.MIN_VALUE, 0.5, 1, Double.MAX_VALUE};
        operands.pairs((x, y) -> {
            boolean atAnEntry = x.length() > 0 && random.nextBoolean();
            double theta = atAnEntry ? Math.abs(x.get(random.nextInt(x.length()))) : fixed[random.nextInt(fixed.length)];
            accuracy.softThreshold(x, theta, y.offset());
        });
    }

    /// Single entries come back as they are, from the smallest to the largest double; equal ones that fit do fit.
    private void norm2AtTheEnds() {
        for (double entry : new double[] {Double.MIN_VALUE, Double.MIN_NORMAL, 0x1p-538, 1, 0x1p512, Double.MAX_VALUE}) {
            for (int length : operands.lengths()) {
                for (int k = 0; k < length; k++) {
                    double[] values = new double[length];
                    values[k] = -entry;
                    accuracy.norm2(Slice.of(values, 1, Slice.POISON));
                    values[length - 1 - k] = entry * 0x1p-2;
                    accuracy.norm2(Slice.of(values, 1, Slice.POISON));
                }
            }
        }
    }
}
