package org.deepsparse.cli;

import java.util.concurrent.Callable;
import org.deepsparse.instance.Recipe;
import org.deepsparse.report.ReplayReport;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.trial.Judgement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `dsc replay`: one case, as another command printed it.
@Command(
        name = "replay",
        description = "Judges one recipe, hypothesis by hypothesis and claim by claim.",
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Mixin
    private final Main.Shared shared = new Main.Shared();

    @Parameters(paramLabel = "RECIPE", description = "As printed by verify, for example stability:example=core7-midpoint")
    private String recipe = "";

    @Override
    public Integer call() {
        Recipe parsed = Recipe.parse(recipe);
        Judgement judgement = Judgement.of(Theorems.named(parsed.theorem()), parsed);
        shared.out().print(shared.json() ? ReplayReport.json(judgement) + "\n" : ReplayReport.text(judgement));
        shared.out().flush();
        return ExitCode.of(judgement.verdict());
    }
}
