package org.deepsparse.wronghouse.linalg;

/// Whoever made it, or asked it, can change it.
public record LeakyRecord(String name, double[] entries) {}
