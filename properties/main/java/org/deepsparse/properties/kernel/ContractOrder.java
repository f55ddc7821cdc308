package org.deepsparse.properties.kernel;

import java.util.function.IntToDoubleFunction;
import org.deepsparse.kernel.KernelSet;

/// What a kernel must return to the last bit: the order of the contract of [KernelSet], spelled out once
/// more. Shares no code with any kernel.
final class ContractOrder {

    private ContractOrder() {}

    static double dot(Slice a, Slice b) {
        return halved(p -> {
            double sum = 0;
            for (int k = p; k < a.length(); k += KernelSet.PARTIAL_SUMS) {
                sum = Math.fma(a.get(k), b.get(k), sum);
            }
            return sum;
        });
    }

    static double axpy(double alpha, double x, double y) {
        return Math.fma(alpha, x, y);
    }

    /// Row i of A times x.
    static double gemv(Slice a, int rows, Slice x, int i) {
        double sum = 0;
        for (int j = 0; j < x.length(); j++) {
            sum = Math.fma(a.get(j * rows + i), x.get(j), sum);
        }
        return sum;
    }

    /// Column j of A times x.
    static double gemvTransposed(Slice a, Slice x, int j) {
        return dot(a.column(j, x.length()), x);
    }

    static double norm1(Slice x) {
        return halved(p -> {
            double sum = 0;
            for (int k = p; k < x.length(); k += KernelSet.PARTIAL_SUMS) {
                sum += Math.abs(x.get(k));
            }
            return sum;
        });
    }

    static double norm2(Slice x) {
        double squares = dot(x, x);
        if (0x1p-900 <= squares && squares <= 0x1p900) {
            return Math.sqrt(squares);
        }
        int exponent = squares > 1 ? -600 : 600;
        Slice scaled = x.copyToWrite();
        for (int k = 0; k < x.length(); k++) {
            scaled.set(k, Math.scalb(x.get(k), exponent));
        }
        return Math.scalb(Math.sqrt(dot(scaled, scaled)), -exponent);
    }

    private static double halved(IntToDoubleFunction partialSum) {
        return sumEvery(1, 0, partialSum);
    }

    /// The partial sums p, p + step, p + 2 step, ...: added by halving, the last addition is that of the even
    /// ones among them and the odd ones.
    private static double sumEvery(int step, int p, IntToDoubleFunction partialSum) {
        return step == KernelSet.PARTIAL_SUMS
                ? partialSum.applyAsDouble(p)
                : sumEvery(2 * step, p, partialSum) + sumEvery(2 * step, p + step, partialSum);
    }
}
