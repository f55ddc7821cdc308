package org.deepsparse.decider;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepsparse.bound.UniquenessCondition;
import org.deepsparse.bound.WelchLowerBound;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.dictionary.NearPairs;
import org.deepsparse.exact.Rational;
import org.deepsparse.verdict.Evidence;

/// Whether the sparsity that the coherence guarantees hangs on the rounding of the stored entries.
///
/// Every nonzero entry may move by at most half an ulp of its own; zeros stay. Let lambda be guaranteed.
/// * It **falls** where a cosine reaches `1/(2 lambda - 1)`.
/// * It **rises** where all cosines get below `1/(2 lambda + 1)`.
///
/// What cannot happen is proved: by enclosing each cosine that is near; for the rise also by the Welch bound
/// of the rows that are not empty, by two atoms that have one and the same nonzero row, and by counting. The
/// count: an atom with s nonzeros has a row in which it is heavy, `u^2 >= 1/s` of its squared norm. With more
/// atoms than rows two are heavy in one row; if they have no other row in common, their cosine is at least
/// `1/sqrt(s s')`, whatever the entries are.
///
/// What can happen is shown by moved entries. If neither succeeds, it is not known.
///
/// @param hangs true with `moved`, false if proved, empty if not known
/// @param sparsity one more or less, which the moved dictionary guarantees at least or at most; else what the
///     stored one does
/// @param moved the entries that are not as stored
public record RoundedSparsity(Optional<Boolean> hangs, int sparsity, List<Moved> moved) {

    /// One entry, moved by at most half an ulp.
    public record Moved(int row, int atom, Rational value) {}

    /// More pairs than this near a threshold are not looked at one by one.
    private static final int MOST_PAIRS = 20_000;

    /// What the rational work on the near pairs may cost, in entries.
    private static final long MOST_ENTRIES = 2_000_000;

    public RoundedSparsity {
        moved = List.copyOf(moved);
    }

    /// Whether half an ulp can change what this squared coherence of the dictionary guarantees.
    public static RoundedSparsity of(Dictionary dictionary, Rational squaredCoherence) {
        int atoms = dictionary.atoms();
        int sparsity = UniquenessCondition.largestSparsity(squaredCoherence, atoms);
        RoundedSparsity stays = new RoundedSparsity(Optional.of(false), sparsity, List.of());
        if (atoms == 1) {
            return stays;
        }
        double[] turns = IntStream.range(0, atoms).mapToDouble(i -> turn(dictionary, i)).toArray();
        RoundedSparsity falls = sparsity == 0 ? stays : falls(dictionary, sparsity, turns);
        if (falls.hangs.equals(Optional.of(true))) {
            return falls;
        }
        RoundedSparsity rises = sparsity == atoms ? stays : rises(dictionary, sparsity, turns);
        return rises.hangs.equals(Optional.of(false)) ? falls : rises;
    }

    /// At least how far the atom moves, relative to its norm: each normal entry by at most 2^-53 of itself,
    /// each subnormal one by 2^-1075.
    private static double turn(Dictionary dictionary, int i) {
        long subnormal = Arrays.stream(dictionary.atom(i))
                .filter(entry -> entry != 0 && Math.abs(entry) < Double.MIN_NORMAL)
                .count();
        Rational squared = Rational.of(0x1p-53).square();
        if (subnormal > 0) {
            Rational moves = MovedAtoms.halfUlp(Double.MIN_VALUE).square().times(subnormal);
            squared = squared.plus(moves.dividedBy(dictionary.squaredNorm(i)));
        }
        return squared.sqrtEnclosure().upper();
    }

    private static RoundedSparsity unknown(int sparsity) {
        return new RoundedSparsity(Optional.empty(), sparsity, List.of());
    }

    private static RoundedSparsity falls(Dictionary dictionary, int sparsity, double[] turns) {
        Rational limit = Rational.of(1, 2L * sparsity - 1).square();
        Optional<List<Evidence.Pair>> near = near(dictionary, limit, turns);
        if (near.isEmpty()) {
            return unknown(sparsity);
        }
        if (sparsity == 1) { // only parallel atoms guarantee less, and whether some can be is decided
            return near.get().stream()
                    .flatMap(pair -> ParallelMove.of(dictionary, pair).stream())
                    .findFirst()
                    .map(moved -> new RoundedSparsity(Optional.of(true), 0, moved))
                    .orElse(new RoundedSparsity(Optional.of(false), sparsity, List.of()));
        }
        boolean possible = false;
        for (Evidence.Pair pair : near.get()) {
            if (squaredCosine(dictionary, pair, true).compareTo(limit) >= 0) {
                possible = true;
                MovedAtoms atoms = new MovedAtoms(dictionary);
                atoms.raise(pair);
                Rational raised = atoms.squaredCosine(pair);
                if (raised.compareTo(limit) >= 0) {
                    return new RoundedSparsity(Optional.of(true), sparsity - 1, atoms.moved());
                }
            }
        }
        return possible ? unknown(sparsity) : new RoundedSparsity(Optional.of(false), sparsity, List.of());
    }

    private static RoundedSparsity rises(Dictionary dictionary, int sparsity, double[] turns) {
        RoundedSparsity stays = new RoundedSparsity(Optional.of(false), sparsity, List.of());
        Rational limit = Rational.of(1, 2L * sparsity + 1).square();
        Evidence.Pair largest = dictionary.coherence().pair().orElseThrow();
        if (squaredCosine(dictionary, largest, false).compareTo(limit) >= 0
                || proveThatItStays(dictionary, sparsity)) {
            return stays;
        }
        Optional<List<Evidence.Pair>> near = near(dictionary, limit, turns);
        if (near.isEmpty()) {
            return unknown(sparsity);
        }
        if (near.get().stream()
                .anyMatch(pair -> squaredCosine(dictionary, pair, false).compareTo(limit) >= 0)) {
            return stays;
        }
        MovedAtoms atoms = new MovedAtoms(dictionary);
        MovedAtoms still = new MovedAtoms(dictionary);
        double root = limit.sqrtEnclosure().upper();
        atoms.lower(near.get(), near.get().stream()
                .mapToDouble(pair -> still.squaredCosine(pair).minus(limit).nearest() / (2 * root))
                .toArray());
        // pairs that are not near stay below the limit whatever moves
        return near.get().stream().allMatch(pair -> atoms.squaredCosine(pair).compareTo(limit) < 0)
                ? new RoundedSparsity(Optional.of(true), sparsity + 1, atoms.moved())
                : unknown(sparsity);
    }

    private static Optional<List<Evidence.Pair>> near(Dictionary dictionary, Rational limit,
            double[] turns) {
        int most = (int) Math.min(MOST_PAIRS, MOST_ENTRIES / dictionary.rows());
        return NearPairs.of(dictionary, limit.sqrtEnclosure().lower(), turns, most);
    }

    /// A bound of the squared cosine of a pair under all moves.
    private static Rational squaredCosine(Dictionary dictionary, Evidence.Pair pair, boolean upper) {
        Rational product = Rational.ZERO;
        Rational slack = Rational.ZERO;
        Rational first = Rational.ZERO;
        Rational second = Rational.ZERO;
        int common = 0;
        // the size of an atom does not matter, so one with a single nonzero stays as it is
        boolean singleA = support(dictionary.atom(pair.first())).length == 1;
        boolean singleB = support(dictionary.atom(pair.second())).length == 1;
        for (int k = 0; k < dictionary.rows(); k++) {
            double a = dictionary.matrix().get(k, pair.first());
            double b = dictionary.matrix().get(k, pair.second());
            common += a != 0 && b != 0 ? 1 : 0;
            Rational sizeA = Rational.of(a).abs();
            Rational sizeB = Rational.of(b).abs();
            Rational moveA = singleA ? Rational.ZERO : MovedAtoms.halfUlp(a);
            Rational moveB = singleB ? Rational.ZERO : MovedAtoms.halfUlp(b);
            product = product.plus(Rational.of(a).times(Rational.of(b)));
            slack = slack.plus(sizeA.times(moveB)).plus(moveA.times(sizeB)).plus(moveA.times(moveB));
            first = first.plus((upper ? sizeA.minus(moveA) : sizeA.plus(moveA)).square());
            second = second.plus((upper ? sizeB.minus(moveB) : sizeB.plus(moveB)).square());
        }
        if (common == 0) { // orthogonal, whatever the entries are
            return Rational.ZERO;
        }
        Rational moved = upper ? product.abs().plus(slack) : product.abs().minus(slack);
        return moved.signum() <= 0 ? Rational.ZERO : moved.square().dividedBy(first.times(second));
    }

    private static boolean proveThatItStays(Dictionary dictionary, int sparsity) {
        int atoms = dictionary.atoms();
        int[][] supports = IntStream.range(0, atoms)
                .mapToObj(i -> support(dictionary.atom(i)))
                .toArray(int[][]::new);
        int rows = (int) Arrays.stream(supports).flatMapToInt(Arrays::stream).distinct().count();
        long product = (2L * sparsity + 1) * (2L * sparsity + 1);
        Rational limit = Rational.of(1, product);
        if (WelchLowerBound.squared(rows, atoms).compareTo(limit) >= 0) {
            return true;
        }
        int[] sizes = Arrays.stream(supports).mapToInt(support -> support.length).sorted().toArray();
        long pairs = Arrays.stream(sizes).mapToLong(size -> (long) size * size).sum();
        return atoms > rows
                && pairs <= MOST_ENTRIES
                && (long) sizes[atoms - 1] * sizes[atoms - 2] <= product
                && haveOneRowInCommonAtMost(supports, dictionary.rows());
    }

    private static int[] support(double[] atom) {
        return IntStream.range(0, atom.length).filter(k -> atom[k] != 0).toArray();
    }

    /// Two rows that both occur in two atoms are found as a pair that was seen before.
    private static boolean haveOneRowInCommonAtMost(int[][] supports, int rows) {
        Set<Long> seen = new HashSet<>();
        for (int[] support : supports) {
            for (int p = 0; p < support.length; p++) {
                for (int q = p + 1; q < support.length; q++) {
                    if (!seen.add((long) support[p] * rows + support[q])) {
                        return false;
                    }
                }
            }
        }
        return true;
    }
}
