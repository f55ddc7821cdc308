/// A small house that breaks every rule of the architecture once, so that the rules can be seen to bite.
package org.deepsparse.wronghouse;
