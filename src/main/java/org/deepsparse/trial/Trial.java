package org.deepsparse.trial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.commons.rng.simple.RandomSource;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Verdict;

/// The trial of one theorem: its sharp and broken recipes, then random cases on several threads.
///
/// Case i is drawn from (seed, theorem id, i) alone, so the result does not depend on threads, order or the other theorems.
public final class Trial {

    private static final int FAILURES_SHOWN = 3;

    private final Theorem<?> theorem;
    private final long seed;
    private final AtomicReferenceArray<@Nullable Outcome> outcomes;

    /// What is kept of a case.
    private record Outcome(Recipe recipe, Verdict verdict, double ratio, String because) {}

    public Trial(Theorem<?> theorem, int cases, long seed) {
        this.theorem = theorem;
        this.seed = seed;
        this.outcomes = new AtomicReferenceArray<>(cases);
    }

    public Theorem<?> theorem() {
        return theorem;
    }

    /// Judges all cases in the pool; `done` is called after each, from any thread.
    public void run(ForkJoinPool pool, Runnable done) {
        pool.submit(() -> IntStream.range(0, outcomes.length()).parallel().forEach(i -> {
            outcomes.set(i, judge(i));
            done.run();
        }))
                .join();
    }

    /// The recipe of random case i.
    public Recipe recipe(int i) {
        CRC32 id = new CRC32();
        id.update(theorem.id().getBytes(StandardCharsets.UTF_8));
        long key = seed * 0x9E37_79B9_7F4A_7C15L + (id.getValue() << 32) + i; // different for each case; the generator mixes it
        return theorem.cases().draw(theorem.id(), RandomSource.XO_SHI_RO_256_PP.create(key));
    }

    private Outcome judge(int i) {
        String which = "case " + i;
        try {
            Recipe recipe = recipe(i);
            which = recipe.text();
            Judgement judgement = Judgement.of(theorem, recipe);
            return new Outcome(recipe, judgement.verdict(), judgement.worstRatio(), judgement.because());
        } catch (RuntimeException e) {
            throw new IllegalStateException(theorem.id() + ": could not judge " + which + ": " + e, e);
        }
    }

    /// The result of the cases judged so far: of all, after [#run].
    public TheoremResult result() {
        List<Outcome> known = new ArrayList<>();
        for (int i = 0; i < outcomes.length(); i++) {
            Outcome outcome = outcomes.get(i);
            if (outcome != null) {
                known.add(outcome);
            }
        }
        int notApplicable = count(known, Verdict.NOT_APPLICABLE);
        double worst = known.stream()
                .mapToDouble(Outcome::ratio)
                .filter(ratio -> !Double.isNaN(ratio))
                .max()
                .orElse(Double.NaN);
        return new TheoremResult(
                theorem,
                known.size(),
                count(known, Verdict.HOLDS),
                count(known, Verdict.VIOLATED),
                count(known, Verdict.UNDECIDED),
                notApplicable,
                worst,
                Sharpness.of(theorem),
                Coverage.of(theorem, known.stream().map(Outcome::recipe).toList(), known.size() - notApplicable),
                failures(known));
    }

    private static int count(List<Outcome> outcomes, Verdict verdict) {
        return (int) outcomes.stream().filter(outcome -> outcome.verdict == verdict).count();
    }

    private List<TheoremResult.Failure> failures(List<Outcome> known) {
        return List.of(Verdict.VIOLATED, Verdict.UNDECIDED).stream()
                .flatMap(verdict -> known.stream().filter(outcome -> outcome.verdict == verdict).limit(FAILURES_SHOWN))
                .map(outcome -> new TheoremResult.Failure(
                        outcome.verdict,
                        outcome.recipe.text(),
                        Smallest.with(theorem, outcome.recipe, outcome.verdict).text(),
                        outcome.because))
                .toList();
    }
}
