package org.deepsparse.wronghouse.pursuit;

/// What a decider may not know.
public final class Solver {}
