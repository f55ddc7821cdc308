package org.deepsparse.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.deepsparse.theorem.Broken;
import org.deepsparse.theorem.Sharp;
import org.deepsparse.theorem.Theorem;
import org.deepsparse.verdict.Hypothesis;
import org.deepsparse.verdict.Statement;

/// The theorems for people and for citations.
public final class TheoremsReport {

    /// Packaged from proofs-notes, so that there is one bibliography.
    private static final String BIBLIOGRAPHY = "/references.bib";

    private TheoremsReport() {}

    public static String list(List<Theorem<?>> theorems) {
        StringBuilder text = new StringBuilder();
        for (Theorem<?> theorem : theorems) {
            Statement statement = theorem.statement();
            text.append(String.format(Locale.ROOT, "%-20s %-10s %s%n", statement.id(), statement.paper(),
                    statement.title()));
        }
        return text.toString();
    }

    public static String full(Theorem<?> theorem) {
        Statement statement = theorem.statement();
        StringBuilder text = new StringBuilder();
        text.append(String.format("%s (%s): %s%n%n", statement.id(), statement.paper(), statement.title()));
        for (Hypothesis<?> hypothesis : theorem.hypotheses()) {
            text.append(String.format("  (%s) %s%n", hypothesis.name(), hypothesis.formula()));
        }
        text.append(String.format("  =>   %s%n%n", statement.conclusion()));
        text.append(String.format(
                "statement %s, proof %s, check %s; note %s; cite %s%n",
                statement.status(), statement.proof(), statement.check(), statement.notePage(),
                statement.citation()));
        text.append(String.format("%nsharp:%n"));
        for (Sharp sharp : theorem.sharp()) {
            String how = switch (sharp) {
                case Sharp.Tight tight -> "the bound is reached";
                case Sharp.Boundary boundary -> boundary.hypothesis() + " by equality";
            };
            text.append(String.format("  ./dsc replay '%s'  (%s)%n", sharp.recipe().text(), how));
        }
        text.append(String.format("%nbroken:%n"));
        for (Broken broken : theorem.broken()) {
            text.append(String.format("  ./dsc replay '%s'  (%s)%n", broken.recipe().text(),
                    broken.hypothesis()));
        }
        if (!theorem.reasonForNone().isEmpty()) {
            text.append(String.format("  none: %s%n", theorem.reasonForNone()));
        }
        return text.toString();
    }

    /// Schema deepsparse/theorems/v1.
    public static String json(List<Theorem<?>> theorems) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("schema", "deepsparse/theorems/v1");
        json.put("theorems", theorems.stream().map(TheoremsReport::entry).toList());
        return CanonicalJson.write(json);
    }

    private static Map<String, @Nullable Object> entry(Theorem<?> theorem) {
        Statement statement = theorem.statement();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", statement.id());
        json.put("title", statement.title());
        json.put("paper", statement.paper());
        json.put("statement", statement.status().name());
        json.put("proof", statement.proof().name());
        json.put("check", statement.check().name());
        Map<String, @Nullable Object> hypotheses = new LinkedHashMap<>();
        theorem.hypotheses().forEach(hypothesis -> hypotheses.put(hypothesis.name(), hypothesis.formula()));
        json.put("hypotheses", hypotheses);
        json.put("conclusion", statement.conclusion());
        json.put("note", statement.notePage());
        json.put("citation", statement.citation());
        return json;
    }

    /// The entries that the theorems cite, each once.
    public static String bibtex(List<Theorem<?>> theorems) {
        String bibliography = bibliography();
        Set<String> keys = new LinkedHashSet<>();
        theorems.forEach(theorem -> keys.add(theorem.statement().citation()));
        StringBuilder text = new StringBuilder();
        keys.forEach(key -> text.append(entry(bibliography, key)).append(String.format("%n")));
        return text.toString();
    }

    /// An entry runs from its `@` to the first line that is only a closing brace.
    private static String entry(String bibliography, String key) {
        int name = bibliography.indexOf("{" + key + ",");
        int start = bibliography.lastIndexOf('@', name);
        int end = bibliography.indexOf("\n}", name);
        if (name < 0 || start < 0 || end < 0) {
            throw new IllegalStateException("references.bib has no entry " + key);
        }
        return bibliography.substring(start, end + 2) + "\n";
    }

    private static String bibliography() {
        try (InputStream in = TheoremsReport.class.getResourceAsStream(BIBLIOGRAPHY)) {
            if (in == null) {
                throw new IllegalStateException("the bibliography was not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
