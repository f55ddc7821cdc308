package org.deepsparse.tck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.deepsparse.coding.SparseCode;
import org.deepsparse.exact.Rational;
import org.deepsparse.exact.RationalVector;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;

/// How near a solver promises to come to a code that it finds. The contract knows no tolerance: the number is
/// the implementer's, and is held against exact differences.
public sealed interface Accuracy {

    /// The code itself: every entry equal, as numbers.
    static Accuracy exact() {
        return new Relative(0);
    }

    /// `abs(z_i - x_i) <= error normInf(x)` for every i, and `abs(z_i) > error normInf(x)` exactly where x_i
    /// is not 0. (The second is asked where it is consistent with the first: `2 error normInf(x) < min
    /// abs(x_i)` over the support.)
    ///
    /// @throws IllegalArgumentException unless 0 <= error < 1
    static Accuracy relative(double error) {
        return new Relative(error);
    }

    /// Nothing but the support: the norm0(x) largest of abs(z_i) sit where x is not 0. That is all an exact
    /// answer takes: the atoms of a support within a theorem's hypotheses are independent, so solving for
    /// their coefficients exactly gives x. For floating-point solvers without a proven error.
    static Accuracy ofSupport() {
        return new OfSupport();
    }

    /// @param place which layer and step the claims are about; their names are added
    /// @param found finite, one entry an atom
    List<Claim> claims(Label place, double[] found, SparseCode truth);

    /// See [Accuracy#relative].
    record Relative(double error) implements Accuracy {

        public Relative {
            if (!(error >= 0 && error < 1)) {
                throw new IllegalArgumentException("relative error " + error + " must be in [0, 1)");
            }
        }

        @Override
        public List<Claim> claims(Label place, double[] found, SparseCode truth) {
            Rational allowed = truth.entries().normInf().times(Rational.of(error));
            Rational smallest = IntStream.of(truth.support())
                    .mapToObj(i -> truth.entries().get(i).abs())
                    .min(Comparator.naturalOrder())
                    .orElse(Rational.ONE);
            Rational distance = RationalVector.of(found).minus(truth.entries()).normInf();
            Evidence.Facts numbers = Evidence.Facts.of("error", distance.enclosure().upper(), "promised",
                    allowed.enclosure().lower());
            List<Claim> claims = new ArrayList<>();
            if (allowed.times(2).compareTo(smallest) < 0) {
                claims.add(support(place, found.length,
                        i -> Rational.of(found[i]).abs().compareTo(allowed) > 0, truth, numbers));
            }
            claims.add(new Claim.Decided(
                    place.named("error"),
                    Verdict.of(distance.compareTo(allowed) <= 0), numbers));
            return claims;
        }
    }

    /// See [Accuracy#ofSupport].
    record OfSupport() implements Accuracy {

        @Override
        public List<Claim> claims(Label place, double[] found, SparseCode truth) {
            // a tie at the border is broken against the solver: off the support first
            List<Integer> largest = IntStream.range(0, found.length)
                    .boxed()
                    .sorted(Comparator.<Integer>comparingDouble(i -> -Math.abs(found[i]))
                            .thenComparing(i -> truth.entries().get(i).signum() != 0))
                    .limit(truth.sparsity())
                    .toList();
            return List.of(support(place, found.length, largest::contains, truth));
        }
    }

    /// @param more what is known beside the support
    private static Claim support(Label place, int size, IntPredicate taken, SparseCode truth,
            Evidence... more) {
        int[] atoms = IntStream.range(0, size).filter(taken).toArray();
        boolean right = Arrays.equals(atoms, truth.support());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.Facts.of("found the atoms", Arrays.toString(atoms), "truth",
                Arrays.toString(truth.support())));
        evidence.addAll(List.of(more));
        return new Claim.Decided(place.named("support"), Verdict.of(right), evidence);
    }
}
