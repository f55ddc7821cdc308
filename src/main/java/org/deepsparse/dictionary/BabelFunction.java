package org.deepsparse.dictionary;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepsparse.exact.Interval;
import org.deepsparse.exact.Rational;

/// The Babel function of the normalised atoms: `mu1(k) = max_i` of the sum of the k largest
/// `abs(cos(d_i, d_l))`, l != i (Tropp 2004).
///
/// mu1(1) = mu, mu1(k) <= k mu, and mu1(k) = mu1(n - 1) for k >= n; mu1(0) = 0. Each cosine is the root of an
/// exact rational. **Cost** n^2 exact inner products, then n^2 log n.
public final class BabelFunction {

    private static final int FIRST_BITS = 64;
    private static final int LAST_BITS = 1024;

    /// Row i: the squared cosines with all other atoms, largest first.
    private final List<Rational[]> squares;

    private BabelFunction(List<Rational[]> squares) {
        this.squares = squares;
    }

    public static BabelFunction of(Dictionary dictionary) {
        int n = dictionary.atoms();
        PrimitiveAtoms atoms = new PrimitiveAtoms(dictionary);
        List<Rational[]> squares = IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .filter(l -> l != i)
                        .mapToObj(l -> atoms.cosine(i, l))
                        .sorted(Collections.reverseOrder())
                        .map(PrimitiveAtoms.Cosine::squared)
                        .toArray(Rational[]::new))
                .toList();
        return new BabelFunction(squares);
    }

    /// Encloses mu1(1), ..., mu1(K) with exact cosines of those pairs only that rounding leaves in question
    /// ([BabelScan]). The first is the enclosure of mu.
    public static List<Interval> enclosures(Dictionary dictionary, int largest) {
        return BabelScan.enclosures(dictionary, largest);
    }

    /// Encloses mu1(k).
    ///
    /// @throws IllegalArgumentException if k < 0
    public Interval value(int k) {
        if (k < 0) {
            throw new IllegalArgumentException(
                    "Babel function at " + k + ": the argument must be nonnegative");
        }
        return squares.stream()
                .map(row -> sum(row, k))
                .reduce(Interval.ZERO, Interval::max);
    }

    private static Interval sum(Rational[] row, int k) {
        Interval sum = Interval.ZERO;
        for (int l = 0; l < Math.min(k, row.length); l++) {
            sum = sum.plus(row[l].sqrtEnclosure());
        }
        return sum;
    }

    /// Encloses mu1(1), ..., mu1(K), each as [#value] does, with every root taken once.
    public List<Interval> values(int largest) {
        Interval[] values = new Interval[largest];
        Arrays.fill(values, Interval.ZERO);
        for (Rational[] row : squares) {
            Interval sum = Interval.ZERO;
            for (int k = 1; k <= largest; k++) {
                if (k <= row.length) {
                    sum = sum.plus(row[k - 1].sqrtEnclosure());
                }
                values[k - 1] = values[k - 1].max(sum);
            }
        }
        return List.of(values);
    }

    /// mu1/mu for mu > 0, from the exact squared ratios: a ratio of 1 is exactly 1, so that k ties sum to k.
    ///
    /// @throws ArithmeticException if mu = 0
    public BabelFunction relativeTo(Rational squaredCoherence) {
        return new BabelFunction(squares.stream()
                .map(row -> Arrays.stream(row).map(square -> square.dividedBy(squaredCoherence))
                        .toArray(Rational[]::new))
                .toList());
    }

    /// The sign of `1 - mu1(k) - mu1(l)`: by enclosure, then exactly where the largest sums have rational
    /// roots, then with up to 1,024 bits; empty if that does not decide.
    public Optional<Integer> signOfOneMinus(int k, int l) {
        Interval margin = Interval.ONE.minus(value(k)).minus(value(l));
        if (margin.lower() > 0 || margin.upper() < 0) {
            return Optional.of(margin.lower() > 0 ? 1 : -1);
        }
        Optional<Rational> first = exactly(k);
        Optional<Rational> second = exactly(l);
        if (first.isPresent() && second.isPresent()) {
            return Optional.of(Rational.ONE.minus(first.get()).minus(second.get()).signum());
        }
        for (int bits = FIRST_BITS; bits <= LAST_BITS; bits *= 2) {
            BigInteger below = floored(k, bits).add(floored(l, bits)); // short by less than k + l
            BigInteger one = BigInteger.ONE.shiftLeft(bits);
            if (below.compareTo(one) > 0) {
                return Optional.of(-1);
            }
            if (below.add(BigInteger.valueOf((long) k + l)).compareTo(one) <= 0) {
                return Optional.of(1);
            }
        }
        return Optional.empty();
    }

    /// mu1(k) if all roots that enter it are rational.
    private Optional<Rational> exactly(int k) {
        Rational largest = Rational.ZERO;
        for (Rational[] row : squares) {
            Rational sum = Rational.ZERO;
            for (int l = 0; l < Math.min(k, row.length); l++) {
                Optional<Rational> root = row[l].sqrt();
                if (root.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.plus(root.get());
            }
            largest = sum.compareTo(largest) > 0 ? sum : largest;
        }
        return Optional.of(largest);
    }

    /// `2^bits mu1(k)` from below, short by less than k.
    private BigInteger floored(int k, int bits) {
        return squares.stream().map(row -> floored(row, k, bits)).reduce(BigInteger.ZERO, BigInteger::max);
    }

    private static BigInteger floored(Rational[] row, int k, int bits) {
        BigInteger sum = BigInteger.ZERO;
        for (int l = 0; l < Math.min(k, row.length); l++) {
            sum = sum.add(row[l].numerator().shiftLeft(2 * bits).divide(row[l].denominator()).sqrt());
        }
        return sum;
    }

    /// Whether mu1(k) >= 1: by enclosure, then exactly if the roots are rational, then with up to 1,024 bits;
    /// empty if that does not decide (a sum of irrational roots within 2^-1000 of 1).
    public Optional<Boolean> reachesOne(int k) {
        boolean open = false;
        for (Rational[] row : squares) {
            Optional<Boolean> reaches = reachesOne(row, Math.min(k, row.length));
            if (reaches.isPresent() && reaches.get()) {
                return Optional.of(true);
            }
            open |= reaches.isEmpty();
        }
        return open ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Boolean> reachesOne(Rational[] row, int k) {
        Interval sum = sum(row, k);
        if (sum.lower() >= 1 || sum.upper() < 1) {
            return Optional.of(sum.lower() >= 1);
        }
        Rational[] roots = Arrays.stream(row).limit(k).map(Rational::sqrt).flatMap(Optional::stream)
                .toArray(Rational[]::new);
        if (roots.length == k) {
            Rational exact = Arrays.stream(roots).reduce(Rational.ZERO, Rational::plus);
            return Optional.of(exact.compareTo(Rational.ONE) >= 0);
        }
        for (int bits = FIRST_BITS; bits <= LAST_BITS; bits *= 2) {
            BigInteger below = floored(row, k, bits); // short by less than k
            BigInteger one = BigInteger.ONE.shiftLeft(bits);
            if (below.compareTo(one) >= 0) {
                return Optional.of(true);
            }
            if (below.add(BigInteger.valueOf(k)).compareTo(one) < 0) {
                return Optional.of(false);
            }
        }
        return Optional.empty();
    }
}
