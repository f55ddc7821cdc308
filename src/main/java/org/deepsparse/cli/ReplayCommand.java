package org.deepsparse.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepsparse.instance.Recipe;
import org.deepsparse.io.BadInput;
import org.deepsparse.io.RegularFile;
import org.deepsparse.report.ReplayReport;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.trial.JudgedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `dsc replay`: one case, as another command printed it.
@Command(
        name = "replay",
        description = "Judges one recipe: every hypothesis and, where none is violated, every claim.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class ReplayCommand implements Callable<Integer> {

    /// Ten times as much as the longest recipe.
    private static final int MOST_BYTES = 100_000;

    @Mixin
    private final Main.Shared shared = new Main.Shared();

    @Parameters(
            paramLabel = "FILE-or-RECIPE",
            description = "A recipe as printed by verify, for example stability:example=core7-midpoint, or "
                    + "a file that holds one.")
    private String recipe = "";

    /// The recipe itself, or the only one in the file of that name. What stands behind a `#` is a comment.
    private String line() {
        Path file;
        try {
            file = Path.of(recipe);
        } catch (InvalidPathException e) {
            return recipe; // what is wrong with it is said where it is read
        }
        if (!Files.isRegularFile(file) && recipe.indexOf(':') > 0) {
            return recipe;
        }
        if (recipe.isEmpty() || Files.notExists(file)) {
            throw new BadInput("'" + recipe
                    + "' is no recipe, which starts with a theorem and ':', and no file either");
        }
        List<String> lines = RegularFile.text(file, MOST_BYTES).lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() != 1) {
            throw new BadInput(recipe + ": " + lines.size() + " recipes, but one is replayed at a time");
        }
        return lines.getFirst();
    }

    @Override
    public Integer call() {
        Recipe parsed = Recipe.parse(line());
        JudgedCase judged = JudgedCase.of(Theorems.named(parsed.theorem()), parsed);
        shared.out().print(shared.json() ? ReplayReport.json(judged) + "\n" : ReplayReport.text(judged));
        shared.out().flush();
        return ExitCode.of(judged.judgement().verdict());
    }
}
