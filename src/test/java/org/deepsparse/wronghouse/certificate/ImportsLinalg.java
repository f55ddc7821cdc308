package org.deepsparse.wronghouse.certificate;

import org.deepsparse.wronghouse.linalg.Table;

/// A checker that is not independent.
record ImportsLinalg(Table table) {}
