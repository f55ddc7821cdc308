package org.deepsparse.wronghouse.instance;

/// What a judge of foreign answers may not share.
public final class Secret {}
