package org.deepsparse.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepsparse.instance.Recipe;
import org.deepsparse.theorem.Theorems;
import org.deepsparse.verdict.Verdict;

/// A case that somebody once got wrong, kept so that it is tried again before anything random.
///
/// Written as one line, with what was wrong behind a `#`:
/// ```
/// UNDECIDED lista-cp:seed=3056,K=1000/integer(2,2):1 # 1 - q is positive, but rounds to 0: was VIOLATED
/// ```
///
/// @param expected what the theorem says of it: the verdict that it must get
/// @param because what was wrong
public record Regression(Verdict expected, Recipe recipe, String because) {

    /// Reads a file of such lines. Blank lines and lines that start with `#` say nothing.
    ///
    /// @param source what to call the file in messages
    /// @throws IllegalArgumentException at a line that is none, with an unknown verdict, an unknown theorem
    ///     or a recipe that cannot be parsed; with the source and the number of the line
    public static List<Regression> parse(String text, String source) {
        List<String> lines = text.lines().map(String::strip).toList();
        List<Regression> regressions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("#")) {
                try {
                    regressions.add(parse(lines.get(i)));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException(source + ", line " + (i + 1) + ": " + e.getMessage(),
                            e);
                }
            }
        }
        return List.copyOf(regressions);
    }

    private static Regression parse(String line) {
        int hash = line.indexOf('#');
        String because = line.substring(hash + 1).strip();
        String[] words = line.substring(0, Math.max(hash, 0)).strip().split("\\s+", -1);
        if (words.length != 2 || because.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + line + "' is not of the form: verdict recipe # what was wrong");
        }
        List<Verdict> expected = Arrays.stream(Verdict.values())
                .filter(known -> known.name().equals(words[0])).toList();
        if (expected.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown verdict '" + words[0] + "'; known: " + Arrays.toString(Verdict.values()));
        }
        Recipe recipe = Recipe.parse(words[1]);
        Theorems.named(recipe.theorem());
        return new Regression(expected.get(0), recipe, because);
    }

    /// The line to keep of a case that has just been violated. Once the mistake is mended, a case within the
    /// hypotheses holds.
    public static String lineToKeep(Recipe recipe) {
        return Verdict.HOLDS + " " + recipe.text() + " # what was wrong";
    }
}
