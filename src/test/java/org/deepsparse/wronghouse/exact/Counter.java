package org.deepsparse.wronghouse.exact;

/// Changes, and does not say who may look.
public final class Counter {

    private int count;

    public int next() {
        return ++count;
    }
}
