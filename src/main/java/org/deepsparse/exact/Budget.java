package org.deepsparse.exact;

/// How much work may still be done, counted in steps that are the same on every machine, so that whoever
/// stops at the end of a budget gives the same answer everywhere.
///
/// One thread works and takes from it; another one may look, or stop it for good (Ctrl-C).
public final class Budget {

    private final long total;
    private volatile long left;
    private volatile boolean stopped;

    public Budget(long steps) {
        this.total = steps;
        this.left = steps;
    }

    /// One that does not end.
    public static Budget unlimited() {
        return new Budget(Long.MAX_VALUE);
    }

    /// Takes the steps and says so; where fewer are left, takes all of them and says no.
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one thread takes
    public boolean take(long steps) {
        if (stopped || steps > left) {
            left = 0;
            return false;
        }
        left -= steps;
        return true;
    }

    public long left() {
        return stopped ? 0 : left;
    }

    public long taken() {
        return total - left;
    }

    public boolean isSpent() {
        return left() <= 0;
    }

    /// Nothing more may be taken; work that is under way ends at its next step.
    public void stop() {
        stopped = true;
    }

    public boolean isStopped() {
        return stopped;
    }
}
