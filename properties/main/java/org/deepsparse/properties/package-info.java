/// Laws that others extend: a generator of recipes that shrinks ([TheoremCases]) and the laws that every theorem obeys ([TheoremLaws]).
package org.deepsparse.properties;
