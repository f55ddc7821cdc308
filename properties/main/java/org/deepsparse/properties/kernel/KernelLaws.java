package org.deepsparse.properties.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deepsparse.kernel.ErrorBound;
import org.deepsparse.kernel.KernelSet;

/// The laws of [KernelSet], as checks of any implementation: each kernel against the exact result within its
/// [ErrorBound], the bits that the order of the contract gives, nothing read or written outside of the
/// slices, special values as the contract says. [KernelSetContract] runs them as tests.
///
/// A law walks the sizes upwards and stops at the first failure, so no smaller size fails it. Its operands
/// come from a fixed seed: it holds or fails for ever.
public final class KernelLaws {

    private static final double[] FACTORS = {0.0, -0.0, 1, -2.5, 0x1.fp-1, 0x1p-1074, 0x1p500};

    private final String set;
    private final int lanes;
    private final Operands operands;
    private final AccuracyLaws accuracy;
    private final Map<String, Runnable> laws = new LinkedHashMap<>();

    /// @param lanes doubles a vector of the set holds: lengths are tried around its multiples
    /// @throws IllegalArgumentException if there are fewer than 1
    public KernelLaws(KernelSet kernels, int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("a vector holds at least 1 double but lanes are " + lanes);
        }
        set = kernels.name();
        this.lanes = lanes;
        operands = new Operands(lanes);
        KernelSet named = NamedCalls.of(kernels);
        accuracy = new AccuracyLaws(named);
        SpecialValueLaws special = new SpecialValueLaws(named, operands.lengths());
        laws.put("dot", () -> operands.pairs(accuracy::dot));
        laws.put("dot: special values", special::dot);
        laws.put("axpy", this::axpy);
        laws.put("axpy: special values", special::axpy);
        laws.put("gemv", this::gemv);
        laws.put("gemv: special values", special::gemv);
        laws.put("gemvTransposed", this::gemvTransposed);
        laws.put("gemvTransposed: special values", special::gemvTransposed);
        laws.put("gemm", this::gemm);
        laws.put("gemm: special values", special::gemm);
        laws.put("gemmTransposed", this::gemmTransposed);
        laws.put("gemmTransposed: special values", special::gemmTransposed);
        laws.put("softThreshold", this::softThreshold);
        laws.put("softThreshold: special values", special::softThreshold);
        laws.put("norm1", () -> operands.pairs((x, ignored) -> accuracy.norm1(x)));
        laws.put("norm2", () -> operands.pairs((x, ignored) -> accuracy.norm2(x)));
        laws.put("norm2: no spurious overflow or underflow", this::norm2AtTheEnds);
        laws.put("normInf", () -> operands.pairs((x, ignored) -> accuracy.normInf(x)));
        laws.put("norms: special values", special::norms);
    }

    /// The names of the laws, each with its kernel first.
    public List<String> names() {
        return List.copyOf(laws.keySet());
    }

    /// Checks one law.
    ///
    /// @throws AssertionError if it is broken: kernel, sizes, offsets, what came out, what is allowed, and
    ///     the call that shows it again
    /// @throws IllegalArgumentException if there is no law of that name
    public void check(String law) {
        Runnable check = laws.get(law);
        if (check == null) {
            throw new IllegalArgumentException("there is no law '" + law + "' but " + names());
        }
        try {
            check.run();
        } catch (AssertionError failure) {
            String replay = "replay on " + set + ": new KernelLaws(kernels, " + lanes + ").check(\"" + law
                    + "\")";
            throw new AssertionError(failure.getMessage() + System.lineSeparator() + replay, failure);
        }
    }

    private void axpy() {
        SplittableRandom random = new SplittableRandom(3);
        operands.pairs((x, y) -> accuracy.axpy(FACTORS[random.nextInt(FACTORS.length)], x, y));
    }

    private void gemv() {
        operands.matrices((a, rows, columns, right, left) -> accuracy.gemv(a, rows, right, right.offset()));
    }

    private void gemvTransposed() {
        operands.matrices(
                (a, rows, columns, right, left) -> accuracy.gemvTransposed(a, columns, left, left.offset()));
    }

    private void gemm() {
        operands.batches((a, rows, columns, count, right, left) -> accuracy.gemm(a, rows, columns, right,
                count, right.offset()));
    }

    private void gemmTransposed() {
        operands.batches((a, rows, columns, count, right, left) -> accuracy.gemmTransposed(a, rows, columns,
                left, count, left.offset()));
    }

    /// Thresholds below, at and above entries, and the smallest and largest there are.
    private void softThreshold() {
        SplittableRandom random = new SplittableRandom(4);
        double[] fixed = {0.0, -0.0, Double.MIN_VALUE, 0.5, 1, Double.MAX_VALUE};
        operands.pairs((x, y) -> {
            boolean atAnEntry = x.length() > 0 && random.nextBoolean();
            double theta = atAnEntry
                    ? Math.abs(x.get(random.nextInt(x.length())))
                    : fixed[random.nextInt(fixed.length)];
            accuracy.softThreshold(x, Double.isFinite(theta) ? theta : 1, y.offset());
        });
    }

    /// Single entries come back as they are, from the smallest to the largest double; equal ones that fit do
    /// fit.
    private void norm2AtTheEnds() {
        double[] entries = {Double.MIN_VALUE, Double.MIN_NORMAL, 0x1p-538, 1, 0x1p512, Double.MAX_VALUE};
        for (int length : operands.lengths()) {
            for (double entry : entries) {
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
