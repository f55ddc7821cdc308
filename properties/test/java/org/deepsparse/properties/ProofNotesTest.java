package org.deepsparse.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.theorem.Theorems;
import org.junit.jupiter.api.Test;

/// The index of the proof notes and their dependency graph, made from the pages' header lines.
class ProofNotesTest {

    private static final Path NOTES = Path.of("..", "proofs-notes");
    private static final Path MADE = Path.of("target", "proofs-notes-README.md");
    private static final String BEGIN = "<!-- made from the header lines of the pages; a test keeps it "
            + "so -->";

    private static final Pattern HEADER = Pattern.compile(
            "id `([a-z0-9-]+)` · statement ([A-Z_]+) · proof ([A-Z_]+) · check ([A-Z_]+)"
                    + "(?: · uses (.+))?");
    private static final Pattern LINK = Pattern.compile("\\[([a-z0-9-]+)]\\(\\1\\.md\\)");

    /// A page's header: the paragraph below the title.
    private record Page(String id, String statement, String proof, String check, List<String> uses) {

        static Optional<Page> of(Path file) throws IOException {
            Matcher header = HEADER.matcher(Files.readString(file).lines().skip(2)
                    .takeWhile(line -> !line.isBlank()).collect(Collectors.joining(" ")));
            if (!header.matches()) {
                return Optional.empty();
            }
            List<String> uses = new ArrayList<>();
            Matcher link = LINK.matcher(header.group(5) == null ? "" : header.group(5));
            while (link.find()) {
                uses.add(link.group(1));
            }
            return Optional
                    .of(new Page(header.group(1), header.group(2), header.group(3), header.group(4), uses));
        }

        String row() {
            return "| [" + id + "](" + id + ".md) | " + statement + " | " + proof + " | " + check + " | "
                    + String.join(", ", uses) + " |";
        }
    }

    /// In the order of [Theorems], which is that of the README.
    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        for (Theorem<?> theorem : Theorems.all()) {
            pages.add(Page.of(NOTES.resolve(theorem.id() + ".md")).orElseThrow());
        }
        return pages;
    }

    private static String made(List<Page> pages) {
        Stream<String> table = Stream.concat(
                Stream.of("| id | statement | proof | check | uses |", "|---|---|---|---|---|"),
                pages.stream().map(Page::row));
        Stream<String> arrows = pages.stream().flatMap(page -> page.uses.isEmpty()
                ? Stream.of("  " + page.id)
                : page.uses.stream().map(used -> "  " + used + " --> " + page.id));
        Stream<String> graph = Stream.of(Stream.of("", "```mermaid", "graph LR"), arrows, Stream.of("```"))
                .flatMap(lines -> lines);
        return Stream.concat(table, graph).collect(Collectors.joining("\n", BEGIN + "\n\n", "\n"));
    }

    @Test
    void indexAndGraphFollowThePages() throws IOException {
        String readme = Files.readString(NOTES.resolve("README.md"));
        assertTrue(readme.contains(BEGIN), "proofs-notes/README.md has lost its marker: " + BEGIN);
        String expected = readme.substring(0, readme.indexOf(BEGIN)) + made(pages());
        if (!expected.equals(readme)) {
            Files.writeString(MADE, expected);
        }
        assertEquals(expected, readme,
                "proofs-notes/README.md is not what the pages say; what it should be is in properties/"
                        + MADE);
    }

    /// A page may use only pages that exist, and none that uses it, however indirectly.
    @Test
    void thePagesUseEachOtherWithoutCycles() throws IOException {
        List<Page> left = new ArrayList<>(pages());
        while (!left.isEmpty()) {
            List<String> open = left.stream().map(Page::id).toList();
            assertTrue(left.removeIf(page -> page.uses.stream().noneMatch(open::contains)),
                    "a cycle among " + open);
        }
        List<String> ids = pages().stream().map(Page::id).toList();
        pages().forEach(page -> assertTrue(ids.containsAll(page.uses), page.id + " uses " + page.uses));
    }

    @Test
    void everyPageBelongsToATheorem() throws IOException {
        List<String> ids = Theorems.all().stream().map(Theorem::id).toList();
        List<Path> files;
        try (Stream<Path> all = Files.list(NOTES)) {
            files = all.filter(file -> file.toString().endsWith(".md")).toList();
        }
        for (Path file : files) {
            Optional<Page> page = Page.of(file);
            assertTrue(page.isEmpty() || ids.contains(page.get().id), file + " belongs to no theorem");
        }
    }
}
