package org.deepsparse.trial;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.commons.rng.simple.RandomSource;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorem;

/// The trial of one theorem: its sharp and broken recipes, then random cases on several threads.
///
/// Case i is drawn from (seed, theorem id, i) alone and tallies merge in any order, so the result does not
/// depend on threads, order or the other theorems. One thread runs it; any may ask for the tally.
public final class Trial {

    private final Theorem<?> theorem;
    private final int cases;
    private final long seed;

    /// Of the cases judged so far.
    private Tally tally;

    public Trial(Theorem<?> theorem, int cases, long seed) {
        this.theorem = theorem;
        this.cases = cases;
        this.seed = seed;
        this.tally = Tally.empty(theorem);
    }

    public Theorem<?> theorem() {
        return theorem;
    }

    /// Judges all cases in the pool; `done` is called after each, from any thread.
    public void run(ForkJoinPool pool, Runnable done) {
        pool.submit(() -> IntStream.range(0, cases).parallel().forEach(i -> {
            add(judge(i));
            done.run();
        })).join();
    }

    private synchronized void add(Tally one) {
        tally = tally.plus(one);
    }

    /// The tally of the cases judged so far: of all, after [#run].
    public synchronized Tally tally() {
        return tally;
    }

    /// The recipe of random case i.
    public Recipe recipe(int i) {
        CRC32 id = new CRC32();
        id.update(theorem.id().getBytes(StandardCharsets.UTF_8));
        // different for each case; the generator mixes it
        long key = seed * 0x9E37_79B9_7F4A_7C15L + (id.getValue() << 32) + i;
        return theorem.cases().draw(theorem.id(), RandomSource.XO_SHI_RO_256_PP.create(key));
    }

    private Tally judge(int i) {
        String which = "case " + i;
        try {
            Recipe recipe = recipe(i);
            which = recipe.text();
            return Tally.of(theorem, i, JudgedCase.of(theorem, recipe));
        } catch (RuntimeException e) {
            throw new IllegalStateException(theorem.id() + ": could not judge " + which + ": " + e, e);
        }
    }

    /// The result of the cases judged so far: of all, after [#run].
    public TheoremResult result() {
        Tally known = tally();
        return new TheoremResult(
                theorem,
                known,
                Sharpness.of(theorem),
                Coverage.of(theorem, known),
                known.failures().stream()
                        .map(failure -> new ShrunkFailure(
                                failure.recipe(),
                                Smallest.with(theorem, JudgedCase.of(theorem, failure.recipe()))))
                        .toList());
    }
}
