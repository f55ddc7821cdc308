package org.deepsparse.wronghouse.trial;

import org.deepsparse.wronghouse.instance.Secret;

/// Allowed by itself: trial is above instance.
public record Door(Secret secret) {}
