package org.deepsparse.coding;

import java.util.List;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;

/// Codes x_1, ..., x_J, one a layer. Layers are counted from 1 as in the paper; x_0 is the signal and belongs
/// to the [Problem].
public record Chain(List<SparseCode> codes) {

    public Chain {
        codes = List.copyOf(codes);
    }

    /// x_j for j = 1..J.
    public SparseCode code(int j) {
        return codes.get(j - 1);
    }

    /// x_1, ..., x_J as vectors.
    public List<RationalVector> entries() {
        return codes.stream().map(SparseCode::entries).toList();
    }

    /// norm2(x_j - other_j) squared.
    public Rational squaredDistance(Chain other, int j) {
        RationalVector difference = code(j).entries().minus(other.code(j).entries());
        return difference.squaredNorm();
    }

    @Override
    public String toString() {
        return codes.toString();
    }
}
