package org.deepsparse.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;
import picocli.CommandLine;

/// What is said about a word on the command line that nobody knows: with the nearest one that is known, if it
/// is near enough to be what was meant.
final class Suggestion {

    /// Letters that may be wrong in a word that is this many times as long.
    private static final int LETTERS_A_MISTAKE = 3;

    private Suggestion() {}

    /// The message of the exception, and what may have been meant.
    static String message(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        String word = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().get(0);
        CommandLine.Model.CommandSpec command = e.getCommandLine().getCommandSpec();
        if (unmatched.isUnknownOption()) {
            String option = word.replaceFirst("=.*", "");
            return "unknown option '" + option + "'" + meant(option, command.optionsMap().keySet());
        }
        return command.subcommands().isEmpty()
                ? "unexpected '" + word + "'"
                : "unknown command '" + word + "'" + meant(word, command.subcommands().keySet());
    }

    private static String meant(String word, Collection<? extends String> known) {
        return nearest(word, known).map(near -> "; did you mean " + near + "?").orElse("");
    }

    /// The known word that takes the fewest changes, the first in the alphabet of several; none where more
    /// than a third of the letters would change.
    static Optional<String> nearest(String word, Collection<? extends String> known) {
        return new TreeSet<String>(known).stream()
                .filter(candidate -> distance(word, candidate) * LETTERS_A_MISTAKE <= candidate.length())
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /// How many letters must be put in, left out, changed or swapped with their neighbour.
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > b.length()) {
            return b.length(); // too far, and perhaps too long to be compared
        }
        int[][] changes = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                int least = i == 0 || j == 0 ? i + j : Math.min(changes[i - 1][j], changes[i][j - 1]) + 1;
                if (i > 0 && j > 0) {
                    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    least = Math.min(least, changes[i - 1][j - 1] + change);
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2)
                            && a.charAt(i - 2) == b.charAt(j - 1)) {
                        least = Math.min(least, changes[i - 2][j - 2] + 1);
                    }
                }
                changes[i][j] = least;
            }
        }
        return changes[a.length()][b.length()];
    }
}
