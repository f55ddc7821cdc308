/// What a sparse-coding solver promises, and the laws that hold it to that.
///
/// Suppose somebody has written a solver: it takes a dictionary `D` and a signal `y = D x`, and returns a
/// code that it takes for `x`. Whether that is right cannot be seen from the answer alone, but theorems say
/// when it must be: if `x` is sparse enough for the dictionary, then there is only one such code, or basis
/// pursuit finds it, or a network of K layers is as near to it as a known bound. The author hands over the
/// solver as a function of arrays ([Solver]), says which of these kinds it is and how accurate ([Promise],
/// [Accuracy]), and a [SolverContract] asks it about cases that were built from a known `x`. Where the
/// theorem's hypotheses hold, decided exactly, the answer is held against that `x` exactly. Beside the
/// theorem stand laws of good manners ([Law]): the signal is left alone, the same signal gives the same bits,
/// the signal 0 gives the code 0.
///
/// Here and in all packages of this library, what is public is immutable and may be shared between threads,
/// unless its comment says otherwise. A [SolverContract] calls the solver from the thread that asks it, one
/// call at a time.
///
/// Nothing here knows a test framework. The artifact `deepsparse-properties` has a base class,
/// `PursuitContract`, that makes JUnit tests of it.
package org.deepsparse.tck;
