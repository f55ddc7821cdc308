package org.deepsparse.cli;

import org.deepsparse.verdict.Verdict;

/// The exit codes that scripts rely on.
final class ExitCode {

    /// The system property with a number that the launcher wants to be added to the exit code. A JVM that
    /// cannot start ends with 1 and one out of memory may end with 3, so only a larger code is this program's
    /// own.
    private static final String OFFSET_PROPERTY = "deepsparse.exit";

    static final int HOLDS = 0;
    static final int VIOLATED = 1;
    static final int BAD_INPUT = 2;
    static final int UNDECIDED = 3;
    static final int NOT_APPLICABLE = 4;
    static final int NOTHING_CHECKED = 5;

    /// A defect of this program: never to be mistaken for a verdict (EX_SOFTWARE of sysexits).
    static final int INTERNAL_ERROR = 70;

    /// stdout took less than was printed: a verdict that nobody saw (EX_IOERR of sysexits).
    static final int OUTPUT_LOST = 74;

    /// Ctrl-C before there was an answer: what a shell says of a program that SIGINT ended. The JVM ends with
    /// it by itself.
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /// What the process ends with, for whoever started it: the launcher takes the offset off again.
    static int ofProcess(int code) {
        return code == INTERRUPTED ? code : code + Integer.getInteger(OFFSET_PROPERTY, 0);
    }

    static int of(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> HOLDS;
            case VIOLATED -> VIOLATED;
            case UNDECIDED -> UNDECIDED;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }
}
