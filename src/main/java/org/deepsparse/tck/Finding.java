package org.deepsparse.tck;

import java.util.Optional;
import org.deepsparse.verdict.Verdict;

/// What one law says about one solver.
///
/// @param verdict of the law on the case that was judged; of several cases, the worst of those that say
///     something
/// @param complaint what is wrong and how to see it again, in lines of text; empty if nothing is
public record Finding(Verdict verdict, Optional<String> complaint) {

    static Finding fine(Verdict verdict) {
        return new Finding(verdict, Optional.empty());
    }

    static Finding complaint(Verdict verdict, String... lines) {
        return new Finding(verdict, Optional.of(String.join(System.lineSeparator(), lines)));
    }
}
