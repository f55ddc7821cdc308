/// Laws as tests that others extend: a generator of recipes that shrinks ([TheoremCases]), the laws that
/// every theorem obeys ([TheoremLaws]), and those that every sparse-coding solver obeys ([PursuitContract],
/// over [org.deepsparse.tck]).
///
/// A test runs on the thread that JUnit gives it, and the solver or the kernels are called from there.
package org.deepsparse.properties;
