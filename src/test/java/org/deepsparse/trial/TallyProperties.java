package org.deepsparse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.deepsparse.exact.Interval;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.OmpExact;
import org.deepsparse.theorem.SparkBound;
import org.deepsparse.theorem.Stability;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Uniqueness;
import org.deepsparse.verdict.Claim;
import org.deepsparse.verdict.Judgement;
import org.deepsparse.verdict.Label;
import org.deepsparse.verdict.Verdict;

/// Tallies form a commutative monoid, so that one thread and a thousand machines come to the same result.
class TallyProperties {

    private static final Theorem<?> THEOREM = new Uniqueness();
    private static final Tally EMPTY = Tally.empty(THEOREM);
    private static final int MOST_CASES = 40;
    private static final List<Recipe> RECIPES = IntStream.range(0, MOST_CASES)
            .mapToObj(new Trial(THEOREM, 0, 1)::recipe).toList();

    /// The outcomes of the cases 0, ..., count - 1: any verdict, some with a ratio.
    private static List<Tally> outcomes(int count, Random random) {
        return IntStream.range(0, count).mapToObj(i -> {
            Verdict verdict = Verdict.values()[random.nextInt(4)];
            Claim ratio = new Claim.AtMost(Label.of("a"), Interval.of(random.nextInt(9)), Interval.of(8));
            List<Claim> claims = random.nextBoolean() ? List.of(ratio) : List.of();
            Judgement judgement = new Judgement(verdict, List.of(), claims);
            return Tally.of(THEOREM, i, new JudgedCase(RECIPES.get(i), Optional.empty(), judgement));
        }).toList();
    }

    private static Tally sum(List<Tally> tallies) {
        return tallies.stream().reduce(EMPTY, Tally::plus);
    }

    /// Cut into three lists of different cases.
    @Property(seed = "1", tries = 300)
    void mergingIsAssociativeAndCommutativeAndEmptyIsNeutral(
            @ForAll @IntRange(min = 0, max = 30) int count, @ForAll long seed) {
        Random random = new Random(seed);
        List<List<Tally>> parts = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        outcomes(count, random).forEach(one -> parts.get(random.nextInt(3)).add(one));
        Tally a = sum(parts.get(0));
        Tally b = sum(parts.get(1));
        Tally c = sum(parts.get(2));
        assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a, a.plus(EMPTY));
        assertEquals(a, EMPTY.plus(a));
    }

    /// A floor is met by cases that say something about the theorem.
    @Example
    void kindsAreCountedAmongTheCasesThatApply() {
        for (Verdict verdict : Verdict.values()) {
            Tally one = Tally.of(THEOREM, 0,
                    new JudgedCase(RECIPES.get(0), Optional.empty(),
                            new Judgement(verdict, List.of(), List.of())));
            int among = one.kinds().stream().mapToInt(Tally.Kind::among).sum();
            assertEquals(verdict == Verdict.NOT_APPLICABLE, among == 0, verdict.name());
        }
    }

    @Property(seed = "2", tries = 300)
    void everyCaseCountsOnceInAnyOrder(@ForAll @IntRange(min = 0, max = MOST_CASES) int count,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Tally> outcomes = outcomes(count, random);
        List<Tally> shuffled = new ArrayList<>(outcomes);
        Collections.shuffle(shuffled, random);
        Tally tally = sum(shuffled);
        assertEquals(sum(outcomes), tally);
        assertEquals(count, tally.cases());
        assertEquals(outcomes.stream().mapToInt(Tally::holds).sum(), tally.holds());
        assertEquals(tally.cases() - tally.notApplicable(), tally.applied());
        assertEquals(
                outcomes.stream().mapToDouble(Tally::worstRatio).filter(ratio -> !Double.isNaN(ratio)).max()
                        .orElse(Double.NaN),
                tally.worstRatio());
        assertEquals(
                Stream.of(Verdict.VIOLATED, Verdict.UNDECIDED).flatMap(verdict -> least(outcomes, verdict))
                        .toList(),
                tally.failures());
    }

    /// The failures of one verdict with the least numbers.
    private static Stream<Tally.Failure> least(List<Tally> inOrder, Verdict verdict) {
        return inOrder.stream()
                .flatMap(one -> one.failures().stream())
                .filter(failure -> failure.verdict() == verdict)
                .limit(Tally.KEPT);
    }

    /// Groups of any size, merged in any order, on one thread and on three.
    @Property(seed = "3", tries = 3)
    void anyPartitionOfATrialGivesTheTallyOfTheTrial(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        for (Theorem<?> theorem : List.of(new Stability(), new OmpExact(), new SparkBound())) {
            Tally expected = run(theorem, seed, 1);
            assertEquals(expected, run(theorem, seed, 3));
            assertEquals(expected, merged(theorem, seed));
        }
    }

    private static final int CASES = 16;

    private static Tally run(Theorem<?> theorem, long seed, int threads) {
        Trial trial = new Trial(theorem, CASES, seed);
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            trial.run(pool, () -> {});
        }
        return trial.tally();
    }

    private static Tally merged(Theorem<?> theorem, long seed) {
        Trial trial = new Trial(theorem, 0, seed);
        Random random = new Random(seed);
        List<Tally> groups = new ArrayList<>(Collections.nCopies(4, Tally.empty(theorem)));
        for (int i = CASES - 1; i >= 0; i--) {
            int group = random.nextInt(groups.size());
            groups.set(group,
                    groups.get(group).plus(Tally.of(theorem, i, JudgedCase.of(theorem, trial.recipe(i)))));
        }
        Collections.shuffle(groups, random);
        return groups.stream().reduce(Tally.empty(theorem), Tally::plus);
    }

    /// Numbers of two theorems added up would be the numbers of neither.
    @Example
    void talliesOfTwoTheoremsDoNotMerge() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> EMPTY.plus(Tally.empty(new SparkBound()))).getMessage();
        assertEquals("tally of uniqueness cannot take in one of spark-bound", message);
    }

    /// The test above is no comparison of nothing with nothing: another seed, another tally.
    @Example
    void talliesOfOtherCasesDiffer() {
        assertNotEquals(run(new Stability(), 1, 1), run(new Stability(), 2, 1));
        assertEquals(CASES, run(new Stability(), 1, 1).cases());
    }
}
