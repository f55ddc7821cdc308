package org.deepsparse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepsparse.instance.Recipe;
import org.deepsparse.io.BadInput;
import org.deepsparse.report.ReplayReport;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.trial.JudgedCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `dsc replay`: one case, as another command printed it.
@Command(
        name = "replay",
        description = "Judges one recipe, hypothesis by hypothesis and claim by claim.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private final Main.Shared shared = new Main.Shared();

    @Parameters(
            paramLabel = "FILE-or-RECIPE",
            description = "A recipe as printed by verify, for example stability:example=core7-midpoint, or a file that holds one.")
    private String recipe = "";

    /// The recipe itself, or the first line of the file of that name.
    private String line() {
        try {
            Path file = Path.of(recipe);
            return Files.isRegularFile(file) ? Files.readString(file).lines().findFirst().orElse("").strip() : recipe;
        } catch (InvalidPathException e) {
            return recipe;
        } catch (IOException e) {
            throw new BadInput(recipe + ": cannot be read (" + e.getMessage() + ")");
        }
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
