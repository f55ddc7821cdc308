package org.deepsparse.wronghouse.attic;

/// Lives in a package that is not on the list.
public final class Unlisted {}
