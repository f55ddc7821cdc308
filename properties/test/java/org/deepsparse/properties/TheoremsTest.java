package org.deepsparse.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepsparse.report.TheoremsReport;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Walks the list of theorems and asks for everything that belongs to one: note page, property class, sharp
/// and broken cases or reasons, README row, citation.
class TheoremsTest {

    private static final Path PROJECT = Path.of("..");

    private static final List<String> SECTIONS = List.of(
            "1 Statement", "2 Assumptions", "3 Constants", "4 Proof", "5 Floating point", "6 Sharpness",
            "7 Map", "8 Known gaps",
            "9 References");

    static Stream<Theorem<?>> theorems() {
        return Theorems.all().stream();
    }

    @Test
    void theListIsTheSealedList() {
        List<String> permitted = Stream.of(Theorem.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .toList();
        assertEquals(permitted,
                Theorems.all().stream().map(theorem -> theorem.getClass().getSimpleName()).toList());
        assertEquals(permitted.size(), theorems().map(Theorem::id).distinct().count());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void hasAPropertyClassWithAMethodForEachBrokenHypothesis(Theorem<?> theorem)
            throws ReflectiveOperationException {
        Class<?> properties = Class
                .forName("org.deepsparse.properties." + theorem.getClass().getSimpleName() + "Properties");
        assertEquals(TheoremLaws.class, properties.getSuperclass());
        long needs = Stream.of(properties.getDeclaredMethods())
                .filter(method -> method.getName().startsWith("needs")).count();
        assertEquals(theorem.broken().stream().map(broken -> broken.hypothesis()).distinct().count(), needs);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void isSharpAndBrokenOrSaysWhyNot(Theorem<?> theorem) {
        boolean complete = !theorem.sharp().isEmpty() && !theorem.broken().isEmpty();
        assertEquals(complete, theorem.reasonForNone().isEmpty());
        List<String> names = theorem.hypotheses().stream().map(Hypothesis::name).toList();
        assertEquals(IntStream.rangeClosed(1, names.size()).mapToObj(i -> "H" + i).toList(), names);
        theorem.broken().forEach(broken -> assertTrue(names.contains(broken.hypothesis())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void hasACompleteNotePage(Theorem<?> theorem) throws IOException {
        Statement statement = theorem.statement();
        String page = Files.readString(PROJECT.resolve(statement.notePage()));
        assertTrue(
                page.contains("id `" + statement.id() + "` · statement " + statement.status() + " · proof "
                        + statement.proof()
                        + " · check " + statement.check()),
                "header of " + statement.notePage());
        List<String> titles = page.lines().filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3)).toList();
        assertEquals(SECTIONS, titles);
        for (Hypothesis<?> hypothesis : theorem.hypotheses()) {
            assertTrue(page.contains("(" + hypothesis.name() + ")"),
                    hypothesis.name() + " in " + statement.notePage());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void hasAReadmeRowAndACitation(Theorem<?> theorem) throws IOException {
        Statement statement = theorem.statement();
        String readme = Files.readString(PROJECT.resolve("README.md"));
        String row = readme.lines().filter(line -> line.startsWith("| `" + statement.id() + "` | "))
                .findFirst().orElse("");
        assertTrue(row.startsWith("| `" + statement.id() + "` | " + statement.paper() + " | "),
                "README row of " + statement.id());
        assertTrue(row.endsWith("| [note](" + statement.notePage() + ") |"),
                "README row of " + statement.id());
        String index = Files.readString(PROJECT.resolve("proofs-notes/README.md"));
        assertTrue(index.contains(
                "| [" + statement.id() + "](" + statement.id() + ".md) | " + statement.status() + " | "
                        + statement.proof() + " | " + statement.check() + " |"));
        assertTrue(TheoremsReport.bibtex(List.of(theorem)).contains("{" + statement.citation() + ","));
    }

    /// Every `Class#method` and `SomethingProperties` of a page's map exists, and every entry of its
    /// references is in the bibliography.
    @ParameterizedTest(name = "{0}")
    @MethodSource("theorems")
    void theMapOfItsPageLeadsSomewhere(Theorem<?> theorem) throws IOException {
        String page = Files.readString(PROJECT.resolve(theorem.statement().notePage()));
        String map = page.substring(page.indexOf("## 7 Map"), page.indexOf("## 8 "));
        Map<String, Path> sources = sources();
        Matcher reference = Pattern.compile("`([A-Z][A-Za-z0-9]*)(?:#([a-zA-Z0-9]+))?`").matcher(map);
        int references = 0;
        while (reference.find()) {
            references++;
            Path source = sources.get(reference.group(1));
            assertTrue(source != null,
                    "no class " + reference.group(1) + ", named in " + theorem.statement().notePage());
            if (reference.group(2) != null) {
                assertTrue(Files.readString(source).contains(" " + reference.group(2) + "("),
                        "no method " + reference.group());
            }
        }
        assertTrue(references >= 3, "a map of " + references + " entries");
        String bibliography = Files.readString(PROJECT.resolve("proofs-notes/references.bib"));
        Matcher citation = Pattern.compile("\\b[A-Z][A-Za-z]+(?:19|20)[0-9]{2}\\b")
                .matcher(page.substring(page.indexOf("## 9 ")));
        while (citation.find()) {
            assertTrue(bibliography.contains("{" + citation.group() + ","), citation.group());
        }
        assertFalse(page.contains("TODO"));
    }

    @SuppressWarnings("StreamResourceLeak") // the concatenation closes both
    private static Map<String, Path> sources() throws IOException {
        try (Stream<Path> files = Stream.concat(Files.walk(PROJECT.resolve("src")),
                Files.walk(PROJECT.resolve("properties")))) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.toString().contains("target"))
                    .collect(
                            Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""),
                                    Function.identity(), (a, b) -> a));
        }
    }
}
