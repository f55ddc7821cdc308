package org.deepsparse.wronghouse.linalg;

/// Something that a certificate may not know.
public final class Table {}
