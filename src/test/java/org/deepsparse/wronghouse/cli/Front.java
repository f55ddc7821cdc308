package org.deepsparse.wronghouse.cli;

import org.deepsparse.wronghouse.exact.ImportsUpwards;

/// The other half of a cycle.
public record Front(ImportsUpwards lower) {}
