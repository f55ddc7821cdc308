package org.deepsparse.wronghouse.linalg;

/// Copies its array in, but not out.
public final class LeakyClass {

    private final double[] entries;

    public LeakyClass(double[] entries) {
        this.entries = entries.clone();
    }

    public double[] toArray() {
        return entries;
    }
}
