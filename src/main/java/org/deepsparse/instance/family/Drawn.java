package org.deepsparse.instance.family;

/// A family whose parameters leave something to chance.
public non-sealed interface Drawn extends Family {}
