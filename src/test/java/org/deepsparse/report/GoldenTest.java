package org.deepsparse.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.deepsparse.dictionary.Dictionary;
import org.deepsparse.exact.Budget;
import org.deepsparse.instance.NamedExample;
import org.deepsparse.instance.Recipe;
import org.deepsparse.linalg.Matrix;
import org.deepsparse.oracle.DictionaryFacts;
import org.deepsparse.theorem.L1Equivalence;
import org.deepsparse.theorem.OmpExact;
import org.deepsparse.theorem.SparkBound;
import org.deepsparse.theorem.Stability;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.theorem.Uniqueness;
import org.deepsparse.trial.JudgedCase;
import org.deepsparse.trial.Trial;
import org.deepsparse.trial.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What commands print, byte for byte. With `-Ddeepsparse.golden=rewrite` the files are written anew instead,
/// for a reader to look at the difference.
class GoldenTest {

    private static final Path FOLDER = Path.of("test", "resources", "golden");
    private static final boolean REWRITE = "rewrite".equals(System.getProperty("deepsparse.golden"));

    private static final Theorem<?> BOUND = new Stability();
    private static final Theorem<?> EXACT = new Uniqueness();

    /// The tetrahedron: three rows, four atoms, all products -1 or 1.
    private static final Dictionary TETRAHEDRON = Dictionary.of(
            Matrix.ofRows(new double[] {1, -1, 1, -1}, new double[] {1, 1, -1, -1},
                    new double[] {1, -1, -1, 1}));

    /// Coherence 1/3 exactly, which half an ulp could lower.
    private static final Dictionary AT_THE_EDGE = Dictionary.of(
            Matrix.ofRows(new double[] {1, 1}, new double[] {0, 2}, new double[] {0, 2}));

    private static final Dictionary WIDE = Dictionary.of(
            Matrix.ofRows(new double[] {1, 0, 0, 1, 1}, new double[] {0, 1, 0, 1, 2},
                    new double[] {0, 0, 1, 1, 4}));

    static Stream<Arguments> texts() {
        return Stream.of(
                text("theorems", () -> TheoremsReport.list(Theorems.all())),
                text("theorems-json", () -> TheoremsReport.json(Theorems.all())),
                text("theorems-stability", () -> TheoremsReport.full(BOUND)),
                text("theorems-uniqueness", () -> TheoremsReport.full(EXACT)),
                text("theorems-bibtex", () -> TheoremsReport.bibtex(Theorems.all())),
                text("theorems-bibtex-omp-exact", () -> TheoremsReport.bibtex(List.of(new OmpExact()))),
                text("replay-holds", () -> ReplayReport.text(dual())),
                text("replay-holds-json", () -> ReplayReport.json(dual())),
                text("replay-not-applicable", () -> ReplayReport.text(outside())),
                text("replay-not-applicable-json", () -> ReplayReport.json(outside())),
                text("replay-violated", () -> ReplayReport.text(MadeByHand.violated())),
                text("replay-violated-json", () -> ReplayReport.json(MadeByHand.violated())),
                text("replay-undecided", () -> ReplayReport.text(MadeByHand.undecided("stability"))),
                text("replay-undecided-json", () -> ReplayReport.json(MadeByHand.undecided("stability"))),
                text("coherence", () -> CoherenceText.of(everything(TETRAHEDRON))),
                text("coherence-json", () -> CoherenceJson.of(everything(TETRAHEDRON))),
                text("coherence-independent", () -> CoherenceText.of(everything(AT_THE_EDGE))),
                text("coherence-independent-json", () -> CoherenceJson.of(everything(AT_THE_EDGE))),
                text("coherence-budget", () -> CoherenceText.of(budgeted())),
                text("coherence-budget-json", () -> CoherenceJson.of(budgeted())),
                text("verify", () -> VerifyTable.of(few())),
                text("verify-json", () -> VerifyJson.of(few())),
                text("verify-failing", () -> VerifyTable.of(MadeByHand.verification())),
                text("verify-failing-json", () -> VerifyJson.of(MadeByHand.verification())));
    }

    private static Arguments text(String name, Supplier<String> text) {
        return arguments(name + ".txt", text);
    }

    /// A minimum that a dual vector proves.
    private static JudgedCase dual() {
        return JudgedCase.of(new L1Equivalence(), Recipe.parse("l1-equivalence:seed=7/core(7):2"));
    }

    private static JudgedCase outside() {
        return JudgedCase.of(new Uniqueness(), new NamedExample("uniqueness", "core7-halves"));
    }

    private static DictionaryFacts everything(Dictionary dictionary) {
        return DictionaryFacts.of(dictionary, dictionary.atoms(), Optional.of(new Budget(100)),
                Optional.of(Budget.unlimited()));
    }

    private static DictionaryFacts budgeted() {
        return DictionaryFacts.of(WIDE, 0, Optional.of(new Budget(2)), Optional.empty());
    }

    private static Verification few() {
        Trial trial = new Trial(new SparkBound(), 20, 1);
        try (ForkJoinPool pool = new ForkJoinPool(2)) {
            trial.run(pool, () -> {});
        }
        return Verification.of(1, List.of(trial.result()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void isAsItWas(String file, Supplier<String> text) throws IOException {
        if (REWRITE) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(file), text.get());
        }
        assertEquals(Files.readString(FOLDER.resolve(file)), text.get(),
                () -> file + ": if the new text is right, -Ddeepsparse.golden=rewrite writes it down");
    }

    /// A file whose text nobody makes any more is deleted with it.
    @Test
    void noFileIsLeftOver() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    texts().map(one -> (String) one.get()[0]).sorted().toList(),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
