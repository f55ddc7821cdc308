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
    public boolean take(long steps) {
        long before = left; // nobody else takes
        boolean enough = !stopped && steps <= before;
        left = enough ? before - steps : 0;
        return enough;
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
