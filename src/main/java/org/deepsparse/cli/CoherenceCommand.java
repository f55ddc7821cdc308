package org.deepsparse.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Budget;
import org.deepsparse.io.ArrayFile;
import org.deepsparse.io.ArrayReference;
import org.deepsparse.io.BadInput;
import org.deepsparse.io.EntryLimit;
import org.deepsparse.io.NdArray;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.oracle.DictionaryFacts;
import org.deepsparse.oracle.Orientation;
import org.deepsparse.report.CoherenceJson;
import org.deepsparse.report.CoherenceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dsc coherence`: the exact truth about a dictionary file.
@Command(
        name = "coherence",
        description = "Coherence facts of a dictionary in an array file, exact or enclosed.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything asked is decided", "2:bad input or usage",
            "3:an asked quantity could not be decided"})
final class CoherenceCommand implements Callable<Integer> {

    enum Atoms {
        columns,
        rows
    }

    private static final int REFRESH_MILLIS = 200;

    /// How long an interrupted answer may take.
    private static final int PATIENCE_SECONDS = 10;

    /// Of the answer, once it is printed; before, that of an interruption.
    private volatile int exit = ExitCode.INTERRUPTED;

    @Mixin
    private final Main.Shared shared = new Main.Shared();

    @Parameters(paramLabel = "DICT",
            description = "The dictionary: FILE, or FILE:KEY of several arrays. Its columns are the atoms.")
    private String reference = "";

    @Option(names = "--atoms", description = "Whether atoms are columns (default) or rows of the file.")
    private Atoms atoms = Atoms.columns;

    @Option(names = "--babel", paramLabel = "K",
            description = "Also the Babel function up to K (constant, and not listed, from the number of "
                    + "atoms on).")
    private int babel;

    @Option(names = "--spark", description = "Also the spark.")
    private boolean spark;

    @Option(names = "--generalized",
            description = "Also the generalized mutual coherence: two linear programs an atom.")
    private boolean generalized;

    @Option(names = "--budget", paramLabel = "N",
            description = "What the spark, and the generalized coherence, may cost, in visits of a subset of "
                    + "atoms (default: ${DEFAULT-VALUE}).")
    private long budget = 100_000_000;

    @Option(names = "--max-entries", paramLabel = "N",
            description = "Entries that DICT may have (default: ${DEFAULT-VALUE}); a larger one is not read.")
    private long maxEntries = EntryLimit.DEFAULT.entries();

    private Dictionary dictionary() {
        NdArray array = ArrayFile.read(ArrayReference.parse(reference), new EntryLimit(maxEntries));
        Matrix matrix = atoms == Atoms.rows ? array.transposedMatrix() : array.matrix();
        try {
            return Dictionary.of(matrix);
        } catch (IllegalArgumentException e) {
            throw new BadInput(array.name() + ": " + e.getMessage());
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        if (babel < 0) {
            throw new IllegalArgumentException("--babel " + babel + " but it must be at least 0");
        }
        if (budget < 1) {
            throw new IllegalArgumentException("--budget " + budget + " but it must be at least 1");
        }
        if (maxEntries < 1 || maxEntries > EntryLimit.MOST) {
            throw new IllegalArgumentException(
                    "--max-entries " + maxEntries + " but it must be in 1.." + EntryLimit.MOST);
        }
        Dictionary dictionary = dictionary();
        Optional<Budget> forSpark = spark ? Optional.of(new Budget(budget)) : Optional.empty();
        Optional<Budget> forGeneralized = generalized ? Optional.of(new Budget(budget)) : Optional.empty();
        List<Budget> budgets = Stream.of(forSpark, forGeneralized).flatMap(Optional::stream).toList();
        CountDownLatch printed = new CountDownLatch(1);
        Interruption interruption = new Interruption(() -> answerWithWhatIsKnown(budgets, printed));
        try (ForkJoinPool pool = shared.pool();
                Progress progress = Progress.of("coherence", budgets.size() * budget)) {
            ForkJoinTask<DictionaryFacts> task = pool.submit(
                    () -> DictionaryFacts.of(dictionary, babel, forSpark, forGeneralized));
            while (!task.isDone()) {
                progress.stepTo(budgets.stream().mapToLong(Budget::taken).sum());
                task.quietlyJoin(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
            }
            print(dictionary, task.join());
            exit = task.join().isDecided() ? ExitCode.HOLDS : ExitCode.UNDECIDED;
            return exit;
        } finally {
            printed.countDown();
            interruption.disarm();
        }
    }

    /// After Ctrl-C: budgets end at once, the enclosures reached so far are printed as always, and the exit
    /// code is that of the answer. Work that no budget counts ends without one.
    private void answerWithWhatIsKnown(List<Budget> budgets, CountDownLatch printed) {
        budgets.forEach(Budget::stop);
        try {
            if (!budgets.isEmpty() && printed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shared.err().println("interrupted: the answer shows what was proved so far");
                Runtime.getRuntime().halt(ExitCode.ofProcess(exit));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(Dictionary dictionary, DictionaryFacts facts) {
        Orientation.doubt(dictionary).ifPresent(reason -> shared.err().println(
                "hint: " + reason + ": should it be --atoms "
                        + (atoms == Atoms.rows ? Atoms.columns : Atoms.rows) + "?"));
        shared.out().print(shared.json() ? CoherenceJson.of(facts) + "\n" : CoherenceText.of(facts));
        shared.out().flush();
    }
}
