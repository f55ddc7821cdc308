package org.deepsparse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Lines of sources and pages have at most 110 characters. Tables and fenced blocks of pages are left
/// out: what a program printed is shown as it printed it.
class LineLengthTest {

    private static final int MOST = 110;
    private static final Path ROOT = Path.of("..");

    @Test
    void noLineIsTooLong() throws IOException {
        List<String> tooLong = new ArrayList<>();
        int lines = 0;
        for (Path file : files()) {
            List<String> text = Files.readAllLines(file);
            lines += text.size();
            tooLong.addAll(tooLong(file.toString(), text));
        }
        assertTrue(lines > 10_000, () -> "the sources are not where they were looked for");
        assertEquals(List.of(), tooLong);
    }

    @Test
    void aLongLineIsFound() {
        String table = "| " + "x".repeat(MOST);
        List<String> page = List.of("x".repeat(MOST), table, "```", table.substring(2) + "y", "```",
                table.substring(1));
        assertEquals(List.of("page.md:6 has 111 characters"), tooLong("page.md", page));
        assertEquals(List.of("A.java:2 has 112 characters"), tooLong("A.java", page.subList(0, 2)));
    }

    private static List<String> tooLong(String file, List<String> lines) {
        List<String> tooLong = new ArrayList<>();
        boolean page = file.endsWith(".md");
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean fence = page && line.strip().startsWith("```");
            fenced ^= fence;
            boolean exempt = page && (fenced || line.startsWith("|"));
            int characters = line.codePointCount(0, line.length());
            if (!exempt && characters > MOST) {
                tooLong.add(file + ":" + (i + 1) + " has " + characters + " characters");
            }
        }
        return tooLong;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("src", "properties", "bench", "proofs-notes")) {
            try (Stream<Path> walk = Files.walk(ROOT.resolve(folder))) {
                walk.filter(file -> !ROOT.relativize(file).toString().contains("target"))
                        .filter(file -> file.toString().matches(".*\\.(java|md)"))
                        .sorted()
                        .forEach(files::add);
            }
        }
        try (Stream<Path> pages = Files.list(ROOT)) {
            pages.filter(file -> file.toString().matches(".*(\\.md|/dsc)")).sorted().forEach(files::add);
        }
        try (Stream<Path> scripts = Files.list(ROOT.resolve(".ci"))) {
            scripts.filter(file -> file.getFileName().toString().matches("[a-z]+")).sorted()
                    .forEach(files::add);
        }
        return files;
    }
}
