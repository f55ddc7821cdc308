package org.deepsparse.bound;

import org.deepsparse.exact.Interval;

/// How far the deepest-first method can be from the code of layer j after K steps: the formula of the theorem
/// `deepest-first`,
/// ```
/// norm2(x~_j - x_j) <= M_j (q^K lambda_J B_J + 2 lambda_J (sigma + tau)/(1 - q))
///                      + norm2(sum_{i>j} D[j+1..i-1] e_i).
/// ```
/// The bracket is the closed form of [ListaCpBound] for the product of all dictionaries. Its error in norm1,
/// carried down by D[j+1..J], grows by at most the largest column norm M_j. The last term is the noise of the
/// layers above j, which the deepest code does not know. Proof: `proofs-notes/deepest-first.md`.
public final class DeepestFirstBound {

    private DeepestFirstBound() {}

    /// The right side of the inequality, rounded up.
    ///
    /// @param largestColumn M_j, the largest column norm of D[j+1..J]; 1 for j = J
    /// @param deepest the closed form of LISTA-CP on D[1..J] after K steps
    /// @param tail norm2(sum_{i>j} D[j+1..i-1] e_i)
    public static Interval error(Interval largestColumn, double deepest, Interval tail) {
        return Interval.of(largestColumn.times(deepest).plus(tail).upper());
    }
}
