package org.deepsparse.tck;

import org.deepsparse.verdict.Claim;

/// A claim with the call of the solver that it rests on.
record Observation(Claim claim, Exchange exchange) {}
