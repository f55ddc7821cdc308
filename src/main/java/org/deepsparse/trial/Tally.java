package org.deepsparse.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsparse.instance.DrawnCase;
import org.deepsparse.instance.DrawnRecipe;
import org.deepsparse.instance.Floor;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Evidence;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Verdict;

/// What is kept of the judged random cases of one theorem. Tallies of different cases merge, in any order and
/// grouping, to the same tally: one thread and a thousand machines give the same result.
///
/// @param theorem id of the theorem
/// @param holds number of cases with this verdict; likewise the next three
/// @param worstRatio largest measured/bound; NaN if no claim compares numbers
/// @param entries of the cases that applied, how many entries their dictionaries have, all layers together;
///     where there are no dictionaries, the number of sample points
/// @param supports of the cases that applied, how many sets of atoms were enumerated
/// @param kinds one for each floor of the theorem's distribution of cases
/// @param failures violated cases, then undecided ones: of each verdict the [#KEPT] with the least numbers
public record Tally(
        String theorem,
        int holds,
        int violated,
        int undecided,
        int notApplicable,
        double worstRatio,
        Histogram entries,
        Histogram supports,
        List<Kind> kinds,
        List<Failure> failures) {

    /// Failures of one verdict that are kept.
    public static final int KEPT = 3;

    /// How many of the applied cases that a floor is about are of its kind.
    public record Kind(int count, int among) {
        private Kind plus(Kind other) {
            return new Kind(count + other.count, among + other.among);
        }
    }

    /// A case that was violated or undecided.
    ///
    /// @param number i, by which the case was drawn
    public record Failure(int number, Verdict verdict, Recipe recipe) {}

    public Tally {
        kinds = List.copyOf(kinds);
        failures = List.copyOf(failures);
    }

    /// Of no case.
    public static Tally empty(Theorem<?> theorem) {
        List<Kind> kinds = theorem.cases().floors().stream().map(floor -> new Kind(0, 0)).toList();
        return new Tally(theorem.id(), 0, 0, 0, 0, Double.NaN, Histogram.empty(), Histogram.empty(), kinds,
                List.of());
    }

    /// Of the one case with this number.
    public static Tally of(Theorem<?> theorem, int number, JudgedCase judged) {
        Verdict verdict = judged.judgement().verdict();
        boolean applied = verdict != Verdict.NOT_APPLICABLE;
        boolean failed = verdict == Verdict.VIOLATED || verdict == Verdict.UNDECIDED;
        return new Tally(
                theorem.id(),
                verdict == Verdict.HOLDS ? 1 : 0,
                verdict == Verdict.VIOLATED ? 1 : 0,
                verdict == Verdict.UNDECIDED ? 1 : 0,
                verdict == Verdict.NOT_APPLICABLE ? 1 : 0,
                judged.judgement().worstRatio(),
                applied ? entries(judged.recipe()) : Histogram.empty(),
                applied ? Histogram.of(supports(judged.judgement())) : Histogram.empty(),
                theorem.cases().floors().stream().map(floor -> kind(floor, applied, judged)).toList(),
                failed ? List.of(new Failure(number, verdict, judged.recipe())) : List.of());
    }

    private static Kind kind(Floor floor, boolean applied, JudgedCase judged) {
        if (!applied || !(judged.recipe() instanceof DrawnRecipe recipe)) {
            return new Kind(0, 0);
        }
        DrawnCase drawn = new DrawnCase(recipe, judged.chain(), steps(judged.judgement()));
        boolean among = floor.among().test(drawn);
        return new Kind(among && floor.kind().test(drawn) ? 1 : 0, among ? 1 : 0);
    }

    /// The last step about which something is claimed.
    private static int steps(Judgement judgement) {
        return judgement.claims().stream().mapToInt(claim -> claim.label().step().orElse(0)).max().orElse(0);
    }

    private static Histogram entries(Recipe recipe) {
        return recipe instanceof DrawnRecipe drawn ? Histogram.of(drawn.size()) : Histogram.empty();
    }

    private static long supports(Judgement judgement) {
        return judgement.claims().stream()
                .flatMap(claim -> claim instanceof Claim.Decided decided
                        ? decided.evidence().stream()
                        : Stream.empty())
                .mapToLong(evidence -> evidence instanceof Evidence.Exhaustion all ? all.supports() : 0)
                .sum();
    }

    /// Of the cases of both, which are different ones of the same theorem.
    ///
    /// @throws IllegalArgumentException if they are of two theorems
    public Tally plus(Tally other) {
        if (!theorem.equals(other.theorem)) {
            throw new IllegalArgumentException(
                    "tally of " + theorem + " cannot take in one of " + other.theorem);
        }
        return new Tally(
                theorem,
                holds + other.holds,
                violated + other.violated,
                undecided + other.undecided,
                notApplicable + other.notApplicable,
                larger(worstRatio, other.worstRatio),
                entries.plus(other.entries),
                supports.plus(other.supports),
                IntStream.range(0, kinds.size()).mapToObj(k -> kinds.get(k).plus(other.kinds.get(k)))
                        .toList(),
                first(Stream.concat(failures.stream(), other.failures.stream()).toList()));
    }

    private static double larger(double a, double b) {
        return Double.isNaN(a) || b > a ? b : a;
    }

    private static List<Failure> first(List<Failure> failures) {
        List<Failure> kept = new ArrayList<>();
        for (Verdict verdict : List.of(Verdict.VIOLATED, Verdict.UNDECIDED)) {
            failures.stream()
                    .filter(failure -> failure.verdict == verdict)
                    .sorted(Comparator.comparingInt(Failure::number))
                    .limit(KEPT)
                    .forEach(kept::add);
        }
        return kept;
    }

    /// Number of cases.
    public int cases() {
        return applied() + notApplicable;
    }

    /// Number of cases that met every hypothesis, or may have.
    public int applied() {
        return holds + violated + undecided;
    }
}
