/// Laws that others extend: a generator of recipes that shrinks ([TheoremCases]), the laws that every theorem obeys ([TheoremLaws]) and those
/// that every sparse-coding solver obeys ([PursuitContract], with a [Promise] of a [Solver]).
package org.deepsparse.properties;
