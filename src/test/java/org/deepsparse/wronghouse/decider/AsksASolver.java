package org.deepsparse.wronghouse.decider;

import org.deepsparse.wronghouse.pursuit.Solver;

/// A decider that believes a solver.
record AsksASolver(Solver solver) {}
