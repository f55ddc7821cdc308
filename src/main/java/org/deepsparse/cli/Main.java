package org.deepsparse.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.deepsparse.kernel.KernelSelection;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command `dsc`. Bad usage and bad input end in one line on stderr, nothing on stdout, and exit code 2.
@Command(
        name = "dsc",
        description = "Executable theory for Deep Sparse Coding.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {VerifyCommand.class, TheoremsCommand.class, CoherenceCommand.class,
            ReplayCommand.class},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:HOLDS",
            "1:VIOLATED",
            "2:bad input or usage",
            "3:UNDECIDED",
            "4:NOT_APPLICABLE",
            "5:nothing was checked",
            "70:an error of this program",
            "74:stdout took less than was printed"
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Callable<Integer> {

    /// Before or behind the command.
    @Option(
            names = "--threads",
            paramLabel = "N",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Number of threads (default: all cores). Results do not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--verbose",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Also diagnostics on stderr: version, kernels, threads, and where an error arose.")
    private boolean verbose;

    /// Of a ForkJoinPool.
    private static final int MOST_THREADS = 32_767;

    private Main() {}

    public static void main(String[] args) {
        StandardError.restore();
        int exit = run(args, new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()));
        System.exit(ExitCode.ofProcess(exit));
    }

    /// Runs a command line and returns its exit code.
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        Main main = new Main();
        CommandLine commandLine = new CommandLine(main);
        // `@file` would be read as arguments, however large it is
        commandLine.setOut(out).setErr(err).setUsageHelpAutoWidth(true).setExpandAtFiles(false);
        commandLine.setParameterExceptionHandler((e, _) -> complain(err, Suggestion.message(e)));
        commandLine.setExecutionExceptionHandler((e, _, _) -> {
            if (main.verbose && e instanceof IllegalArgumentException) {
                e.printStackTrace(err);
            }
            if (e instanceof IllegalArgumentException) {
                return complain(err, String.valueOf(e.getMessage()));
            }
            e.printStackTrace(err);
            return ExitCode.INTERNAL_ERROR;
        });
        commandLine.setExecutionStrategy(parsed -> {
            if (main.threads < 1 || main.threads > MOST_THREADS) {
                throw new ParameterException(commandLine,
                        "--threads " + main.threads + " but it must be in 1.." + MOST_THREADS);
            }
            if (main.verbose) {
                err.println(String.join("\n", new Version().getVersion()) + "\nthreads: " + main.threads);
            }
            return new CommandLine.RunLast().execute(parsed);
        });
        try {
            int exit = commandLine.execute(args);
            if (out.checkError()) {
                err.println("dsc: stdout cannot be written to, the output is lost");
                return ExitCode.OUTPUT_LOST;
            }
            return exit;
        } catch (OutOfMemoryError | StackOverflowError e) {
            // left alone, the JVM would end with 1, which is a verdict
            err.println("dsc: too large for the memory of this JVM (" + e
                    + "); DSC_JAVA_OPTS=-Xmx... gives it more");
            return ExitCode.INTERNAL_ERROR;
        } catch (Error e) {
            e.printStackTrace(err);
            return ExitCode.INTERNAL_ERROR;
        }
    }

    private static int complain(PrintWriter err, String message) {
        err.println("dsc: " + OneLine.of(message));
        return ExitCode.BAD_INPUT;
    }

    @Override
    public Integer call() {
        throw new IllegalArgumentException("no command given; try dsc --help");
    }

    /// `--version`, with the kernels in use and why.
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            KernelSelection selection = KernelSelection.active();
            Package home = Main.class.getPackage();
            String version = home == null ? null : home.getImplementationVersion();
            return new String[] {
                "deepsparse " + (version == null ? "(development build)" : version),
                "kernels: " + selection.kernels().name() + ", " + selection.reason(),
                "java: " + System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version")
            };
        }
    }

    /// Options that several commands share.
    static final class Shared {

        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("nullness:initialization.field.uninitialized") // picocli fills it in
        private CommandSpec spec;

        @Option(names = "--json", description = "One canonical JSON object on stdout and nothing else.")
        private boolean json;

        boolean json() {
            return json;
        }

        PrintWriter out() {
            return spec.commandLine().getOut();
        }

        PrintWriter err() {
            return spec.commandLine().getErr();
        }

        ForkJoinPool pool() {
            return new ForkJoinPool(((Main) spec.root().userObject()).threads);
        }
    }
}
