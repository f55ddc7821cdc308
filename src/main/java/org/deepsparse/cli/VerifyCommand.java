package org.deepsparse.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.deepsparse.kernel.KernelSelection;
import org.deepsparse.report.VerifyJson;
import org.deepsparse.report.VerifyTable;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.trial.TheoremResult;
import org.deepsparse.trial.Trial;
import org.deepsparse.trial.Verification;
import org.deepsparse.verdict.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dsc verify`: every theorem on random and extremal instances.
@Command(
        name = "verify",
        description = "Tries every theorem on random, sharp and broken instances.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every theorem holds",
            "1:a case is VIOLATED, a sharp recipe is not tight, or a broken one does not bite",
            "2:bad input or usage",
            "3:a theorem was decided in fewer than 99 %% of its cases, or missed a floor",
            "5:a theorem applied to no case"
        })
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private final Main.Shared shared = new Main.Shared();

    @Parameters(paramLabel = "ID", description = "Theorems to try (default: all).")
    private String[] ids = {};

    @Option(names = "--cases", paramLabel = "N",
            description = "Random cases a theorem (default: ${DEFAULT-VALUE}).")
    private int cases = 1000;

    @Option(names = "--seed", paramLabel = "S",
            description = "Seed of the random cases (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--kernels", paramLabel = "scalar|vector", description = "Forces a set of kernels.")
    private String kernels = "";

    @Override
    public Integer call() {
        List<Theorem<?>> theorems = ids.length == 0
                ? Theorems.all()
                : Arrays.stream(ids).distinct().<Theorem<?>>map(Theorems::named).toList();
        if (cases < 0) {
            throw new IllegalArgumentException("--cases " + cases + " but it must be at least 0");
        }
        if (!kernels.isEmpty()) {
            force();
        }
        List<Trial> trials = theorems.stream().map(theorem -> new Trial(theorem, cases, seed)).toList();
        List<TheoremResult> results = Collections.synchronizedList(new ArrayList<>());
        Interruption interruption = new Interruption(() -> printPartly(trials, results));
        long start = System.nanoTime();
        try (ForkJoinPool pool = shared.pool();
                Progress progress = Progress.of((long) cases * trials.size())) {
            for (Trial trial : trials) {
                progress.now(trial.theorem().id());
                trial.run(pool, progress::step);
                results.add(trial.result());
            }
        } finally {
            interruption.disarm();
        }
        Verification verification = Verification.of(seed, results);
        Verdict verdict = verification.verdict().orElse(Verdict.NOT_APPLICABLE);
        shared.out().print(shared.json() ? VerifyJson.of(verification) + "\n" : VerifyTable.of(verification));
        shared.out().flush();
        shared.err().printf(Locale.ROOT, "%s, %d cases each, seed %d: %s in %.1f s%n",
                trials.size() == 1 ? "1 theorem" : trials.size() + " theorems",
                cases, seed, verdict,
                (System.nanoTime() - start) / 1e9);
        return verdict == Verdict.NOT_APPLICABLE ? ExitCode.NOTHING_CHECKED : ExitCode.of(verdict);
    }

    private void force() {
        if (!KernelSelection.NAMES.contains(kernels)) {
            throw new IllegalArgumentException("--kernels '" + kernels + "' but it must be "
                    + String.join(" or ", KernelSelection.NAMES));
        }
        try {
            KernelSelection.force(kernels);
        } catch (IllegalStateException e) { // asked for what this machine or this JVM does not have
            throw new IllegalArgumentException("--kernels " + kernels + ": " + e.getMessage(), e);
        }
    }

    /// After Ctrl-C: what is finished, and what the running theorem has so far. Not as JSON, which promises a
    /// whole run.
    private void printPartly(List<Trial> trials, List<TheoremResult> finished) {
        List<TheoremResult> partial = new ArrayList<>(finished);
        if (partial.size() < trials.size()) {
            partial.add(trials.get(partial.size()).result());
        }
        shared.err().println(); // off the line of the progress bar
        if (shared.json()) {
            shared.err().println("interrupted: nothing is printed, since JSON is for whole runs");
        } else {
            shared.out().print(VerifyTable.of(Verification.of(seed, partial)));
            shared.out().flush();
            shared.err().println("interrupted: the table shows the cases judged so far");
        }
    }
}
