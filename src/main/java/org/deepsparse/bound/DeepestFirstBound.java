package org.deepsparse.bound;

import org.deepsparse.exact.Interval;

/// The error of the deepest-sparsity-first method (paper Thm 5) for layer j: `norm2(x~_j - x_j) <= M_j (q^K
/// lambda_J B_J + 2 lambda_J sigma/(1 - q)) + norm2(sum_{i>j} D[j+1..i-1] e_i)`.
public final class DeepestFirstBound {

    private DeepestFirstBound() {}

    /// @param largestColumn M_j, the largest column norm of D[j+1..J]; 1 for j = J
    /// @param deepest the closed form of LISTA-CP on D[1..J] after K steps
    /// @param tail norm2(sum_{i>j} D[j+1..i-1] e_i)
    public static Interval error(Interval largestColumn, double deepest, Interval tail) {
        return Interval.of(largestColumn.times(deepest).plus(tail).upper());
    }
}
