package org.deepsparse.wronghouse.oracle;

import org.deepsparse.wronghouse.trial.Door;

/// Reaches the instances although it imports none.
record ImportsThroughTrial(Door door) {}
