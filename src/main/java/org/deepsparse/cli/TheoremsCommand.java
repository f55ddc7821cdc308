package org.deepsparse.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.deepsparse.report.TheoremsReport;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Theorems;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dsc theorems`: the list, or one theorem in full.
@Command(
        name = "theorems",
        description = "Lists the theorems, or shows one in full.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class TheoremsCommand implements Callable<Integer> {

    @Mixin
    private final Main.Shared shared = new Main.Shared();

    @Parameters(paramLabel = "ID", arity = "0..1", description = "Theorem to show (default: the list).")
    private String id = "";

    @Option(names = "--bibtex", description = "The BibTeX entries to cite instead.")
    private boolean bibtex;

    @Override
    public Integer call() {
        if (bibtex && shared.json()) {
            throw new IllegalArgumentException("--bibtex and --json are two forms of output: one of them");
        }
        List<Theorem<?>> theorems = id.isEmpty() ? Theorems.all() : List.of(Theorems.named(id));
        String text;
        if (bibtex) {
            text = TheoremsReport.bibtex(theorems);
        } else if (shared.json()) {
            text = TheoremsReport.json(theorems) + "\n";
        } else {
            text = id.isEmpty() ? TheoremsReport.list(theorems) : TheoremsReport.full(theorems.get(0));
        }
        shared.out().print(text);
        shared.out().flush();
        return ExitCode.HOLDS;
    }
}
