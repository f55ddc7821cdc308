package org.deepsparse.dictionary;

import java.util.Iterator;
import java.util.Optional;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;
import org.deepsparse.verdict.Evidence;

/// Mutual coherence `mu(D) = max_{i != l} abs(<d_i, d_l>) / (norm2(d_i) norm2(d_l))` (paper Def. 3), decided
/// exactly.
///
/// Scale free: atoms need not be normalised, and the rival convention "unit-norm atoms" gives the same number
/// in exact arithmetic. mu itself is seldom rational; mu^2 always is. 0 for one atom. **Cost** m n^2 flops in
/// floating point, then exact work on the pairs that rounding leaves in question ([CoherenceScan],
/// [PrimitiveAtoms]).
///
/// @param squared mu^2 of the stored numbers, exactly
/// @param pair the lexicographically smallest pair of atoms that attains mu, ascending; empty for one atom
public record MutualCoherence(Rational squared, Optional<Evidence.Pair> pair) {

    public static MutualCoherence of(Dictionary dictionary) {
        if (dictionary.atoms() == 1) {
            return new MutualCoherence(Rational.ZERO, Optional.empty());
        }
        PrimitiveAtoms atoms = new PrimitiveAtoms(dictionary);
        Evidence.Pair pair = new Evidence.Pair(0, 1);
        PrimitiveAtoms.Cosine largest = PrimitiveAtoms.Cosine.ZERO;
        Iterator<long[]> blocks = CoherenceScan.candidates(dictionary, atoms::areSmall).iterator();
        // no cosine is larger than 1, so the first pair that reaches it is the answer
        while (blocks.hasNext() && !largest.isOne()) {
            for (long packed : blocks.next()) {
                int first = CoherenceScan.first(packed);
                int second = CoherenceScan.second(packed);
                PrimitiveAtoms.Cosine cosine = atoms.cosine(first, second);
                if (cosine.compareTo(largest) > 0) {
                    largest = cosine;
                    pair = new Evidence.Pair(first, second);
                }
                if (largest.isOne()) {
                    break;
                }
            }
        }
        return new MutualCoherence(largest.squared(), Optional.of(pair));
    }

    /// An enclosure of mu.
    public Interval value() {
        return squared.sqrtEnclosure();
    }
}
