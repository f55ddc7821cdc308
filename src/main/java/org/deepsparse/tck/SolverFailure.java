package org.deepsparse.tck;

/// A solver did not answer: it threw, or returned null. Told apart from failures of the judge, which are not
/// the solver's.
final class SolverFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Exchange exchange;

    private SolverFailure(String message, Exchange exchange) {
        super(message, exchange.thrown().orElse(null));
        this.exchange = exchange;
    }

    /// The failure that an exchange without an answer is. Of what was thrown it says where: the first line of
    /// the trace is in the solver more often than not.
    static SolverFailure of(Exchange exchange) {
        return new SolverFailure(exchange.thrown().map(thrown -> {
            StackTraceElement[] trace = thrown.getStackTrace();
            return "the solver throws " + thrown + (trace.length > 0 ? " at " + trace[0] : "");
        }).orElse("the solver returns null"), exchange);
    }

    /// The call that was not answered.
    Exchange exchange() {
        return exchange;
    }

    /// Whether a solver that is asked an impossible question may answer like this.
    boolean isRefusal() {
        return getCause() instanceof RuntimeException;
    }
}
