package org.deepsparse.cli;

import java.util.List;
import picocli.CommandLine;

/// What is said about a word on the command line that nobody knows: with the nearest one that is known.
final class Suggestion {

    private Suggestion() {}

    /// The message of the exception, and what may have been meant.
    static String message(CommandLine.ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)) {
            return String.valueOf(e.getMessage());
        }
        String word = unmatched.getUnmatched().isEmpty() ? "" : unmatched.getUnmatched().get(0);
        boolean command = !unmatched.isUnknownOption() && !e.getCommandLine().getSubcommands().isEmpty();
        List<String> near = unmatched.getSuggestions();
        return (command
                ? "unknown command '"
                : unmatched.isUnknownOption() ? "unknown option '" : "unexpected '")
                + word + "'" + (near.isEmpty() ? "" : "; did you mean " + near.getFirst() + "?");
    }
}
