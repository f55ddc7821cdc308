package org.deepsparse.wronghouse.tck;

import org.junit.jupiter.api.DynamicTest;

/// Promises that only JUnit could run.
record ImportsJUnit(DynamicTest test) {}
