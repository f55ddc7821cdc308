package org.deepsparse.tck;

import org.checkerframework.checker.nullness.qual.Nullable;

/// A solver did not answer: it threw, or returned null. Told apart from failures of the judge, which are not
/// the solver's.
final class SolverFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    SolverFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// What was thrown, and from where: the first line of the trace is in the solver more often than not.
    static SolverFailure thrown(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return new SolverFailure("the solver throws " + cause + (trace.length > 0 ? " at " + trace[0] : ""),
                cause);
    }

    /// Whether a solver that is asked an impossible question may answer like this.
    boolean isRefusal() {
        return getCause() instanceof RuntimeException;
    }
}
